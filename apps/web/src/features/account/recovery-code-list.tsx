import { Code, SimpleGrid } from "@mantine/core";
import { t } from "../../words.ts";

/** Codes for when the phone is lost, shown once. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  return (
    <SimpleGrid cols={2} spacing={4} role="list" aria-label={t`Recovery codes`}>
      {codes.map((code) => (
        <Code key={code} role="listitem">
          {code}
        </Code>
      ))}
    </SimpleGrid>
  );
}
