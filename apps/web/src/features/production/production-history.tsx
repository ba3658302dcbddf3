import type { ProductionFacts } from "@liftledger/contracts/production-facts";
import { Paper, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { readerLocale } from "../../components/reader-locale.ts";
import { VersionHistory } from "../../components/version-history.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { changedFacts, typedFacts } from "./production-draft.ts";
import { productionFactVersionsQuery } from "./queries.ts";
import { factWords } from "./production-words.ts";
import { t } from "../../words.ts";

/** Every version of what is recorded, the latest first: who, when, and what was another by it. */
export function ProductionHistory({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  const rows = useQuery(productionFactVersionsQuery(organisationId, initiativeId)).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="versions">
      <Title order={2} fz={18} mb="xs" id="versions">{t`Versions`}</Title>
      <VersionHistory
        versions={rows.map((row, place) => ({ ...row, changes: whatChanged(rows[place + 1], row) }))}
        isLinked
      />
    </Paper>
  );
}

function whatChanged(before: ProductionFacts | undefined, after: ProductionFacts): string[] {
  if (before === undefined) return [t`The first that was recorded`];
  const changed = changedFacts(typedFacts(before, readerLocale), typedFacts(after, readerLocale));
  const was = before.reopened?.at;
  const is = after.reopened?.at;
  const deeds = [
    ...changed.map((fact) => factWords[fact].name),
    ...(is !== undefined && is !== was ? [t`The guardrails were reopened by another scope`] : []),
    ...(was !== undefined && is === undefined ? [t`The guardrails were approved`] : []),
  ];
  return deeds.length === 0 ? [t`Nothing was changed`] : deeds;
}
