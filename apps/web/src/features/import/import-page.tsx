import { Skeleton, Stack } from "@mantine/core";
import type { FileInspection } from "@liftledger/contracts/import";
import { useMutation, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { clientOf } from "../../api.ts";
import { kpisQuery } from "../../ledger-queries.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { LookOnly } from "../access/look-only.tsx";
import { useHasRole } from "../access/use-has-role.ts";
import { EarlierImports } from "./earlier-imports.tsx";
import { FileSource } from "./file-source.tsx";
import { importRecipesQuery } from "./queries.ts";
import { RememberedMappings } from "./remembered-mappings.tsx";
import { UnreadFile } from "./unread-file.tsx";
import { t } from "../../words.ts";

const ImportFlow = lazy(() => import("./import-flow.tsx").then((module) => ({ default: module.ImportFlow })));

/** A file, and how its text is written down where a person says so. */
interface LookedAt {
  file: File;
  encoding?: "windows-1252";
}

/** From a spreadsheet to numbers in the ledger: look, map, preview, import. */
export function ImportPage() {
  const organisationId = useOrganisationId();
  const currency = useOrganisation()?.currency;
  const mayImport = useHasRole("contributor");
  const kpis = useQuery(kpisQuery(organisationId));
  const recipes = useQuery(importRecipesQuery(organisationId));
  const [chosen, setChosen] = useState<{ file: File; inspection: FileInspection; time: number }>();
  const look = useMutation({
    mutationFn: async ({ file, encoding }: LookedAt) => ({
      file,
      inspection: await clientOf(organisationId).call("inspectFile", {
        body: { file, ...(encoding === undefined ? {} : { encoding }) },
      }),
      time: Date.now(),
    }),
    onSuccess: setChosen,
  });
  const failed = [kpis, recipes].find((query) => query.isError);
  const ready = kpis.data !== undefined && recipes.data !== undefined && currency !== undefined;
  return (
    <>
      <PageHeader
        title={t`Import a spreadsheet`}
        subline={t`Weekly figures, initiatives, costs or hold-outs. Nothing is written before you have seen what would change.`}
      />
      <Stack gap="lg" maw={1100}>
        {failed !== undefined && (
          <FailedQuery
            what={t`The catalogue could not be loaded.`}
            error={failed.error}
            onRetry={() => void failed.refetch()}
          />
        )}
        <LookOnly least="contributor">
          {t`You see what was imported. To import something, ask an admin for the role of contributor.`}
        </LookOnly>
        {mayImport && chosen === undefined && (
          <FileSource onFile={(file) => look.mutate({ file })} reading={look.isPending} />
        )}
        {look.error !== null && chosen === undefined && (
          <UnreadFile
            error={look.error}
            onOlder={() =>
              look.variables !== undefined &&
              look.mutate({ file: look.variables.file, encoding: "windows-1252" })
            }
          />
        )}
        {chosen !== undefined && !ready && failed === undefined && <Skeleton height={400} radius="md" />}
        {chosen !== undefined && ready && (
          <Suspense fallback={<Skeleton height={400} radius="md" />}>
            <ImportFlow
              key={chosen.time}
              chosen={{
                file: chosen.file,
                inspection: chosen.inspection,
                kpis: kpis.data.rows.filter(({ retired }) => retired === null),
                recipes: recipes.data.rows.filter(({ retired }) => retired === null),
                ownCurrency: currency,
              }}
              onAnother={() => setChosen(undefined)}
            />
          </Suspense>
        )}
        {chosen === undefined && recipes.data !== undefined && (
          <RememberedMappings recipes={recipes.data.rows} />
        )}
        <EarlierImports />
      </Stack>
    </>
  );
}
