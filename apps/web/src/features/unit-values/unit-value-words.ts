import type { UnitValue } from "@liftledger/contracts/unit-value";
import { formatDayOf } from "../../components/format-date.ts";
import { whoMay } from "../approvals/approval-words.ts";
import { form, plural, t } from "../../words.ts";

type Standing = Pick<
  UnitValue,
  "state" | "proposedBy" | "proposedAt" | "approvedBy" | "decision" | "approvers"
>;

/** Who proposed it as it stands: "Proposed by Grace on 3 May 2026". */
export function proposalWords({ proposedBy, proposedAt }: Standing): string {
  if (proposedBy === null || proposedAt === null) return "";
  return t`Proposed by ${proposedBy} on ${formatDayOf(proposedAt)}`;
}

/** Who stands for it, or who may; what to do where nothing is set. */
export function standingWords({ state, approvedBy, decision, approvers }: Standing): string {
  switch (state) {
    case "approved":
      return t`Approved by ${approvedBy ?? t`nobody known`}`;
    case "no-money":
      return t`Carries no money: it is watched`;
    case "unset":
      return t`Nobody has said what it is worth: not valued yet`;
    default:
      if (decision === "yours") return t`Waits for you or another in finance`;
      return decision === "own"
        ? whoMay(t`You proposed it, so somebody else must approve it`, approvers)
        : whoMay(t`Finance decides`, approvers);
  }
}

/** The finding: how many wait, or that none does. */
export function unitValuesTitle(rows: readonly Pick<UnitValue, "state">[]): string {
  const waiting = rows.filter(({ state }) => state === "proposed").length;
  const unset = rows.filter(({ state }) => state === "unset").length;
  if (rows.length === 0) return t`Unit values`;
  if (waiting > 0)
    return plural(
      waiting,
      form`${waiting} unit value waits for approval`,
      form`${waiting} unit values wait for approval`,
    );
  if (unset > 0)
    return plural(
      unset,
      form`${unset} benefit has no unit value yet`,
      form`${unset} benefits have no unit value yet`,
    );
  return t`Every unit value is approved`;
}
