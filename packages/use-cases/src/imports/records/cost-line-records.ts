import { CostCategory } from "@liftledger/contracts/initiative";
import { insertCostLines, listCostLines, type CostLine } from "@liftledger/database/cost-lines";
import { latestExchangeRates } from "@liftledger/database/exchange-rates";
import { closesInForce } from "@liftledger/database/periods";
import type { Reader } from "@liftledger/database/transaction";
import type { FileRecord } from "@liftledger/files/read-records";
import { moneyFromDecimal, moneyToDecimal } from "@liftledger/finance/money";
import { sumDecimals } from "@liftledger/numerics/decimal";
import { costCountedTwice } from "../../benefits/cost-counted-twice.ts";
import type { Context } from "../../context.ts";
import { costLineFaults, type CostSetting } from "../../cost-lines/cost-line-faults.ts";
import { getOrganisation } from "../../organisations/get-organisation.ts";
import { closedSentences } from "../../periods/closed-months.ts";
import { ownsTeam } from "../../permissions.ts";
import {
  initiativesOf,
  onlyInitiative,
  unknownInitiative,
  type NamedInitiatives,
} from "./named-initiatives.ts";
import {
  faultOf,
  foreignTeamFault,
  valueOf,
  type CheckedRecords,
  type RecordWriter,
  type RowFault,
} from "./record-writer.ts";

/** A cost line as a file states it, with the initiative it is for where there is one. */
interface StatedCost {
  readonly line: number;
  readonly initiativeId: string | null;
  readonly teamId: string | null;
  readonly initiative: string;
  readonly category: CostCategory;
  readonly month: string;
  readonly amount: string;
  readonly currency: string;
  readonly kind: "planned" | "actual";
}

/**
 * Rows as cost lines of initiatives that are there, found by name, and team where the recipe says it. A row whose
 * like stands already is left as it is; a new one of a closed month is refused, as is what would charge twice.
 */
export const costLineRecords: RecordWriter = async (
  ctx,
  db,
  { records, recipe },
): Promise<CheckedRecords> => {
  const found = await initiativesOf(ctx, db, records);
  const stated = records.map((record) => statedCost(record, found));
  const ids = [...new Set(stated.flatMap(({ initiativeId }) => initiativeId ?? []))];
  const standing = await listCostLines(db, ctx.organisationId, ids);
  const check = await rowCheck(ctx, db, { found, stated });
  return {
    rows: stated.map((cost) => ({
      line: cost.line,
      identity: identityOf(cost),
      text: textOf(cost),
      fault: check(cost),
    })),
    existing: () => {
      const there = new Map<string, string[]>();
      for (const cost of standing) {
        const identity = identityOf({ ...cost, amount: moneyToDecimal(cost) });
        there.set(identity, [...(there.get(identity) ?? []), cost.costLineId]);
      }
      return there;
    },
    tallies: (places) => sums(places.map((place) => stated[place] as StatedCost)),
    write: async (tx, _audit, places) => {
      const lines = places.map((place) => newLine(ctx, stated[place] as StatedCost, recipe.source));
      await insertCostLines(tx, ctx.organisationId, lines);
      const initiativeIds = [...new Set(lines.map(({ initiativeId }) => initiativeId))].toSorted();
      return { objectIds: lines.map(({ costLineId }) => costLineId), facts: { initiativeIds } };
    },
  };
};

function newLine(ctx: Context, cost: StatedCost, source: string): Omit<CostLine, "retractedAt"> {
  const { category, month, kind, currency } = cost;
  if (cost.initiativeId === null) throw new Error(`The cost of line ${cost.line} has no initiative.`);
  return {
    costLineId: ctx.newId(),
    initiativeId: cost.initiativeId,
    category,
    month,
    kind,
    source,
    currency,
    amountMinor: moneyFromDecimal(cost.amount, currency).amountMinor,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.personId,
  };
}

function statedCost(record: FileRecord, found: NamedInitiatives): StatedCost {
  const initiative = onlyInitiative(found, record);
  const currency = valueOf(record, "currency").toUpperCase();
  return {
    line: record.line,
    initiativeId: initiative?.initiativeId ?? null,
    teamId: initiative?.teamId ?? null,
    initiative: valueOf(record, "initiative"),
    category: CostCategory.parse(valueOf(record, "category")),
    month: valueOf(record, "month"),
    amount: valueOf(record, "amount"),
    currency,
    kind: valueOf(record, "kind") === "planned" ? "planned" : "actual",
  };
}

type Identified = Pick<CostLine, "category" | "month" | "currency" | "kind"> & {
  initiativeId: string | null;
  amount: string;
};

/** Two lines are alike in all that counts: nothing else tells one cost from another. */
function identityOf({ initiativeId, category, month, amount, currency, kind }: Identified): string {
  return JSON.stringify([initiativeId, category, month, plain(amount), currency, kind]);
}

/** Without zeros at the end, as "12.50" and "12.5" are one amount. */
function plain(amount: string): string {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

function textOf({ initiative, category, month, amount, currency, kind }: StatedCost): string {
  return `${initiative}: ${category} in ${month}, ${amount} ${currency}, ${kind}`;
}

/** What forbids a row if it is new, by asking the ledger once for all of them. */
async function rowCheck(
  ctx: Context,
  db: Reader,
  { found, stated }: { found: NamedInitiatives; stated: readonly StatedCost[] },
): Promise<(cost: StatedCost) => RowFault | null> {
  const { currency } = await getOrganisation(ctx, db);
  const rates = await latestExchangeRates(db, ctx.organisationId);
  const setting: CostSetting = { currency, rates, today: ctx.today };
  const say = await closedSentences(ctx, db, await closesInForce(db, ctx.organisationId));
  const twice = await chargedTwice(ctx, db, stated);
  return (cost) => {
    if (cost.initiativeId === null) return unknownInitiative(found, cost.initiative);
    if (!ownsTeam(ctx.actor, cost.teamId ?? "")) return foreignTeamFault("initiative", cost.initiative);
    if (cost.amount.startsWith("-")) {
      return faultOf("amount", cost.amount, "negative-cost", "a cost is not negative: a saving is a benefit");
    }
    const [fault] = costLineFaults(cost, setting);
    if (fault !== undefined) return faultOf(fault.field, fault.seen, "wrong-cost", fault.message);
    const closed = say(cost.month, true);
    if (closed !== null) return faultOf("month", cost.month, "period-closed", closed);
    const double = twice.get(`${cost.initiativeId} ${cost.category}`);
    return double === undefined ? null : faultOf("category", cost.category, "counted-twice", double);
  };
}

/** Categories whose money may stand inside a KPI that an initiative claims. */
const doubleCategories: ReadonlySet<string> = new Set(["review-and-rework", "working-media"]);

/** Why a cost of an initiative would charge it twice, by initiative and category. */
async function chargedTwice(ctx: Context, db: Reader, stated: readonly StatedCost[]) {
  const reasons = new Map<string, string>();
  const asked = new Set<string>();
  for (const { initiativeId, category } of stated) {
    const key = `${initiativeId} ${category}`;
    if (initiativeId === null || !doubleCategories.has(category) || asked.has(key)) continue;
    asked.add(key);
    const reason = await costCountedTwice(ctx, db, initiativeId, { categories: [category] });
    if (reason !== null) reasons.set(key, reason);
  }
  return reasons;
}

/** Planned and actual money by category and currency. */
function sums(costs: readonly StatedCost[]) {
  const groups = Map.groupBy(costs, ({ kind, category, currency }) =>
    JSON.stringify([kind, category, currency]),
  );
  return [...groups.values()].map((group) => {
    const { kind, category, currency } = group[0] as StatedCost;
    const amount = sumDecimals(group.map((cost) => cost.amount));
    return { field: kind, value: category, rows: group.length, amount: { amount, currency } };
  });
}
