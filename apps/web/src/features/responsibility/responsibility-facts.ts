import type { ResponsibilityFields } from "@liftledger/contracts/responsibility";
import { formatDate } from "../../components/format-date.ts";
import type { Fact } from "../../components/version-changes.ts";
import {
  basisNames,
  intervalNames,
  optOutNames,
  riskNames,
  roleNames,
  squadNames,
} from "./responsibility-words.ts";
import { t } from "../../words.ts";

/** What a version says of who answers for what, by the names that its form has for it. */
export function responsibilityFacts(facts: ResponsibilityFields): Fact[] {
  const { squad, unapproved, outputReview, gdprBasis, ccpa, consentRecord, aiActRole } = facts;
  return [
    ...squad.map(({ role, who }) => ({ name: squadNames[role], text: who })),
    {
      name: t`What the AI may do without approval`,
      text: unapproved === null ? null : unapproved.length === 0 ? t`nothing` : unapproved.join("; "),
    },
    {
      name: t`Who reviews its output`,
      text:
        outputReview === null
          ? null
          : joined(outputReview.reviewer, intervalNames[outputReview.every], outputReview.sample),
    },
    { name: t`Basis under the GDPR`, text: gdprBasis === null ? null : basisNames[gdprBasis] },
    { name: t`Choice under the CCPA`, text: ccpa === null ? null : optOutNames[ccpa] },
    { name: t`Where it is written down`, text: consentRecord },
    { name: t`Are people told that an AI is at work?`, text: disclosureWords(facts) },
    { name: t`Last bias audit`, text: auditWords(facts) },
    { name: t`What the organisation is of it`, text: aiActRole === null ? null : roleNames[aiActRole] },
    { name: t`Do people deal with it directly?`, text: yesOrNo(facts.talksWithPeople) },
    { name: t`Does it make text, pictures, sound or video?`, text: yesOrNo(facts.makesContent) },
    { name: t`Is what it makes published?`, text: yesOrNo(facts.isPublished) },
    { name: t`Risk class`, text: riskWords(facts) },
  ];
}

function disclosureWords({ disclosure }: ResponsibilityFields): string | null {
  if (disclosure === null) return null;
  return disclosure.kind === "told"
    ? t`yes, since ${formatDate(disclosure.since)}: ${disclosure.how}`
    : t`no: ${disclosure.because}`;
}

function auditWords({ lastBiasAudit }: ResponsibilityFields): string | null {
  if (lastBiasAudit === null) return null;
  return joined(formatDate(lastBiasAudit.on), lastBiasAudit.by, lastBiasAudit.result);
}

function riskWords({ riskClass }: ResponsibilityFields): string | null {
  if (riskClass === null) return null;
  const { judgedBy, judgedOn, because } = riskClass;
  return joined(riskNames[riskClass.class], judgedBy, formatDate(judgedOn), because);
}

function yesOrNo(fact: boolean | null): string | null {
  if (fact === null) return null;
  return fact ? t`yes` : t`no`;
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}
