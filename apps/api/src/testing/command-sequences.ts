import { recordTargetNames, type RecordTargetName } from "@liftledger/contracts/record-targets";
import * as fc from "fast-check";

/** A thing that was made earlier in the sequence, by its place among those of its kind; round again past the last. */
type Which = number;

/** A row of a file of initiatives, cost lines or hold-outs: whose it is, when, and how much. */
export interface ImportedRow {
  name: number;
  shop: number;
  month: number;
  amount: number;
}

/** One request of a sequence. What it is about is named by place, so that it means something in any sequence. */
export type LedgerCommand =
  | { do: "createSeries"; scope: number }
  | { do: "logSnapshot"; series: Which; week: number; numerator: number; key: number | null }
  | {
      do: "retractSnapshot";
      series: Which;
      week: number;
      revision: number;
      restore: boolean;
      beside: boolean;
    }
  | { do: "importFile"; shop: number; weeks: number; conversions: number }
  | { do: "importRecords"; target: RecordTargetName; rows: readonly ImportedRow[] }
  | { do: "undoImport"; import: Which }
  | { do: "createInitiative"; name: number; key: number | null }
  | { do: "changeInitiative"; initiative: Which; version: number; status: "active" | "on-hold" | "retired" }
  | { do: "addBenefit"; initiative: Which; series: Which }
  | { do: "changeBenefit"; benefit: Which; version: number; unitValue: number; baseline: Which | null }
  | { do: "withdrawBenefit"; benefit: Which; version: number }
  | { do: "draftBaseline"; series: Which; control: Which | null; subtracts: boolean }
  | { do: "freezeBaseline"; baseline: Which; by: 0 | 1 }
  | { do: "unfreezeBaseline"; baseline: Which; version: number; by: 0 | 1 }
  | { do: "addCostLine"; initiative: Which; month: number; amount: number }
  | { do: "retractCostLine"; costLine: Which }
  | { do: "addHoldOut"; benefit: Which; converted: number; key: number | null }
  | { do: "changeHoldOut"; holdOut: Which; version: number; converted: number }
  | { do: "retractHoldOut"; holdOut: Which }
  | { do: "createBenchmarkSet"; name: number; floor: number; month: number }
  | { do: "chooseBenchmarks"; set: Which; initiative: Which | null; month: number; version: number }
  | { do: "addAnnotation"; initiative: Which; day: number }
  | { do: "changeAnnotation"; annotation: Which; version: number; day: number }
  | { do: "retractAnnotation"; annotation: Which }
  | { do: "setProductionFacts"; initiative: Which; version: number; isNamed: boolean }
  | { do: "setWorkflow"; initiative: Which; version: number; isNarrow: boolean }
  | { do: "answerReadiness"; initiative: Which; question: number; score: number }
  | { do: "saveView"; isDefault: boolean }
  | { do: "changeSavedView"; view: Which; version: number; isDefault: boolean }
  | { do: "removeSavedView"; view: Which }
  | { do: "createCase"; initiative: Which; name: number; key: number | null }
  | { do: "moveCase"; what: CaseMove; case: Which; number: number; version: number; by: 0 | 1 }
  | { do: "setCaseSettings"; version: number; twoSignaturesFrom: number; by: 0 | 1 }
  | { do: "createCostPool"; name: number; driver: "usage" | "equal" }
  | { do: "bookCostPool"; pool: Which; month: number; amount: number; seats: number; revision: number }
  | { do: "retire" | "restore"; what: (typeof retired)[number]; which: Which; version: number }
  | { do: "closePeriod"; month: number }
  | { do: "reopenPeriod"; month: number }
  | { do: "changeKpi"; version: number; minimumVolume: number }
  | { do: "runJob"; job: number; key: number | null }
  | { do: "read"; what: (typeof readings)[number]; which: Which; asOf: number | null };

/** What becomes of a version of a case. */
const caseMoves = ["change", "submit", "approve", "return", "withdraw", "renew"] as const;
type CaseMove = (typeof caseMoves)[number];

/** What is retired and restored. */
export const retired = ["series", "kpis", "benchmark-sets", "cost-pools", "cases"] as const;

/** What may be asked for between the writes. */
export const readings = [
  "series",
  "series?retired=false",
  "kpis?retired=true",
  "initiatives?limit=2",
  "hold-outs?limit=2",
  "imports?limit=2",
  "annotations?limit=2",
  "findings",
  "readiness",
  "readiness answers",
  "saved-views",
  "snapshots",
  "revisions",
  "evaluation",
  "portfolio",
  "approvals?sort=-askedAt&limit=20",
  "periods?limit=4",
  "restatements",
  "audit-entries?limit=5",
  "audit-verification",
  "log-sheet?period=2026-W20",
  "benchmark-sets?limit=2",
  "benchmark-choices",
  "source-comparisons?limit=3",
  "cases?limit=2",
  "case versions",
  "case differences",
  "case-settings",
  "imports?limit=3",
  "cost-shares?limit=3",
  "jobs?limit=1",
] as const;

const which = fc.nat(4);
/** The admin who makes everything, or a colleague of finance. */
const by = fc.constantFrom(0, 1, 1);
const key = fc.option(fc.nat(3), { freq: 3 });
const month = fc.nat(3);

/** What every sequence begins with, so that there is something to work on. */
const beginning: LedgerCommand[] = [
  { do: "createSeries", scope: 0 },
  { do: "createSeries", scope: 1 },
  { do: "createInitiative", name: 0, key: null },
  { do: "addBenefit", initiative: 0, series: 0 },
];

/** Sequences of requests as somebody in a hurry would send them: many are refused, and rightly so. */
export const commandSequences = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ do: fc.constant("createSeries"), scope: fc.nat(3) }) },
      {
        weight: 8,
        arbitrary: fc.record({
          do: fc.constant("logSnapshot"),
          series: which,
          week: fc.nat(6),
          numerator: fc.nat(3),
          key,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant("retractSnapshot"),
          series: which,
          week: fc.nat(6),
          revision: fc.integer({ min: 1, max: 3 }),
          restore: fc.boolean(),
          beside: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("importFile"),
          shop: fc.nat(2),
          weeks: fc.nat(4),
          conversions: fc.nat(2),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant("importRecords"),
          target: fc.constantFrom(...recordTargetNames),
          rows: fc.array(
            fc.record({
              // Mostly what every sequence begins with, so that much is taken.
              name: fc.constantFrom(0, 0, 0, 1),
              shop: fc.constantFrom(0, 0, 0, 1),
              month,
              amount: fc.constantFrom(-1, 1, 1, 2, 2, 3),
            }),
            { minLength: 1, maxLength: 3 },
          ),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("undoImport"), import: which }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant("createInitiative"), name: fc.nat(2), key }) },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("changeInitiative"),
          initiative: which,
          version: fc.integer({ min: 1, max: 3 }),
          status: fc.constantFrom("active", "on-hold", "retired"),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ do: fc.constant("addBenefit"), initiative: which, series: which }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("changeBenefit"),
          benefit: which,
          version: fc.integer({ min: 1, max: 3 }),
          unitValue: fc.nat(2),
          baseline: fc.option(which),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("withdrawBenefit"),
          benefit: which,
          version: fc.integer({ min: 1, max: 2 }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("draftBaseline"),
          series: which,
          control: fc.option(which),
          subtracts: fc.boolean(),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("freezeBaseline"), baseline: which, by }) },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("unfreezeBaseline"),
          baseline: which,
          version: fc.integer({ min: 1, max: 2 }),
          by,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant("addCostLine"),
          initiative: which,
          month,
          amount: fc.nat(9999),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("retractCostLine"), costLine: which }) },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant("addHoldOut"), benefit: which, converted: fc.nat(2), key }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("changeHoldOut"),
          holdOut: which,
          version: fc.integer({ min: 1, max: 2 }),
          converted: fc.nat(2),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constant("addAnnotation"), initiative: which, day: fc.nat(3) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("changeAnnotation"),
          annotation: which,
          version: fc.integer({ min: 1, max: 2 }),
          day: fc.nat(3),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("retractAnnotation"), annotation: which }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("setProductionFacts"),
          initiative: which,
          version: fc.nat(1),
          isNamed: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("setWorkflow"),
          initiative: which,
          version: fc.nat(2),
          isNarrow: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("answerReadiness"),
          initiative: which,
          question: fc.nat(1),
          score: fc.nat(5),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("saveView"), isDefault: fc.boolean() }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("changeSavedView"),
          view: which,
          version: fc.integer({ min: 1, max: 2 }),
          isDefault: fc.boolean(),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("removeSavedView"), view: which }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("retractHoldOut"), holdOut: which }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("createBenchmarkSet"),
          name: fc.nat(2),
          floor: fc.nat(3),
          month,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("chooseBenchmarks"),
          set: which,
          initiative: fc.option(which),
          month,
          version: fc.nat(2),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant("createCase"), initiative: which, name: fc.nat(1), key }),
      },
      {
        weight: 8,
        arbitrary: fc.record({
          do: fc.constant("moveCase"),
          what: fc.constantFrom(...caseMoves),
          // Mostly the first of it, so that much is taken.
          case: fc.constantFrom(0, 0, 0, 1),
          number: fc.constantFrom(1, 1, 2),
          version: fc.constantFrom(1, 2, 2, 3, 4),
          by,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("setCaseSettings"),
          version: fc.nat(1),
          twoSignaturesFrom: fc.constantFrom(1, 99_999),
          by,
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("createCostPool"),
          name: fc.nat(2),
          driver: fc.constantFrom("usage", "equal"),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("bookCostPool"),
          pool: which,
          month,
          amount: fc.nat(999),
          seats: fc.nat(2),
          revision: fc.nat(1),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constantFrom("retire", "retire", "restore"),
          // Series first, as they stand in the way of retiring their KPI.
          what: fc.constantFrom("series", "series", ...retired),
          which,
          version: fc.constantFrom(1, 1, 2),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("closePeriod"), month }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("reopenPeriod"), month }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("changeKpi"),
          version: fc.integer({ min: 1, max: 2 }),
          minimumVolume: fc.nat(9),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant("runJob"), job: fc.nat(2), key }) },
      {
        weight: 7,
        arbitrary: fc.record({
          do: fc.constant("read"),
          what: fc.constantFrom(...readings),
          which,
          asOf: fc.option(fc.nat(20)),
        }),
      },
    ) as fc.Arbitrary<LedgerCommand>,
    { minLength: 5, maxLength: 24 },
  )
  .map((commands) => [...beginning, ...commands]);
