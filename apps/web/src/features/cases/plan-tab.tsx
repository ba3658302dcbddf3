import { useQuery } from "@tanstack/react-query";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import type { CaseTabProps } from "./case-tabs.ts";
import { PlanReading } from "./plan-reading.tsx";
import { caseVersionQuery } from "./queries.ts";
import { t } from "../../words.ts";

/** The plan of a version. */
export function PlanTab({ caseId, number }: CaseTabProps) {
  const query = useQuery(caseVersionQuery(useOrganisationId(), caseId, number));
  return (
    <ShownQuery query={query} failed={t`The plan could not be loaded.`} height={520}>
      {({ plan }) => <PlanReading plan={plan} />}
    </ShownQuery>
  );
}
