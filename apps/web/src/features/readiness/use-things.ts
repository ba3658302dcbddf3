import { useQuery } from "@tanstack/react-query";
import { benefitsQuery, seriesListQuery } from "../../ledger-queries.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { casesOfQuery } from "../cases/queries.ts";
import { initiativeQuery } from "../initiative/setup-queries.ts";
import { thingKey, type Thing } from "./answer-draft.ts";
import type { Evidence } from "./queries.ts";
import { t } from "../../words.ts";

/** What of the product may show something of an initiative: itself, its cases, its baselines, its series, and what was named before. */
export function useThings(initiativeId: string, named: readonly Evidence[]): Thing[] {
  const organisationId = useOrganisationId();
  const initiative = useQuery(initiativeQuery(organisationId, initiativeId)).data;
  const cases = useQuery(casesOfQuery(organisationId, initiativeId)).data?.rows ?? [];
  const benefits = useQuery(benefitsQuery(organisationId, initiativeId)).data?.rows ?? [];
  const series = useQuery(seriesListQuery(organisationId)).data?.rows ?? [];
  const kind = "object" as const;
  const things: Thing[] = [
    ...(initiative === undefined
      ? []
      : [{ kind, noun: "initiative" as const, id: initiativeId, text: initiative.sentence }]),
    ...cases.map(({ caseId, name }) => ({
      kind,
      noun: "business-case" as const,
      id: caseId,
      text: t`The case “${name}”`,
    })),
    ...benefits.flatMap(({ seriesId, baselineId }) => {
      const one = series.find((row) => row.seriesId === seriesId);
      if (one === undefined) return [];
      const name = `${one.kpiName}, ${one.scope}`;
      return [
        { kind, noun: "series" as const, id: seriesId, text: name },
        ...(baselineId === null
          ? []
          : [{ kind, noun: "baseline" as const, id: baselineId, text: t`Baseline of ${name}` }]),
      ];
    }),
    ...named.filter((shown) => shown.kind === "object"),
  ];
  const byKey = new Map(things.toReversed().map((thing) => [thingKey(thing), thing]));
  return [...byKey.values()].toReversed();
}
