import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";

/** Leads to where the series is named that tells who uses an initiative. */
export function AdoptionLink({ initiativeId }: { initiativeId: string }) {
  const organisationId = useOrganisationId();
  return (
    <Text size="sm">
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            to="/$organisationId/initiatives/$initiativeId"
            params={{ organisationId, initiativeId }}
            hash="who-uses-it"
            {...props}
          />
        )}
      >{t`Name the series that tells who uses it`}</Anchor>
    </Text>
  );
}
