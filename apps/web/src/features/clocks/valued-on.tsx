import { Button, Group, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useClocks } from "../../use-organisation.ts";

const earliest = "2000-01-01";

/** Today where the reader is, as an ISO date. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The valuation date, kept in the address: what happened up to the end of that day counts. */
export function ValuedOn() {
  const { until } = useClocks();
  const navigate = useNavigate();
  const change = (next: string | undefined) =>
    void navigate({
      to: ".",
      // Said to be undefined, not left out: what is left out is kept from page to page.
      search: (now) => ({ ...now, until: next }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        type="date"
        size="xs"
        label="Valued on"
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
        <Button size="xs" variant="subtle" px="xs" onClick={() => change(undefined)}>
          Today
        </Button>
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
