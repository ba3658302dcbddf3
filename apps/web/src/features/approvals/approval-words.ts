import type { Approval } from "@liftledger/contracts/approval";
import { formatDate, formatPeriod } from "../../components/format-date.ts";
import { formatMoney } from "../../components/format-number.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { formatList } from "../../components/format-list.ts";
import { form, plural, t } from "../../words.ts";

/** That somebody else decides, and who that may be. */
export function whoMay(reason: string, approvers: readonly string[]): string {
  if (approvers.length === 0)
    return t`${reason}. Nobody else here may yet: an admin can invite a person with the role finance.`;
  const names = formatList(approvers, "or");
  return t`${reason}: ${names} may.`;
}

/** Why the reader does not decide; null where they may. */
export function whoDecides({ kind, decision, approvers }: Approval): string | null {
  if (decision === "yours") return null;
  return whoMay(decision === "own" ? ownReason(kind) : t`Finance decides`, approvers);
}

function ownReason(kind: Approval["kind"]): string {
  switch (kind) {
    case "business-case":
      return t`You wrote or signed some of it, so somebody else must approve this`;
    case "gate-review":
      return t`You asked for, wrote or signed some of it, so somebody else must sign this`;
    case "guardrails":
      return t`You changed the scope, so somebody else must approve this`;
    default:
      return t`You asked for it, so somebody else must approve this`;
  }
}

/** Whose turn it is where several sign: the reader's, after others or alone; null where it is somebody else's, who is named. */
export function yourTurn({ decision, businessCase, gateReview }: Approval): string | null {
  const signing = businessCase ?? gateReview;
  if (decision !== "yours" || signing === null || signing.signatures < 2) return null;
  const left = signing.signatures - signing.signed.length;
  return left > 1
    ? t`It is your turn, and another person’s after you.`
    : t`It is your turn: yours is the last.`;
}

/** What a baseline would freeze: "Starts in week 15, 2026; held against week 36, 2025 to week 14, 2026". */
export function baselineWords({ interventionStart, ...pre }: NonNullable<Approval["baseline"]>): string {
  const period = (text: string) => formatPeriod(text, readerLocale);
  const [from, to] = [period(pre.preFrom), period(pre.preTo)];
  const start = period(interventionStart);
  return from === to
    ? t`Starts in ${start}; held against ${from}`
    : t`Starts in ${start}; held against ${from} to ${to}`;
}

/** What a case spends and the signatures it has: "Spends €26,000 · 1 of 2 signatures: Grace". */
export function caseWords(
  { spend, signed, signatures }: NonNullable<Approval["businessCase"]>,
  locale: string = readerLocale,
): string {
  const money = spend === null ? "" : formatMoney(Number(spend.amount), spend.currency, { locale });
  const spends = spend === null ? t`What it spends is not known yet` : t`Spends ${money}`;
  return `${spends} · ${signatureWords({ signed, signatures })}`;
}

/** The signatures that something has of those it wants: "1 of 2 signatures: Grace". */
function signatureWords({ signed, signatures }: { signed: readonly string[]; signatures: number }): string {
  const has = signed.length;
  const names = signed.join(", ");
  return has === 0
    ? plural(signatures, form`wants ${signatures} signature`, form`wants ${signatures} signatures`)
    : plural(
        signatures,
        form`${has} of ${signatures} signature: ${names}`,
        form`${has} of ${signatures} signatures: ${names}`,
      );
}

/** Why a decision is asked for at a gate, and how far it is: "“It pays” · 2 criteria are let pass · wants 2 signatures". */
export function gateReviewWords(review: NonNullable<Approval["gateReview"]>): string {
  const { reason, overrides } = review;
  const passed =
    overrides === 0
      ? []
      : [
          plural(
            overrides,
            form`${overrides} criterion is let pass`,
            form`${overrides} criteria are let pass`,
          ),
        ];
  return [`“${reason}”`, ...passed, signatureWords(review)].join(" · ");
}

/** The scope that guardrails are to be approved for. */
export function guardrailWords({ scope, changedOn }: NonNullable<Approval["guardrails"]>): string {
  const day = formatDate(changedOn);
  return scope === null ? t`No scope is stated since ${day}` : t`The scope since ${day}: “${scope}”`;
}

/** The finding: how much waits, and for whom. */
export function approvalsTitle(
  count: number,
  { more, mine, yours = 0 }: { more: boolean; mine: boolean; yours?: number },
): string {
  if (count === 0) return mine ? t`Nothing waits for your approval` : t`Nothing waits for approval`;
  if (more)
    return mine
      ? t`More than ${count} things wait for your approval`
      : t`More than ${count} things wait for approval`;
  if (count === 1) return mine ? t`One thing waits for your approval` : t`One thing waits for approval`;
  if (!mine && yours > 0)
    return yours === count
      ? t`${count} things wait for approval, all of them for you`
      : t`${count} things wait for approval, ${yours} of them for you`;
  return mine
    ? plural(
        count,
        form`${count} thing waits for your approval`,
        form`${count} things wait for your approval`,
      )
    : plural(count, form`${count} thing waits for approval`, form`${count} things wait for approval`);
}
