import { Button, Group, Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { RetiredBadge } from "../retirement/show-retired.tsx";
import { t } from "../../words.ts";

/** The name of the column of what can be done with a row. */
export function ActionsHead() {
  return (
    <Table.Th>
      <span className="visually-hidden">{t`What can be done`}</span>
    </Table.Th>
  );
}

export interface RegisteredNameProps {
  thing: { name: string; note: string; retired: Parameters<typeof RetiredBadge>[0]["retired"] };
  /** Whose it is, or where it is. */
  under: string;
}

/** What a row of a register is about. */
export function RegisteredName({ thing: { name, note, retired }, under }: RegisteredNameProps) {
  return (
    <Table.Th scope="row" fw={400}>
      <Text span fw={600}>
        {name}
      </Text>{" "}
      <RetiredBadge retired={retired} />
      <Text size="sm" c="dimmed">
        {under}
      </Text>
      {note !== "" && <Text size="sm">{note}</Text>}
    </Table.Th>
  );
}

export interface RowActionsProps {
  thing: Pick<RegisteredNameProps["thing"], "name" | "retired">;
  mayWrite: boolean;
  onChange: () => void;
  /** How its versions are shown. */
  versions: ReactNode;
  /** How it is retired, or restored. */
  retirement: ReactNode;
}

/** What can be done with a row: everybody reads its versions; what is retired is not changed. */
export function RowActions(props: RowActionsProps) {
  const { thing, mayWrite, onChange, versions, retirement } = props;
  const { name, retired } = thing;
  return (
    <Table.Td>
      <Group gap={4} justify="flex-end" wrap="nowrap" className="not-printed">
        {versions}
        {mayWrite && retired === null && (
          <Button
            variant="subtle"
            size="xs"
            aria-label={t`Change ${name}`}
            onClick={onChange}
          >{t`Change`}</Button>
        )}
        {mayWrite && retirement}
      </Group>
    </Table.Td>
  );
}
