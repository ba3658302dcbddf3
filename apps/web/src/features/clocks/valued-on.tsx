import { Button, Group, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { formatInstant } from "../../components/format-date.ts";
import { today } from "../../today.ts";
import { useClocks } from "../../use-organisation.ts";
import { t } from "../../words.ts";

const earliest = "2000-01-01";

/**
 * The two clocks, kept in the address: what happened up to the end of the valuation date counts, as it was known at an
 * instant. Where a page says which instant it shows, that can be held, so that its address shows the same for ever.
 */
export function ValuedOn({ asOf: shown }: { asOf?: string | undefined }) {
  const { until, asOf } = useClocks();
  const navigate = useNavigate();
  const change = (next: string | undefined) =>
    void navigate({
      to: ".",
      // Said to be undefined, not left out: what is left out is kept from page to page.
      search: (now) => ({ ...now, until: next }),
      replace: true,
      resetScroll: false,
    });
  const hold = (instant: string | undefined) =>
    void navigate({
      to: ".",
      search: (now) => ({ ...now, asOf: instant, until: instant === undefined ? until : (until ?? today()) }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Group gap="xs" align="flex-end" className="not-printed">
      <TextInput
        type="date"
        size="xs"
        label={t`Valued on`}
        // A new key when the date is set from outside; while one types, the field keeps its own half-typed year.
        key={until ?? "today"}
        defaultValue={until ?? today()}
        min={earliest}
        max={today()}
        onBlur={(event) => changeWhenDifferent(event.currentTarget.value, until, change)}
        onKeyDown={(event) => {
          if (event.key === "Enter") changeWhenDifferent(event.currentTarget.value, until, change);
        }}
        onChange={(event) => {
          // A pick in the calendar counts at once; a year typed digit by digit waits until it is whole.
          if (event.currentTarget.value >= earliest)
            changeWhenDifferent(event.currentTarget.value, until, change);
        }}
        w={150}
      />
      {until !== undefined && (
        <Button size="xs" variant="subtle" px="xs" onClick={() => change(undefined)}>{t`Today`}</Button>
      )}
      {asOf !== undefined ? (
        <Button
          size="xs"
          variant="subtle"
          px="xs"
          onClick={() => hold(undefined)}
          aria-label={t`Shows what was known on ${formatInstant(asOf)}. Unpin: show what is known now`}
        >{t`Unpin`}</Button>
      ) : (
        shown !== undefined && (
          <Button
            size="xs"
            variant="subtle"
            px="xs"
            onClick={() => hold(shown)}
          >{t`Pin as known now`}</Button>
        )
      )}
    </Group>
  );
}

function changeWhenDifferent(
  value: string,
  until: string | undefined,
  change: (next: string | undefined) => void,
): void {
  const now = today();
  if (value < earliest || value > now || value === (until ?? now)) return;
  change(value === now ? undefined : value);
}
