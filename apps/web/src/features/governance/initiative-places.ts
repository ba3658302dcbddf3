import { t } from "../../words.ts";

/** The pages of one initiative on which it is led from pilot to production, in the order in which one reads them. */
export const initiativePlaces = [
  { key: "findings", name: t`Findings`, to: "/$organisationId/initiatives/$initiativeId/findings" },
  { key: "readiness", name: t`Readiness`, to: "/$organisationId/initiatives/$initiativeId/readiness" },
  { key: "roadmap", name: t`Roadmap`, to: "/$organisationId/initiatives/$initiativeId/roadmap" },
  { key: "workflow", name: t`Workflow`, to: "/$organisationId/initiatives/$initiativeId/workflow" },
  {
    key: "production",
    name: t`Production`,
    to: "/$organisationId/initiatives/$initiativeId/production",
  },
  { key: "gate", name: t`Gate`, to: "/$organisationId/initiatives/$initiativeId/gate" },
  {
    key: "responsibility",
    name: t`Responsibility`,
    to: "/$organisationId/initiatives/$initiativeId/responsibility",
  },
] as const;

export type InitiativePlace = (typeof initiativePlaces)[number]["key"];
