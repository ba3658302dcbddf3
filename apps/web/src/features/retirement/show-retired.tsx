import { Badge, Switch } from "@mantine/core";
import type { Retired } from "@liftledger/contracts/retirement";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { t } from "../../words.ts";

/** The rows without what is retired, until it is asked for by the switch; there is none where nothing is retired. */
export function useShownRows<Row extends { retired: Retired }>(rows: readonly Row[]) {
  const shows = useSearch({ strict: false, select: ({ retired }) => retired === true });
  const navigate = useNavigate();
  const retiredRows = rows.filter((row) => row.retired !== null).length;
  const shown = shows ? rows : rows.filter((row) => row.retired === null);
  const control =
    retiredRows === 0 ? null : (
      <Switch
        label={t`Show retired (${retiredRows})`}
        checked={shows}
        onChange={({ currentTarget: { checked } }) =>
          void navigate({
            to: ".",
            search: ({ retired: _retired, ...rest }) => (checked ? { ...rest, retired: true } : rest),
            replace: true,
            resetScroll: false,
          })
        }
      />
    );
  return { shown, control };
}

/** Marks a thing in a list that is retired. */
export function RetiredBadge({ retired }: { retired: Retired }) {
  if (retired === null) return null;
  return <Badge variant="default" tt="none" fw={500}>{t`Retired`}</Badge>;
}
