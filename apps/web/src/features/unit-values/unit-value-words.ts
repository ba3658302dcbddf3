import type { UnitValue } from "@liftledger/contracts/unit-value";
import { formatDate } from "../../components/format-date.ts";
import { whoMay } from "../approvals/approval-words.ts";

type Standing = Pick<
  UnitValue,
  "state" | "proposedBy" | "proposedAt" | "approvedBy" | "decision" | "approvers"
>;

/** Who proposed it as it stands: "Proposed by Grace on 3 May 2026". */
export function proposalWords({ proposedBy, proposedAt }: Standing): string {
  if (proposedBy === null || proposedAt === null) return "";
  return `Proposed by ${proposedBy} on ${formatDate(proposedAt)}`;
}

/** Who stands for it, or who may; what to do where nothing is set. */
export function standingWords({ state, approvedBy, decision, approvers }: Standing): string {
  switch (state) {
    case "approved":
      return `Approved by ${approvedBy ?? "nobody known"}`;
    case "no-money":
      return "Carries no money: it is watched";
    case "unset":
      return "Nobody has said what it is worth: not valued yet";
    default:
      if (decision === "yours") return "Waits for you or another in finance";
      return decision === "own"
        ? `You proposed it, so somebody else must approve it${whoMay(approvers)}`
        : `Finance decides${whoMay(approvers)}`;
  }
}

/** The finding: how many wait, or that none does. */
export function unitValuesTitle(rows: readonly Pick<UnitValue, "state">[]): string {
  const waiting = rows.filter(({ state }) => state === "proposed").length;
  const unset = rows.filter(({ state }) => state === "unset").length;
  if (rows.length === 0) return "Unit values";
  if (waiting > 0) return `${waiting} unit value${waiting === 1 ? " waits" : "s wait"} for approval`;
  if (unset > 0) return `${unset} benefit${unset === 1 ? " has" : "s have"} no unit value yet`;
  return "Every unit value is approved";
}
