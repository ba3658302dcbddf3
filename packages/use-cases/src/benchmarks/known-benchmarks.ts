import {
  listBenchmarkChoices,
  wholeOrganisation,
  type BenchmarkChoice,
} from "@liftledger/database/benchmark-choices";
import {
  listBenchmarkSets,
  listBenchmarkSetVersions,
  type BenchmarkSetVersion,
} from "@liftledger/database/benchmark-sets";
import type { Reader } from "@liftledger/database/transaction";
import { bandsOf, type BenchmarkSet } from "@liftledger/roi/benchmark-set";
import type { OwnHurdle } from "@liftledger/roi/own-hurdle";
import type { Phase } from "@liftledger/roi/phase";
import type { Context } from "../context.ts";
import type { PersonNames } from "../people/person-names.ts";

/** The organisation's own benchmarks and the choices among them, as known at an instant. */
export interface KnownBenchmarks {
  choices: readonly BenchmarkChoice[];
  versions: readonly BenchmarkSetVersion[];
  /** By set id. */
  names: ReadonlyMap<string, string>;
}

/** Reads what was known of benchmarks at `asOf`. */
export async function readBenchmarks(ctx: Context, db: Reader, asOf: string): Promise<KnownBenchmarks> {
  const choices = await listBenchmarkChoices(db, ctx.organisationId, { asOf });
  if (choices.length === 0) return { choices, versions: [], names: new Map() };
  const versions = await listBenchmarkSetVersions(db, ctx.organisationId, { asOf });
  const sets = await listBenchmarkSets(db, ctx.organisationId);
  return { choices, versions, names: new Map(sets.map(({ setId, name }) => [setId, name])) };
}

/** What an initiative is judged by on a day, and what is told beside: nothing where the published benchmarks count. */
export function benchmarksInForce(
  known: KnownBenchmarks,
  initiativeId: string,
  { until, nameOf }: { until: string; nameOf: PersonNames },
): { benchmarks?: BenchmarkSet; ownHurdles?: OwnHurdle[] } {
  const setFor = (purpose: BenchmarkChoice["purpose"]) => {
    const choice = choiceInForce(known, purpose, { initiativeId, until });
    const version = known.versions.findLast(
      ({ setId, validFrom }) => setId === choice?.setId && validFrom <= until,
    );
    return version === undefined ? undefined : engineSet(known, version, nameOf);
  };
  const [benchmarks, beside] = [setFor("verdict"), setFor("beside")];
  return {
    ...(benchmarks === undefined ? {} : { benchmarks }),
    ...(beside === undefined ? {} : { ownHurdles: hurdlesOf(beside) }),
  };
}

/** A version of a set as the engine takes it, where it was known at `asOf`; undefined where there was none. */
export async function knownSet(
  ctx: Context,
  db: Reader,
  { setId, version, asOf, nameOf }: { setId: string; version: number; asOf: string; nameOf: PersonNames },
): Promise<BenchmarkSet | undefined> {
  const versions = await listBenchmarkSetVersions(db, ctx.organisationId, { setId, asOf });
  const kept = versions.find((one) => one.version === version);
  if (kept === undefined) return undefined;
  const sets = await listBenchmarkSets(db, ctx.organisationId);
  const names = new Map(sets.map((set) => [set.setId, set.name]));
  return engineSet({ names }, kept, nameOf);
}

/** The last choice in force: the initiative's own, or that of the organisation. */
function choiceInForce(
  { choices }: KnownBenchmarks,
  purpose: BenchmarkChoice["purpose"],
  { initiativeId, until }: { initiativeId: string; until: string },
): BenchmarkChoice | undefined {
  const last = (subject: string) =>
    choices.findLast(
      (choice) => choice.subject === subject && choice.purpose === purpose && choice.validFrom <= until,
    );
  const own = last(initiativeId);
  return own === undefined || own.judgedBy === "organisation" ? last(wholeOrganisation) : own;
}

function engineSet(
  { names }: Pick<KnownBenchmarks, "names">,
  kept: BenchmarkSetVersion,
  nameOf: PersonNames,
): BenchmarkSet {
  const { setId, version, validFrom, basis, span, source, caveat, recordedAt } = kept;
  const name = names.get(setId) ?? setId;
  const approvedBy = nameOf(kept.approvedBy);
  const said = [`${name}, version ${version}, in force from ${validFrom}, approved by ${approvedBy}`, source];
  return {
    setId,
    name,
    version,
    validFrom,
    basis,
    span,
    publisher: source,
    caveat,
    approvedBy,
    bands: kept.bands.map((band) => ({ ...band, phase: band.phase as Phase })),
    source: {
      kind: "benchmark",
      text: [...said, caveat].filter((part) => part !== "").join(": "),
      version,
      approvedBy,
      recordedAt,
      recordedBy: nameOf(kept.recordedBy),
    },
  };
}

function hurdlesOf(set: BenchmarkSet): OwnHurdle[] {
  return set.bands.flatMap(({ phase }) => {
    const band = bandsOf(set)(phase);
    if (band === null || (band.notComparable ?? null) !== null) return [];
    const { floor, ceiling, publisher: setBy } = band;
    return [{ name: set.name, phase, floor, ceiling, setBy }];
  });
}
