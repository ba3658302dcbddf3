import { listBusinessCases } from "@liftledger/database/business-cases";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { listSeriesByIds } from "@liftledger/database/series";
import { listTeams } from "@liftledger/database/teams";
import type { Reader } from "@liftledger/database/transaction";
import { seriesName } from "../claims/claims-book.ts";
import type { Context } from "../context.ts";
import { entryOf } from "../entry-of.ts";
import { erasedName } from "../people/erase-person.ts";
import type { PersonNames } from "../people/person-names.ts";
import { kpisOfSeries } from "../series/series-view.ts";

/** What may be an id among the texts of a JSON document. */
function idsIn(json: string): Set<string> {
  return new Set(Array.from(json.matchAll(/"([\w-]{6,41})"/g), ([, id = ""]) => id));
}

/**
 * The names that people, teams, initiatives, series, business cases and their versions have today whose ids stand in some
 * JSON documents. Someone who was erased has none: the id stays.
 */
export async function namedThings(
  ctx: Context,
  db: Reader,
  documents: readonly string[],
  nameOf: PersonNames,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(documents.flatMap((json) => [...idsIn(json)]))];
  if (ids.length === 0) return new Map();
  const teams = new Map((await listTeams(db, ctx.organisationId)).map(({ teamId, name }) => [teamId, name]));
  const initiatives = await listInitiativesByIds(db, ctx.organisationId, ids);
  const series = await listSeriesByIds(db, ctx.organisationId, ids);
  const versions = ids.flatMap((id) => versionIn(id) ?? []);
  const caseIds = [...new Set([...ids, ...versions.map(({ caseId }) => caseId)])];
  const cases = new Map(
    (await listBusinessCases(db, ctx.organisationId, { caseIds })).map(({ caseId, name }) => [caseId, name]),
  );
  const kpis = await kpisOfSeries(ctx, db, series);
  const named = new Map([
    ...initiatives.map(({ initiativeId, name }) => [initiativeId, name] as const),
    ...cases,
    ...versions.flatMap(({ id, caseId, number }) => {
      const name = cases.get(caseId);
      return name === undefined ? [] : [[id, `${name}, version ${number}`] as const];
    }),
    ...series.map((one) => [one.seriesId, seriesName(entryOf(kpis, one.seriesId), one)] as const),
  ]);
  return new Map(
    ids.flatMap((one) => {
      const name = named.get(one) ?? teams.get(one) ?? nameOf(one);
      return name === one || name === erasedName ? [] : [[one, name] as const];
    }),
  );
}

/** What the audit log calls a version of a case: the id of the case, and its number. */
function versionIn(id: string): { id: string; caseId: string; number: string } | undefined {
  const [, caseId, number] = /^(.+)-(\d{1,4})$/.exec(id) ?? [];
  return caseId === undefined || number === undefined ? undefined : { id, caseId, number };
}

/** The names of those of them that stand in one document. */
export function namesIn(json: string, names: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...names].filter(([id]) => json.includes(`"${id}"`)));
}
