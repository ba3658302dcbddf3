import { Button, Fieldset, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import type { FieldsProps } from "./responsibility-form.tsx";
import { squadNames } from "./responsibility-words.ts";
import { t } from "../../words.ts";

type Role = keyof typeof squadNames;
const roles = Object.keys(squadNames) as Role[];

/** Who works on it, by role: one may have several roles, and a role several people. */
export function SquadFields({ draft, faults, change }: FieldsProps) {
  const { squad } = draft;
  const set = (place: number, next: Partial<(typeof squad)[number]>) =>
    change({ squad: squad.map((one, index) => (index === place ? { ...one, ...next } : one)) });
  const unfilled = roles.filter((role) => squad.every((one) => one.role !== role));
  return (
    <Fieldset legend={t`The squad, by role`}>
      <Stack gap="sm">
        {squad.length === 0 && <Text size="sm">{t`Nobody is named yet.`}</Text>}
        {squad.map(({ role, who }, place) => (
          // The lines have no name of their own; they are kept in their order.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={place} gap="sm" align="flex-start">
            <NativeSelect
              aria-label={t`Role ${place + 1}`}
              w={{ base: "100%", xs: 220 }}
              value={role}
              data={roles.map((value) => ({ value, label: squadNames[value] }))}
              onChange={({ currentTarget }) =>
                set(place, { role: roles.find((one) => one === currentTarget.value) ?? role })
              }
            />
            <TextInput
              aria-label={t`Who has role ${place + 1}`}
              flex="1 1 180px"
              maw={320}
              maxLength={80}
              value={who}
              error={faults[`squad.${place}.who`]}
              onChange={({ currentTarget }) => set(place, { who: currentTarget.value })}
            />
            <Button
              variant="subtle"
              size="compact-sm"
              mt={6}
              onClick={() => change({ squad: squad.filter((_, index) => index !== place) })}
              aria-label={t`Remove role ${place + 1}`}
            >{t`Remove`}</Button>
          </Group>
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() => change({ squad: [...squad, { role: unfilled[0] ?? "product", who: "" }] })}
          >{t`Add somebody`}</Button>
        </div>
      </Stack>
    </Fieldset>
  );
}
