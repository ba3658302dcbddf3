import "@mantine/spotlight/styles.css";
import { Spotlight, spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { initiativesQuery } from "../api.ts";
import { useOrganisationId } from "../use-organisation.ts";
import { pages } from "./pages.ts";
import { t } from "../words.ts";

/** Finds initiatives and pages by name. Opens each time `asked` grows. */
export function SearchPalette({ asked }: { asked: number }) {
  const actions = usePaletteActions();
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
        placeholder: t`Search initiatives and pages`,
        "aria-label": t`Search initiatives and pages`,
      }}
    />
  );
}

function usePaletteActions(): SpotlightActionGroupData[] {
  const organisationId = useOrganisationId();
  const navigate = useNavigate();
  const { data } = useQuery(initiativesQuery(organisationId));
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
        description: initiative.sentence,
        keywords: [initiative.team, initiative.owner],
        onClick: () =>
          void navigate({
            to: "/$organisationId/initiatives/$initiativeId",
            params: { organisationId, initiativeId: initiative.initiativeId },
          }),
      })),
    },
  ];
}
