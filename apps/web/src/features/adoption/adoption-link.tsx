import { Text } from "@mantine/core";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

/** Leads to where the series is named that tells who uses an initiative. */
export function AdoptionLink({ initiativeId }: { initiativeId: string }) {
  return (
    <Text size="sm">
      <InitiativeLink
        initiativeId={initiativeId}
        size="sm"
        hash="who-uses-it"
      >{t`Name the series that tells who uses it`}</InitiativeLink>
    </Text>
  );
}
