import type { Portfolio } from "@liftledger/contracts/portfolio";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useOrganisationId } from "../../use-organisation.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { FigureButton } from "../explain/figure-button.tsx";
import { MoneyToDateCard } from "../money-to-date/money-to-date-card.tsx";
import { latestNotesQuery } from "../notes/latest-notes-query.ts";
import { NotesBelow } from "../notes/notes-below.tsx";
import { tx } from "../../words.ts";

const PortfolioNote = lazy(() =>
  import("./portfolio-note.tsx").then((module) => ({ default: module.PortfolioNote })),
);

/** What the judged initiatives brought and cost to date, with the latest notes on them, and a place for one more. */
export function PortfolioMoney({ portfolio }: { portfolio: Portfolio }) {
  const { rows, toDate, currency, figures } = portfolio;
  const latest = useQuery(latestNotesQuery(useOrganisationId())).data;
  const mayNote = useHasRole("contributor");
  const [noting, setNoting] = useState<number>();
  return (
    <>
      <MoneyToDateCard
        points={toDate}
        currency={currency}
        subtitle={tx`Cumulative, judged initiatives: ${<FigureButton figure={figures.realisedValue} />} value on ${<FigureButton figure={figures.cost} />} cost. Shaded: likely range.`}
        notes={latest}
        footer={<NotesBelow notes={latest} rows={rows} />}
        onNote={mayNote ? setNoting : undefined}
      />
      {noting !== undefined && (
        <Suspense>
          <PortfolioNote
            key={noting}
            portfolio={portfolio}
            index={noting}
            onClose={() => setNoting(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
