import type { Tool } from "@liftledger/contracts/tool";
import { Button, Card, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { csvText } from "../../components/csv-text.ts";
import { PageHeader } from "../../components/page-header.tsx";
import { saveFile } from "../../components/save-file.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { readToolsSearch, withoutEmpty, type ToolsSearch } from "../../search-params.ts";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { useShownRows } from "../retirement/show-retired.tsx";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { OverloadCard } from "./overload-card.tsx";
import { integrationNames } from "./known-words.ts";
import { toolOverloadQuery, toolsQuery } from "./queries.ts";
import { ToolDialog } from "./tool-dialog.tsx";
import { toolRows } from "./tool-rows.ts";
import { ToolsTable } from "./tools-table.tsx";
import { form, plural, t } from "../../words.ts";

const route = "/$organisationId/tools";

/** The register of tools: which there are, who uses each, what was spent, and where they crowd. */
export function ToolsPage() {
  const organisationId = useOrganisationId();
  const clocks = useClocks();
  const tools = useQuery(toolsQuery(organisationId, clocks));
  const overload = useQuery(toolOverloadQuery(organisationId, clocks));
  const count = tools.data?.rows.filter(({ retired }) => retired === null).length ?? 0;
  return (
    <>
      <PageHeader
        title={
          count === 0 ? t`Tools` : plural(count, form`${count} tool in use`, form`${count} tools in use`)
        }
        subline={t`Which tools there are, whether they work together with the systems there are, who uses each for what, and what was spent on it.`}
      />
      <Stack gap="md" maw={1240}>
        <ShownQuery query={tools} failed={t`The tools could not be loaded.`} height={320}>
          {({ rows }) => <Register tools={rows} isPast={clocks.asOf !== undefined} />}
        </ShownQuery>
        <ShownQuery query={overload} failed={t`Where tools crowd could not be loaded.`} height={220}>
          {(found) => <OverloadCard overload={found} />}
        </ShownQuery>
      </Stack>
    </>
  );
}

function Register({ tools, isPast }: { tools: readonly Tool[]; isPast: boolean }) {
  const { shown, control } = useShownRows(tools);
  const { integration = "", initiative: initiativeId = "" } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const show = (next: ToolsSearch) =>
    void navigate({ search: (now) => withoutEmpty({ ...now, ...next }), replace: true, resetScroll: false });
  const [open, setOpen] = useState<Tool | "new">();
  const mayWrite = (usePerson()?.role ?? "viewer") !== "viewer" && !isPast;
  const users = new Map(tools.flatMap(({ uses }) => uses.map((use) => [use.initiativeId, use.initiative])));
  const rows = shown.filter(
    (tool) =>
      (integration === "" || tool.integration === integration) &&
      (initiativeId === "" || tool.uses.some((use) => use.initiativeId === initiativeId)),
  );
  const all = { value: "", label: t`All` };
  return (
    <>
      <Group gap="sm" align="flex-end" className="not-printed">
        <NativeSelect
          label={t`Integration`}
          w={170}
          value={integration}
          data={[all, ...Object.entries(integrationNames).map(([value, label]) => ({ value, label }))]}
          onChange={({ currentTarget }) => show({ integration: currentTarget.value })}
        />
        <NativeSelect
          label={t`Used by`}
          w={240}
          value={initiativeId}
          data={[all, ...[...users].map(([value, label]) => ({ value, label }))]}
          onChange={({ currentTarget }) => show({ initiative: currentTarget.value })}
        />
        {control}
        <SavedViewsButton page="tools" read={readToolsSearch} size="sm" />
        {tools.length > 0 && (
          <Button
            variant="default"
            onClick={() => saveFile("tools.csv", csvText(toolRows(rows)), "text/csv")}
          >{t`Save as CSV`}</Button>
        )}
        {mayWrite && <Button onClick={() => setOpen("new")}>{t`Enter a tool`}</Button>}
      </Group>
      {rows.length === 0 ? (
        <Card withBorder padding="md">
          <Text maw={640}>
            {tools.length === 0
              ? t`No tool is entered yet. Enter those that initiatives use, and say which costs are theirs: then it shows what each costs, and where two are paid for the same thing.`
              : t`No tool is like that.`}
          </Text>
        </Card>
      ) : (
        <ToolsTable tools={rows} mayWrite={mayWrite} onOpen={setOpen} />
      )}
      {open !== undefined && (
        <ToolDialog
          tool={open === "new" ? undefined : (tools.find(({ toolId }) => toolId === open.toolId) ?? open)}
          tools={tools}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
