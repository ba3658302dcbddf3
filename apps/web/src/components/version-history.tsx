import { Anchor, List, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { formatInstant } from "./format-date.ts";
import { t } from "../words.ts";

/** A version of something that is kept in versions. */
export interface KeptVersion {
  version: number;
  recordedAt: string | null;
  recordedBy: string | null;
  /** What it says otherwise than the one before it, a sentence each. */
  changes: readonly string[];
}

export interface VersionHistoryProps {
  /** The latest first. */
  versions: readonly KeptVersion[];
  /** Whether the page shows what was known at the instant in its address, so that a version is read as it was. */
  isLinked?: boolean;
}

/** Every version of something: who recorded it, when, and what was another by it. */
export function VersionHistory({ versions, isLinked = false }: VersionHistoryProps) {
  return (
    <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: "none" }}>
      {versions.map(({ version, recordedAt, recordedBy, changes }) => (
        <li key={version}>
          {isLinked && recordedAt !== null ? (
            <Anchor
              size="sm"
              fw={600}
              renderRoot={(own) => <Link to="." search={(now) => ({ ...now, asOf: recordedAt })} {...own} />}
            >{t`Version ${version}`}</Anchor>
          ) : (
            <Text span size="sm" fw={600}>{t`Version ${version}`}</Text>
          )}{" "}
          <Text span size="sm" c="dimmed">
            {[recordedBy, formatInstant(recordedAt ?? "")].join(" · ")}
          </Text>
          <List size="sm" listStyleType="none">
            {changes.map((change) => (
              <List.Item key={change} style={{ overflowWrap: "anywhere" }}>
                {change}
              </List.Item>
            ))}
          </List>
        </li>
      ))}
    </Stack>
  );
}
