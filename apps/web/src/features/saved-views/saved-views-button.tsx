import type { ViewPage } from "@liftledger/contracts/saved-view";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { savedViewsQuery } from "./queries.ts";
import { readViewSearch, viewSearch, type ReadSearch } from "./view-search.ts";
import { t } from "../../words.ts";

const SavedViewsDialog = lazy(() =>
  import("./saved-views-dialog.tsx").then((module) => ({ default: module.SavedViewsDialog })),
);

export interface SavedViewsButtonProps {
  /** The page whose address is kept, and how it reads that. */
  page: ViewPage;
  read: ReadSearch;
  /** For a page that keeps what is typed to itself. */
  onApplied?: () => void;
  size?: "xs" | "sm";
}

/** Opens the saved views of a page and names the one that is on. Who looks without an account has none. */
export function SavedViewsButton({ page, read, onApplied, size = "xs" }: SavedViewsButtonProps) {
  const organisationId = useOrganisationId();
  const person = usePerson();
  const views = useQuery({ ...savedViewsQuery(organisationId, page), enabled: person !== undefined }).data
    ?.rows;
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const now = viewSearch(search);
  const on = now === "" ? undefined : views?.find((view) => view.search === now);
  const go = (text: string, replace: boolean) =>
    void navigate({ to: ".", search: readViewSearch(read, text), replace, resetScroll: false }).then(
      onApplied,
    );
  const apply = (text: string) => {
    go(text, false);
    setOpen(false);
  };
  // A page that was opened without any filter opens with the person's own choice, once, unless they were faster.
  const begun = useRef(false);
  const opening = views?.find(({ isDefault }) => isDefault);
  useEffect(() => {
    if (now !== "") begun.current = true;
    if (begun.current || views === undefined) return;
    begun.current = true;
    if (opening !== undefined) go(opening.search, true);
  });
  if (person === undefined) return null;
  return (
    <>
      <Button size={size} variant="default" aria-haspopup="dialog" maw={220} onClick={() => setOpen(true)}>
        {on === undefined ? t`Views` : t`View: ${on.name}`}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <SavedViewsDialog
            page={page}
            views={views ?? []}
            now={now}
            onApply={apply}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
