import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";

/** Leads to where a business case begins, of an initiative where one is named. */
export function NewCaseButton({
  initiative,
  variant = "filled",
}: {
  initiative?: string | undefined;
  variant?: "filled" | "default";
}) {
  const organisationId = useOrganisationId();
  return (
    <Button
      variant={variant}
      renderRoot={(props) => (
        <Link
          to="/$organisationId/cases/new"
          params={{ organisationId }}
          search={initiative === undefined ? {} : { initiative }}
          {...props}
        />
      )}
    >{t`Write a business case`}</Button>
  );
}
