import "@mantine/spotlight/styles.css";
import { Spotlight, spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, type KeyboardEvent } from "react";
import { initiativesQuery, kpisQuery } from "../ledger-queries.ts";
import { everyCaseQuery } from "../features/cases/queries.ts";
import { settingPlaces } from "../features/settings/setting-places.ts";
import { useOrganisationId } from "../use-organisation.ts";
import { usePerson } from "../use-session.ts";
import { pages } from "./pages.ts";
import { formatSentence } from "../components/format-sentence.ts";
import { t } from "../words.ts";

/** Finds initiatives, business cases, KPIs, pages and settings by name. Opens each time `asked` grows. */
export function SearchPalette({ asked }: { asked: number }) {
  const actions = usePaletteActions(asked > 0);
  useEffect(() => {
    if (asked > 0) spotlight.open();
  }, [asked]);
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      overlayProps={{ blur: 0 }}
      styles={{ actionDescription: { opacity: 1 } }}
      attributes={{ content: { "aria-label": t`Search` }, header: { role: "presentation" } }}
      // The pages come first, and beside them always a dozen initiatives.
      limit={pages.length + 12}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t`Nothing has that name`}
      searchProps={{
        placeholder: t`Initiatives, cases, KPIs, pages`,
        "aria-label": t`Search initiatives, cases, KPIs and pages`,
        onKeyDown: goToFirst,
      }}
    />
  );
}

/** What came after the last letter was typed is marked by nobody: Enter goes to the first that is shown. */
function goToFirst({ key, nativeEvent, currentTarget }: KeyboardEvent<HTMLInputElement>): void {
  if (key !== "Enter" || nativeEvent.isComposing) return;
  const palette = currentTarget.closest("[role=dialog]");
  if (palette?.querySelector("[data-action][data-selected]") !== null) return;
  palette.querySelector<HTMLElement>("[data-action]")?.click();
}

/** What can be gone to; business cases and KPIs are asked for once somebody searches. */
function usePaletteActions(isAsked: boolean): SpotlightActionGroupData[] {
  const organisationId = useOrganisationId();
  const navigate = useNavigate();
  const role = usePerson()?.role ?? "viewer";
  const { data } = useQuery(initiativesQuery(organisationId));
  const cases = useQuery({ ...everyCaseQuery(organisationId), enabled: isAsked });
  const kpis = useQuery({ ...kpisQuery(organisationId), enabled: isAsked });
  return [
    {
      group: t`Pages`,
      actions: pages.map((page) => ({
        id: page.key,
        label: page.name,
        onClick: () => void navigate({ to: page.to, params: { organisationId } }),
      })),
    },
    {
      group: t`Initiatives`,
      actions: (data?.rows ?? []).map((initiative) => ({
        id: initiative.initiativeId,
        label: initiative.name,
        description: formatSentence(initiative.sentence),
        keywords: [initiative.team, initiative.owner],
        onClick: () =>
          void navigate({
            to: "/$organisationId/initiatives/$initiativeId",
            params: { organisationId, initiativeId: initiative.initiativeId },
          }),
      })),
    },
    {
      group: t`Business cases`,
      actions: (cases.data?.rows ?? []).map(({ caseId, name, initiative }) => ({
        id: caseId,
        label: name,
        description: initiative,
        onClick: () =>
          void navigate({ to: "/$organisationId/cases/$caseId", params: { organisationId, caseId } }),
      })),
    },
    {
      group: t`KPIs`,
      actions: (kpis.data?.rows ?? []).map(({ key, name }) => ({
        id: /* no text: an id */ `kpi ${key}`,
        label: name,
        onClick: () =>
          void navigate({ to: "/$organisationId/kpis/$kpiKey", params: { organisationId, kpiKey: key } }),
      })),
    },
    {
      // What has its link on the left is found among the pages.
      group: t`Settings`,
      actions: settingPlaces
        .filter(({ to, roles }) => roles.includes(role) && pages.every((page) => page.to !== to))
        .map(({ name, about, to }) => ({
          id: to,
          label: name,
          description: about,
          onClick: () => void navigate({ to, params: { organisationId } }),
        })),
    },
  ];
}
