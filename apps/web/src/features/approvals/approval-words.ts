import type { Approval } from "@liftledger/contracts/approval";
import { formatPeriod } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";

/** The end of a sentence that says somebody else decides: who that may be. */
export function whoMay(approvers: readonly string[]): string {
  const last = approvers.at(-1);
  if (last === undefined) {
    return ". Nobody else here may yet: an admin can invite a person with the role finance.";
  }
  return `: ${[...approvers.slice(0, -1), last].join(approvers.length === 2 ? " or " : ", ")} may.`;
}

/** Why the reader does not decide; null where they may. */
export function whoDecides({ decision, approvers }: Approval): string | null {
  if (decision === "yours") return null;
  return decision === "own"
    ? `You asked for it, so somebody else must approve this${whoMay(approvers)}`
    : `Finance decides${whoMay(approvers)}`;
}

/** What a baseline would freeze: "From week 15, 2026, on week 36, 2025 to week 14, 2026". */
export function baselineWords({ interventionStart, ...pre }: NonNullable<Approval["baseline"]>): string {
  const period = (text: string) => formatPeriod(text, readerLocale);
  const [from, to] = [period(pre.preFrom), period(pre.preTo)];
  return `From ${period(interventionStart)}, on ${from === to ? from : `${from} to ${to}`}`;
}

/** The finding: how much waits, and for whom. */
export function approvalsTitle(count: number, { more, mine }: { more: boolean; mine: boolean }): string {
  const whom = mine ? "your approval" : "approval";
  if (count === 0) return `Nothing waits for ${whom}`;
  if (count === 1 && !more) return `One thing waits for ${whom}`;
  return `${more ? "More than " : ""}${count} things wait for ${whom}`;
}
