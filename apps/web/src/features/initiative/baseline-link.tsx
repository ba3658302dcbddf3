import { Anchor } from "@mantine/core";
import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";

export interface BaselineLinkProps {
  initiativeId: string;
  benefit: Pick<BenefitEvaluation, "benefitId" | "kpi" | "scope">;
}

/** Leads to where the baseline of a benefit is tried out, drafted and frozen. */
export function BaselineLink({ initiativeId, benefit: { benefitId, kpi, scope } }: BaselineLinkProps) {
  const organisationId = useOrganisationId();
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(own) => (
        <Link
          to="/$organisationId/initiatives/$initiativeId/benefits/$benefitId/baseline"
          params={{ organisationId, initiativeId, benefitId }}
          {...own}
        />
      )}
    >{t`Open the baseline of ${kpi.name}, ${scope}`}</Anchor>
  );
}
