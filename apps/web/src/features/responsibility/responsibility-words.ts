import type { ResponsibilityFields } from "@liftledger/contracts/responsibility";
import { t } from "../../words.ts";

type Known<Field extends keyof ResponsibilityFields> = NonNullable<ResponsibilityFields[Field]>;

export const squadNames: Record<Known<"squad">[number]["role"], string> = {
  product: t`Product`,
  data: t`Data`,
  creative: t`Creative`,
  legal: t`Legal`,
  it: t`IT`,
  "marketing-ops": t`Marketing operations`,
};

export const intervalNames: Record<Known<"outputReview">["every"], string> = {
  "each-output": t`Each output before it is used`,
  day: t`Every day`,
  week: t`Every week`,
  month: t`Every month`,
  quarter: t`Every quarter`,
};

export const basisNames: Record<Known<"gdprBasis">, string> = {
  consent: t`Consent`,
  contract: t`Contract`,
  "legal-obligation": t`Legal obligation`,
  "vital-interests": t`Vital interests`,
  "public-task": t`Public task`,
  "legitimate-interests": t`Legitimate interests`,
  "no-personal-data": t`No personal data are used`,
};

export const optOutNames: Record<Known<"ccpa">, string> = {
  "notice-and-opt-out": t`Notice, and a way to opt out`,
  "opt-in": t`Opt-in`,
  "does-not-apply": t`It does not apply`,
};

export const roleNames: Record<Known<"aiActRole">, string> = {
  deployer: t`Deployer: uses it under its own authority`,
  provider: t`Provider: develops it, or has it developed, and offers it under its own name`,
  both: t`Both`,
  neither: t`Neither`,
};

export const riskNames: Record<Known<"riskClass">["class"], string> = {
  prohibited: t`Prohibited`,
  high: t`High`,
  limited: t`Limited`,
  minimal: t`Minimal`,
};
