import type { Portfolio, PortfolioRow } from "@liftledger/contracts/portfolio";
import { Button, Group, NativeSelect, Paper, Skeleton, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedCallback, useMediaQuery } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useDeferredValue, useMemo, useRef, useState } from "react";
import {
  portfolioGroups,
  readPortfolioSearch,
  type PortfolioFilter,
  type PortfolioGroup,
  type PortfolioSearch,
} from "../../search-params.ts";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { InitiativeGrid } from "./initiative-grid.tsx";
import { filterRows } from "./portfolio-rows.ts";

import { form, plural, t } from "../../words.ts";

const groupNames: Record<PortfolioGroup, string> = {
  team: t`By team`,
  phase: t`By phase`,
  pattern: t`By pattern`,
  status: t`By status`,
};

const InitiativeCards = lazy(() =>
  import("./initiative-cards.tsx").then((module) => ({ default: module.InitiativeCards })),
);

const PrintedFilter = lazy(() =>
  import("./printed-filter.tsx").then((module) => ({ default: module.PrintedFilter })),
);

/** All initiatives against their benchmarks; filter, text and order live in the address. */
export function InitiativesTable({ portfolio }: { portfolio: Portfolio }) {
  const search = useSearch({ from: "/$organisationId/portfolio" });
  const navigate = useNavigate({ from: "/$organisationId/portfolio" });
  // On paper, which may be narrower than the screen, the table stays: the cards would have to be fetched first.
  const narrow = useMediaQuery(/* no text: a media query */ "screen and (max-width: 52em)", undefined, {
    getInitialValueInEffect: false,
  });
  const change = (
    next: Partial<Record<keyof PortfolioSearch, PortfolioSearch[keyof PortfolioSearch] | undefined>>,
  ) =>
    void navigate({ search: (now) => withoutEmpty({ ...now, ...next }), replace: true, resetScroll: false });
  // The text filter keeps what is typed to itself: a saved view begins it anew.
  const [filterKey, setFilterKey] = useState(0);
  const show = search.show ?? "all";
  // What was pressed shows at once; the rows follow, and let what is pressed next come between.
  const later = useDeferredValue(search);
  const rows = useMemo(
    () => filterRows(portfolio, later.show ?? "all", later.q ?? ""),
    [portfolio, later.show, later.q],
  );
  const order = { column: later.sort ?? ("action" as const), descending: later.descending === true };
  const shownRef = useRef<readonly PortfolioRow[]>(rows);
  const parts = {
    portfolio,
    rows,
    group: later.group,
    shownRef,
    order,
    onOrder: (column: string, descending: boolean) =>
      change({
        sort: column === "action" ? undefined : (column as NonNullable<PortfolioSearch["sort"]>),
        descending: descending || undefined,
      }),
  };
  const filters: { value: PortfolioFilter; label: string }[] = [
    { value: "all", label: t`All ${portfolio.counts.initiatives}` },
    { value: "needs-decision", label: t`Needs a decision ${portfolio.counts.needsDecision}` },
    { value: "too-early", label: t`Too early ${portfolio.counts.tooEarly}` },
  ];
  return (
    <Paper withBorder p="md" miw={0} component="section" aria-labelledby="initiatives">
      <Group justify="space-between" gap="sm" mb="sm">
        <Title order={2} fz={18} fw={700} id="initiatives">{t`Initiatives`}</Title>
        <Group gap="sm" flex={{ base: "1 1 100%", sm: "0 1 auto" }} className="not-printed">
          <Button.Group style={{ flexWrap: "wrap" }}>
            {filters.map(({ value, label }) => (
              <Button
                key={value}
                size="xs"
                px="xs"
                variant={show === value ? "light" : "default"}
                aria-pressed={show === value}
                onClick={() => change({ show: value === "all" ? undefined : value })}
              >
                {label}
              </Button>
            ))}
          </Button.Group>
          <NativeSelect
            size="xs"
            aria-label={t`Group by`}
            value={search.group ?? ""}
            onChange={({ currentTarget: { value } }) =>
              change({ group: portfolioGroups.find((group) => group === value) })
            }
            data={[
              { value: "", label: t`Not grouped` },
              ...portfolioGroups.map((group) => ({ value: group, label: groupNames[group] })),
            ]}
          />
          <TextFilter
            key={filterKey}
            initial={search.q ?? ""}
            onChange={(q) => change({ q: q === "" ? undefined : q })}
          />
          <SavedViewsButton
            page="portfolio"
            read={readPortfolioSearch}
            onApplied={() => setFilterKey((key) => key + 1)}
          />
          <Button
            size="xs"
            variant="default"
            onClick={() => void exportRows(portfolio, shownRef.current)}
          >{t`Export`}</Button>
        </Group>
      </Group>
      {rows.length < portfolio.rows.length && (
        <Suspense>
          <PrintedFilter search={later} shown={rows.length} all={portfolio.rows.length} />
        </Suspense>
      )}
      {rows.length === 0 ? (
        <Text c="dimmed" py="xl" ta="center">{t`No initiative fits this filter.`}</Text>
      ) : narrow ? (
        <Suspense fallback={<Skeleton height={1200} />}>
          <InitiativeCards {...parts} />
        </Suspense>
      ) : (
        <InitiativeGrid {...parts} />
      )}
      <div role="status" className="visually-hidden">
        {plural(rows.length, form`${rows.length} initiative shown`, form`${rows.length} initiatives shown`)}
      </div>
    </Paper>
  );
}

/** The rows as they are shown, as a file; what writes it is fetched when it is asked for. */
async function exportRows({ until }: Portfolio, rows: readonly PortfolioRow[]): Promise<void> {
  const { savePortfolio } = await import("./portfolio-csv.ts");
  savePortfolio(until, rows);
}

function TextFilter({ initial, onChange }: { initial: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(initial);
  const later = useDebouncedCallback(onChange, 150);
  return (
    <TextInput
      size="xs"
      aria-label={t`Filter by name, team or owner`}
      placeholder={t`Filter initiatives`}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}

const withoutEmpty = (search: object) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as PortfolioSearch;
