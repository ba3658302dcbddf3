import type { CaseVersion } from "@liftledger/contracts/business-case";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import { useEffect, useMemo, useRef } from "react";
import { useDraft } from "../../components/use-draft.ts";
import { useAskAnew } from "../../use-ask-anew.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { useWrite } from "../../use-write.ts";
import { mergePlans } from "./merge-plans.ts";
import { readTypedPlan, typedFromPlan, type TypedPlan } from "./typed-plan.ts";

/** What is kept in the browser until it is saved. */
interface Draft {
  /** The version of the row that it was made from, and its plan. */
  base: number;
  basePlan: CasePlan;
  typed: TypedPlan;
}

interface Save {
  base: number;
  plan: CasePlan;
  thenSubmit: boolean;
}

const draftOf = ({ version, plan }: CaseVersion): Draft => ({
  base: version,
  basePlan: plan,
  typed: typedFromPlan(plan),
});

/**
 * The plan in the editor: kept in this browser with every key that is pressed, saved when asked for. What somebody else
 * saved meanwhile is never overwritten unseen.
 */
export function usePlanDraft(version: CaseVersion) {
  const organisationId = useOrganisationId();
  const { caseId, number } = version;
  const params = { caseId, number };
  const draft = useDraft<Draft>(`case-plan:${organisationId}/${caseId}/${number}`, draftOf(version));
  const { base, basePlan, typed } = draft.value;
  const latest = useRef(typed);
  useEffect(() => {
    latest.current = typed;
  }, [typed]);
  const read = useMemo(() => readTypedPlan(typed), [typed]);
  const isChanged = read.faults.length > 0 || JSON.stringify(read.plan) !== JSON.stringify(basePlan);
  const isOutdated = version.version > base;
  const { clear } = draft;
  // Nothing of one's own is lost by taking what somebody else saved.
  useEffect(() => {
    if (isOutdated && !isChanged) clear(draftOf(version));
  });

  const submit = useWrite<number, CaseVersion>((client, from, idempotencyKey) =>
    client.call("submitCaseVersion", { params, body: { version: from }, idempotencyKey }),
  );
  const sent = useRef(typed);
  const save = useWrite<Save, CaseVersion>(
    (client, { base: from, plan }, idempotencyKey) =>
      client.call("changeCaseVersion", { params, body: { version: from, plan }, idempotencyKey }),
    (saved, { thenSubmit }) => {
      const isTypedOn = latest.current !== sent.current;
      if (isTypedOn) draft.set((before) => ({ ...before, base: saved.version, basePlan: saved.plan }));
      else draft.clear(draftOf(saved));
      if (thenSubmit && !isTypedOn) submit.send(saved.version);
    },
  );
  useAskAnew(save.error);
  useAskAnew(submit.error);

  const set = (next: (before: TypedPlan) => TypedPlan) => {
    if (save.error !== null || save.result !== undefined) save.reset();
    if (submit.error !== null) submit.reset();
    draft.set((before) => ({ ...before, typed: next(before.typed) }));
  };
  return {
    typed,
    ...read,
    basePlan,
    isChanged,
    isRestored: draft.restored,
    /** Whether somebody else saved it since, while one has changed something too. */
    isConflict: isOutdated && isChanged,
    save,
    submit,
    set,
    send(thenSubmit: boolean) {
      if (!isChanged) {
        if (thenSubmit) submit.send(base);
        return;
      }
      sent.current = typed;
      save.send({ base, plan: read.plan, thenSubmit });
    },
    /** Puts what one has changed on top of what somebody else saved. */
    putTogether() {
      save.reset();
      submit.reset();
      draft.set((before) => ({
        base: version.version,
        basePlan: version.plan,
        typed: mergePlans(typedFromPlan(before.basePlan), before.typed, typedFromPlan(version.plan)),
      }));
    },
    takeTheirs() {
      save.reset();
      submit.reset();
      draft.clear(draftOf(version));
    },
  };
}

export type PlanDraft = ReturnType<typeof usePlanDraft>;
