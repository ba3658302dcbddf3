import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { savedViewsQuery } from "./queries.ts";
import { readViewSearch, viewSearch } from "./view-search.ts";
import { t } from "../../words.ts";

const SavedViewsDialog = lazy(() =>
  import("./saved-views-dialog.tsx").then((module) => ({ default: module.SavedViewsDialog })),
);

/** Opens the saved views and names the one that is on. Who looks without an account has none. */
export function SavedViewsButton({ onApplied }: { onApplied: () => void }) {
  const organisationId = useOrganisationId();
  const person = usePerson();
  const views = useQuery({ ...savedViewsQuery(organisationId), enabled: person !== undefined }).data?.rows;
  const search = useSearch({ from: "/$organisationId/portfolio" });
  const navigate = useNavigate({ from: "/$organisationId/portfolio" });
  const [open, setOpen] = useState(false);
  const now = viewSearch(search);
  const on = now === "" ? undefined : views?.find((view) => view.search === now);
  const apply = (text: string) => {
    void navigate({ search: readViewSearch(text), resetScroll: false }).then(onApplied);
    setOpen(false);
  };
  // A page that was opened without any filter opens with the person's own choice, once.
  const begun = useRef(now !== "");
  const opening = views?.find(({ isDefault }) => isDefault);
  useEffect(() => {
    if (begun.current || views === undefined) return;
    begun.current = true;
    if (opening !== undefined)
      void navigate({ search: readViewSearch(opening.search), replace: true, resetScroll: false }).then(
        onApplied,
      );
  }, [views, opening, navigate, onApplied]);
  if (person === undefined) return null;
  return (
    <>
      <Button size="xs" variant="default" aria-haspopup="dialog" maw={220} onClick={() => setOpen(true)}>
        {on === undefined ? t`Views` : t`View: ${on.name}`}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <SavedViewsDialog views={views ?? []} now={now} onApply={apply} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
