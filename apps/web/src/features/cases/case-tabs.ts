import { lazy, type ComponentType } from "react";
import type { CaseTab } from "../../search-params.ts";
import { t } from "../../words.ts";

/** What a tab of a case is about. */
export interface CaseTabProps {
  caseId: string;
  /** Of the version that is shown. */
  number: number;
}

/** The tabs of a case in their order, each loaded when it is opened. */
export const caseTabs: readonly { key: CaseTab; name: string; Panel: ComponentType<CaseTabProps> }[] = [
  {
    key: "plan",
    name: t`Plan`,
    Panel: lazy(() => import("./plan-tab.tsx").then(({ PlanTab }) => ({ default: PlanTab }))),
  },
  {
    key: "results",
    name: t`Results`,
    Panel: lazy(() =>
      import("../case-results/results-tab.tsx").then(({ ResultsTab }) => ({ default: ResultsTab })),
    ),
  },
  {
    key: "approval",
    name: t`Approval`,
    Panel: lazy(() =>
      import("../case-results/approval-tab.tsx").then(({ ApprovalTab }) => ({ default: ApprovalTab })),
    ),
  },
  {
    key: "actual",
    name: t`Against actual`,
    Panel: lazy(() =>
      import("../case-results/actual-tab.tsx").then(({ ActualTab }) => ({ default: ActualTab })),
    ),
  },
];
