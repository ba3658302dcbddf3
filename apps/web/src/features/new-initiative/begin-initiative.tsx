import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { useHasRole } from "../access/use-has-role.ts";
import { t } from "../../words.ts";

/** The way on from a page that has nothing to show before there is an initiative; nothing for who may not begin one. */
export function BeginInitiative() {
  const organisationId = useOrganisationId();
  if (!useHasRole("contributor")) return null;
  return (
    <Button
      mt="sm"
      renderRoot={(props) => <Link to="/$organisationId/new" params={{ organisationId }} {...props} />}
    >{t`State an outcome`}</Button>
  );
}
