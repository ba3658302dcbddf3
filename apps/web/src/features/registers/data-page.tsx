import type { DataAsset } from "@liftledger/contracts/data-asset";
import { Button, Card, Group, NativeSelect, Stack, Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { csvText } from "../../components/csv-text.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { saveFile } from "../../components/save-file.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { readDataSearch, withoutEmpty, type DataSearch } from "../../search-params.ts";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { useShownRows } from "../retirement/show-retired.tsx";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { DataDialog } from "./data-dialog.tsx";
import { dataRows } from "./data-rows.ts";
import { DataTable } from "./data-table.tsx";
import { dataAssetsQuery } from "./queries.ts";
import { form, plural, t } from "../../words.ts";

const route = "/$organisationId/data";

/** The inventory of data: where they live, in what state they are, and what stands in the way of using them. */
export function DataPage() {
  const clocks = useClocks();
  const query = useQuery(dataAssetsQuery(useOrganisationId(), clocks));
  const standing = query.data?.rows.filter(({ retired }) => retired === null) ?? [];
  const open = standing.filter(({ gaps }) => gaps.length > 0).length;
  return (
    <>
      <PageHeader
        title={
          open === 0
            ? t`Data`
            : plural(
                open,
                form`${open} set of data is not ready to be used`,
                form`${open} sets of data are not ready to be used`,
              )
        }
        subline={t`Where data live, what needs cleansing, whether systems agree on them, and what they may be used for.`}
      />
      <Stack maw={1240}>
        <ShownQuery query={query} failed={t`The data could not be loaded.`} height={320}>
          {({ rows }) => <Inventory assets={rows} isPast={clocks.asOf !== undefined} />}
        </ShownQuery>
      </Stack>
    </>
  );
}

function Inventory({ assets, isPast }: { assets: readonly DataAsset[]; isPast: boolean }) {
  const { shown, control } = useShownRows(assets);
  const { system = "", open: onlyOpen = false } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const show = (next: DataSearch) =>
    void navigate({ search: (now) => withoutEmpty({ ...now, ...next }), replace: true, resetScroll: false });
  const [open, setOpen] = useState<DataAsset | "new">();
  const mayWrite = (usePerson()?.role ?? "viewer") !== "viewer" && !isPast;
  const systems = [...new Set(assets.map((asset) => asset.system))].toSorted();
  const rows = shown.filter(
    (asset) => (system === "" || asset.system === system) && (!onlyOpen || asset.gaps.length > 0),
  );
  return (
    <>
      <Group gap="sm" align="flex-end" className="not-printed">
        <NativeSelect
          label={t`Lives in`}
          w={190}
          value={system}
          data={[{ value: "", label: t`All` }, ...systems]}
          onChange={({ currentTarget }) => show({ system: currentTarget.value })}
        />
        <Switch
          mb={8}
          label={t`Only what is not ready`}
          checked={onlyOpen}
          onChange={({ currentTarget }) => show({ open: currentTarget.checked })}
        />
        {control}
        <SavedViewsButton page="data" read={readDataSearch} size="sm" />
        {assets.length > 0 && (
          <Button
            variant="default"
            onClick={() => saveFile("data.csv", csvText(dataRows(rows)), "text/csv")}
          >{t`Save as CSV`}</Button>
        )}
        {mayWrite && <Button onClick={() => setOpen("new")}>{t`Enter data`}</Button>}
      </Group>
      {rows.length === 0 ? (
        <Card withBorder padding="md">
          <Text maw={640}>
            {assets.length === 0
              ? t`No data are entered yet. Enter what initiatives draw on before they are built: what is missing then is found early.`
              : t`No data are like that.`}
          </Text>
        </Card>
      ) : (
        <DataTable assets={rows} mayWrite={mayWrite} onOpen={setOpen} />
      )}
      {open !== undefined && (
        <DataDialog
          asset={
            open === "new"
              ? undefined
              : (assets.find(({ dataAssetId }) => dataAssetId === open.dataAssetId) ?? open)
          }
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
