import type { CaseProblem, CaseVersion } from "@liftledger/contracts/business-case";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import { enginePlan } from "@liftledger/contracts/case-plan-people";
import { planProblems } from "@liftledger/roi/business-case/plan-problems";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { initiativesQuery } from "../../ledger-queries.ts";
import { useOrganisation, useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { columnNames } from "../cases/plan-words.ts";
import { peopleIn } from "./edit-plan.ts";
import { fieldAt } from "./field-at.ts";
import { spendOf } from "./live-case.ts";
import type { PlanForm } from "./plan-form.ts";
import { usePlanDraft } from "./use-plan-draft.ts";

/** All that the editor of a plan works with: the draft, what is wrong or missing in it, and what is open. */
export function usePlanForm(version: CaseVersion) {
  const draft = usePlanDraft(version);
  const { typed, plan, faults } = draft;
  const isShort = useIsShort(version, plan);
  const problems = useMemo(() => problemsOf(plan, faults, isShort), [plan, faults, isShort]);
  const [isAsked, setAsked] = useState(false);
  const lines = useOpenLines(plan);
  const [, redraw] = useState({});
  const goal = useRef<string>(null);
  // A line is open only after it was drawn so.
  useEffect(() => {
    if (goal.current !== null) focusOn(goal.current);
    goal.current = null;
  });
  const form: PlanForm = {
    version,
    typed,
    plan,
    columns: useMemo(() => columnNames(plan), [plan]),
    problems,
    problemAt: (path) =>
      problems.find((one) => isAt(one, path) && (isAsked || one.severity === "wrong"))?.message,
    isShort,
    me: usePerson()?.name ?? "",
    people: usePeople(plan),
    ...lines,
    change: draft.set,
  };
  const wrong = problems.filter(({ severity }) => severity === "wrong");
  const goTo = (problem: CaseProblem) => {
    if (problem.lineId !== null) lines.toggleLine(problem.lineId, true);
    else redraw({});
    goal.current = problem.path;
  };
  return {
    form,
    draft,
    goTo,
    save() {
      const [first] = wrong;
      if (first === undefined) draft.send(false);
      else goTo(first);
    },
    submit() {
      setAsked(true);
      const [first] = [...wrong, ...problems];
      if (first === undefined) draft.send(true);
      else goTo(first);
    },
  };
}

/** What is wrong in the fields, else what the engine says of the plan; people stand by their names. */
function problemsOf(
  plan: CasePlan,
  faults: readonly CaseProblem[],
  onePage: boolean,
): readonly CaseProblem[] {
  if (faults.length > 0) return faults;
  return planProblems(enginePlan(plan), { onePage }).map((problem) => ({
    ...problem,
    path: problem.path.replace(/\/ownerId$/, "/owner"),
  }));
}

/** A problem stands at its own field, or at the one it lies within. */
function isAt({ path }: CaseProblem, field: string): boolean {
  return path === field || path.startsWith(`${field}/`);
}

/** By the spend that stands in the fields where the organisation's currency is the plan's, else by what was saved. */
function useIsShort({ terms }: CaseVersion, plan: CasePlan): boolean {
  const { onePageBelow } = terms;
  const own = useOrganisation()?.currency;
  return useMemo(() => {
    if (onePageBelow === null) return false;
    if (plan.currency !== own) return terms.isOnePage;
    const spend = spendOf(plan);
    return spend !== null && spend < Number(onePageBelow.amount);
  }, [terms, onePageBelow, plan, own]);
}

/** Lines are closed but where there are few, and where one has opened them. */
function useOpenLines(plan: CasePlan): Pick<PlanForm, "isLineOpen" | "toggleLine"> {
  const [openByDefault] = useState(() => plan.benefits.length + plan.costs.length <= 2);
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const isLineOpen = (lineId: string) => chosen[lineId] ?? openByDefault;
  return {
    isLineOpen,
    toggleLine: (lineId, open) =>
      setChosen((before) => ({ ...before, [lineId]: open ?? !isLineOpen(lineId) })),
  };
}

/** Who the plan names, who owns initiatives here, and oneself. */
function usePeople(plan: CasePlan): readonly string[] {
  const { data } = useQuery(initiativesQuery(useOrganisationId()));
  const me = usePerson()?.name;
  const owners = data?.rows.map(({ owner }) => owner) ?? [];
  return [...new Set([...(me === undefined ? [] : [me]), ...peopleIn(plan), ...owners])].toSorted();
}

/** Puts the focus on the field of a problem, or on what it lies within. */
function focusOn(path: string): void {
  const field = fieldAt(path, (at) => document.querySelector<HTMLElement>(`[data-path="${at}"]`));
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}
