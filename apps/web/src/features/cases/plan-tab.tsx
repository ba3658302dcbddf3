import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { PlanEditor } from "../case-plan/plan-editor.tsx";
import type { CaseTabProps } from "./case-tabs.ts";
import { isOpen } from "./case-words.ts";
import { PlanReading } from "./plan-reading.tsx";
import { caseQuery, caseVersionQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** The plan of a version: to be written while it is open, else to be read. */
export function PlanTab({ caseId, number }: CaseTabProps) {
  const organisationId = useOrganisationId();
  const query = useQuery(caseVersionQuery(organisationId, caseId, number));
  const isRetired = (useQuery(caseQuery(organisationId, caseId)).data?.retired ?? null) !== null;
  const role = usePerson()?.role ?? "viewer";
  return (
    <ShownQuery query={query} failed={t`The plan could not be loaded.`} height={520}>
      {(version) => {
        if (isOpen(version.status) && role !== "viewer" && !isRetired)
          return <PlanEditor key={`${caseId} ${number}`} version={version} />;
        return (
          <>
            {isOpen(version.status) && role === "viewer" && (
              <Alert variant="default">{t`You may read it. To write it takes the role contributor, which an admin gives.`}</Alert>
            )}
            <PlanReading plan={version.plan} />
          </>
        );
      }}
    </ShownQuery>
  );
}
