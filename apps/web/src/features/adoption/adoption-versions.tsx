import type { AdoptionVersion } from "@liftledger/contracts/adoption";
import { useQuery } from "@tanstack/react-query";
import { ShownQuery } from "../../components/shown-query.tsx";
import { withChanges, type Fact } from "../../components/version-changes.ts";
import { VersionHistory } from "../../components/version-history.tsx";
import { VersionsButton } from "../../components/versions-button.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { adoptionVersionsQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** Every version of which series tells who uses an initiative: who named it, when, and what was another by it. */
export function AdoptionVersions({ initiativeId }: { initiativeId: string }) {
  return (
    <VersionsButton name={t`the series that tells who uses it`}>
      {() => <OfInitiative initiativeId={initiativeId} />}
    </VersionsButton>
  );
}

function OfInitiative({ initiativeId }: { initiativeId: string }) {
  const query = useQuery(adoptionVersionsQuery(useOrganisationId(), initiativeId));
  return (
    <ShownQuery query={query} failed={t`The versions could not be loaded.`} height={120}>
      {({ rows }) => <VersionHistory versions={withChanges(rows, facts)} />}
    </ShownQuery>
  );
}

const facts = ({ series, sameAsCase }: AdoptionVersion): Fact[] => [
  { name: t`Told by`, text: series === null ? t`no series` : series.name },
  { name: t`The case means the same by adoption`, text: sameAsCase ? t`yes` : t`no` },
];
