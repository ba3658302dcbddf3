import { useQuery } from "@tanstack/react-query";
import { ShownQuery } from "../../components/shown-query.tsx";
import { withChanges } from "../../components/version-changes.ts";
import { VersionsButton } from "../../components/versions-button.tsx";
import { VersionHistory } from "../../components/version-history.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { dataAssetVersionsQuery, toolVersionsQuery } from "./queries.ts";
import { dataFacts, toolFacts } from "./version-facts.ts";
import { t } from "../../words.ts";

/** Every version of a tool: who recorded it, when, and what was another by it. */
export function ToolVersions({ tool: { toolId, name } }: { tool: { toolId: string; name: string } }) {
  return <VersionsButton name={name}>{() => <OfTool toolId={toolId} />}</VersionsButton>;
}

function OfTool({ toolId }: { toolId: string }) {
  const query = useQuery(toolVersionsQuery(useOrganisationId(), toolId));
  return (
    <ShownQuery query={query} failed={t`The versions could not be loaded.`} height={160}>
      {({ rows }) => <VersionHistory versions={withChanges(rows, toolFacts)} />}
    </ShownQuery>
  );
}

/** Every version of data, alike. */
export function DataVersions({ asset }: { asset: { dataAssetId: string; name: string } }) {
  return (
    <VersionsButton name={asset.name}>{() => <OfData dataAssetId={asset.dataAssetId} />}</VersionsButton>
  );
}

function OfData({ dataAssetId }: { dataAssetId: string }) {
  const query = useQuery(dataAssetVersionsQuery(useOrganisationId(), dataAssetId));
  return (
    <ShownQuery query={query} failed={t`The versions could not be loaded.`} height={160}>
      {({ rows }) => <VersionHistory versions={withChanges(rows, dataFacts)} />}
    </ShownQuery>
  );
}
