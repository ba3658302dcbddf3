import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import type { Restatement } from "@liftledger/contracts/period-close";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import {
  listPeriodEvents,
  listPeriodFigures,
  portfolioSubject,
  type PeriodEvent,
  type PeriodFigures,
} from "@liftledger/database/periods";
import { inSnapshot } from "@liftledger/database/transaction";
import { subtractDecimals } from "@liftledger/numerics/decimal";
import type { Context } from "../context.ts";
import { personNames, type PersonNames } from "../people/person-names.ts";
import { mustBe } from "../permissions.ts";
import { lists } from "@liftledger/contracts/lists";
import { pageRows, type ListQuery } from "../lists/page-rows.ts";

/** A reopening with the close it undid and the next one, where there is one; and what it is ordered by. */
interface Reopening {
  reopenedAt: string;
  month: string;
  closed: PeriodEvent;
  reopened: PeriodEvent;
  closedAgain: PeriodEvent | null;
}

/** The months that were opened again, latest first, with the figures at the close before and at the next. */
export async function listRestatements(
  ctx: Context,
  query: ListQuery,
): Promise<EndpointOutput<"listRestatements">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const all = reopenings(await listPeriodEvents(db, ctx.organisationId));
    const page = pageRows(lists.listRestatements.list, all, query);
    const months = [...new Set(page.rows.map(({ month }) => month))];
    const figures = await listPeriodFigures(db, ctx.organisationId, months);
    const subjects = [...new Set(figures.map(({ subject }) => subject))];
    const found = await listInitiativesByIds(db, ctx.organisationId, subjects);
    const names = new Map(found.map(({ initiativeId, name }) => [initiativeId, name]));
    const nameOf = await personNames(ctx, db);
    const rows = page.rows.map((one) => restatement(one, { figures, names, nameOf }));
    return { rows, nextCursor: page.nextCursor };
  });
}

function reopenings(events: readonly PeriodEvent[]): Reopening[] {
  return events.flatMap((reopened, place): Reopening[] => {
    const closed = events[place - 1];
    if (reopened.kind !== "reopened" || closed === undefined) return [];
    const next = events[place + 1];
    const { month, recordedAt: reopenedAt } = reopened;
    const closedAgain = next?.month === month ? next : null;
    return [{ closed, reopened, closedAgain, month, reopenedAt }];
  });
}

function restatement(
  { closed, reopened, closedAgain }: Reopening,
  known: { figures: readonly PeriodFigures[]; names: ReadonlyMap<string, string>; nameOf: PersonNames },
): Restatement {
  const { nameOf } = known;
  const before = figuresAt(known.figures, closed);
  const after = figuresAt(known.figures, closedAgain);
  const ids = [...new Set([...before.keys(), ...after.keys()])].filter((id) => id !== portfolioSubject);
  const changed = ids.filter(
    (id) => closedAgain === null || before.get(id)?.inputDigest !== after.get(id)?.inputDigest,
  );
  const restated = (subject: string) => restatedFigures(before.get(subject), after.get(subject));
  return {
    month: reopened.month,
    closedAt: closed.recordedAt,
    closedBy: nameOf(closed.recordedBy),
    reopenedAt: reopened.recordedAt,
    reopenedBy: nameOf(reopened.recordedBy),
    reason: reopened.reason ?? "",
    closedAgainAt: closedAgain?.recordedAt ?? null,
    closedAgainBy: closedAgain === null ? null : nameOf(closedAgain.recordedBy),
    portfolio: restated(portfolioSubject),
    initiatives: changed.map((initiativeId) => ({
      initiativeId,
      name: known.names.get(initiativeId) ?? initiativeId,
      ...restated(initiativeId),
    })),
  };
}

function figuresAt(figures: readonly PeriodFigures[], event: PeriodEvent | null): Map<string, PeriodFigures> {
  const at = figures.filter(({ month, position }) => month === event?.month && position === event.position);
  return new Map(at.map((figure) => [figure.subject, figure]));
}

function restatedFigures(before: PeriodFigures | undefined, after: PeriodFigures | undefined) {
  const difference = (of: "realisedValue" | "cost" | "netRoi") => {
    const [from, to] = [before?.[of] ?? null, after?.[of] ?? null];
    return from === null || to === null ? null : subtractDecimals(to, from);
  };
  return {
    before: headline(before),
    after: headline(after),
    difference: {
      realisedValue: difference("realisedValue"),
      cost: difference("cost"),
      netRoi: difference("netRoi"),
    },
  };
}

function headline(figures: PeriodFigures | undefined) {
  if (figures === undefined) return null;
  const { realisedValue, cost, netRoi, inputDigest } = figures;
  return { realisedValue, cost, netRoi, inputDigest };
}
