import { describeOnEveryDatabase } from "@liftledger/database/testing/databases";
import { LostUpdateError } from "@liftledger/database/errors";
import { expect, it } from "vitest";
import { listAuditEntries } from "../audit/list-audit-entries.ts";
import { listApprovals } from "../approvals/list-approvals.ts";
import type { Context } from "../context.ts";
import type { Reckon } from "../reckoning/reckon.ts";
import { exampleCasePlan, makeCase, makeSubmittedCase } from "../testing/example-case.ts";
import { join } from "../testing/join.ts";
import { openLedger } from "../testing/open-ledger.ts";
import { addCaseComment } from "./add-case-comment.ts";
import { addCaseVersion } from "./add-case-version.ts";
import { approveCaseVersion } from "./approve-case-version.ts";
import { changeCaseVersion } from "./change-case-version.ts";
import { getCase } from "./get-case.ts";
import { getCaseWorkbook } from "./get-case-paper.ts";
import { getCaseVersion } from "./get-case-version.ts";
import { listCaseComments } from "./list-case-comments.ts";
import { listCaseDifferences } from "./list-case-differences.ts";
import { listCaseVersions } from "./list-case-versions.ts";
import { resolveCaseComment } from "./resolve-case-comment.ts";
import { retireCase } from "./retire-case.ts";
import { returnCaseVersion } from "./return-case-version.ts";
import { setCaseSettings } from "./set-case-settings.ts";
import { submitCaseVersion } from "./submit-case-version.ts";
import { withdrawCaseVersion } from "./withdraw-case-version.ts";

describeOnEveryDatabase("the approval of a business case", (open) => {
  const people = async () => {
    const ledger = await openLedger(open);
    const ada = await join(ledger, "Ada", "contributor");
    const grace = await join(ledger, "Grace", "finance");
    const finn = await join(ledger, "Finn", "finance");
    return { ada, grace, finn, admin: ledger };
  };
  const sign = (
    ctx: Context,
    { caseId, number, version }: { caseId: string; number: number; version: number },
  ) => approveCaseVersion(ctx, { caseId, number, version, comment: "" });
  const rules = { discountRate: null, twoSignaturesFrom: null, onePageBelow: null, source: "Board paper" };

  it("goes from draft to submitted to approved by somebody else, and is frozen then", async () => {
    const { ada, grace } = await people();
    const submitted = await makeSubmittedCase(ada);
    expect(submitted).toMatchObject({
      status: "submitted",
      round: 1,
      decision: "own",
      approvers: ["Finn", "Grace"],
      terms: { spend: { amount: "26000.00", currency: "EUR" }, signatures: 1, isOnePage: false },
      problems: [],
    });
    const [waiting] = (await listApprovals(grace, { limit: 5 })).rows;
    expect(waiting).toMatchObject({
      kind: "business-case",
      objectId: submitted.caseId,
      askedBy: "Ada",
      decision: "yours",
      businessCase: { number: 1, signed: [], signatures: 1 },
    });
    const approved = await sign(grace, submitted);
    expect(approved).toMatchObject({ status: "approved", decidedBy: "Grace", decision: "none" });
    expect(approved.digest).toMatch(/^[0-9a-f]{64}$/);
    expect((await listApprovals(grace, { limit: 5 })).rows).toEqual([]);
    const { caseId } = submitted;
    const change = { caseId, number: 1, version: 3, plan: exampleCasePlan() };
    await expect(changeCaseVersion(ada, change)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("was approved by Grace on 2026-06-24 and does not change"),
    });
    expect(await getCase(ada, { caseId })).toMatchObject({ latestStatus: "approved", approvedNumber: 1 });
    // The audit log tells by name which case it was, and which version of it.
    const { name } = await getCase(ada, { caseId });
    const told = (await listAuditEntries(grace, { limit: 50, noun: "case-version" })).rows;
    expect(told.map(({ action, objectId, names }) => [action, names[objectId], names[caseId]])).toEqual(
      ["approveCaseVersion", "submitCaseVersion", "createCase"].map((action) => [
        action,
        `${name}, version 1`,
        name,
      ]),
    );
  });

  it("is refused to all who wrote any of it, and to who submitted it", async () => {
    const { ada, grace, finn } = await people();
    const { caseId } = await makeCase(ada);
    const at = { caseId, number: 1 };
    await changeCaseVersion(grace, { ...at, version: 1, plan: { ...exampleCasePlan(), horizon: 4 } });
    // Whoever wrote an earlier state of it stays one of its authors.
    const changed = await changeCaseVersion(ada, { ...at, version: 2, plan: exampleCasePlan() });
    expect(changed.authors).toEqual(["Ada", "Grace"]);
    const submitted = await submitCaseVersion(ada, changed);
    await expect(sign(grace, submitted)).rejects.toMatchObject({
      kind: "own-approval",
      message:
        "Who writes a business case does not approve it: Grace wrote or submitted some of it. Finn may.",
    });
    await expect(sign(ada, submitted)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await sign(finn, submitted)).toMatchObject({ status: "approved" });
  });

  it("wants two signatures from the organisation's spend on, of two people", async () => {
    const { ada, grace, finn } = await people();
    await setCaseSettings(finn, { ...rules, version: 0, twoSignaturesFrom: "26000", approvedBy: "Grace" });
    const submitted = await makeSubmittedCase(ada);
    expect(submitted.terms).toMatchObject({ signatures: 2, settings: 1 });
    // What is set afterwards counts for what is submitted afterwards.
    await setCaseSettings(finn, { ...rules, version: 1, approvedBy: "Grace" });
    const once = await sign(grace, submitted);
    expect(once).toMatchObject({ status: "submitted", digest: null, signatures: [{ signedBy: "Grace" }] });
    await expect(sign(grace, once)).rejects.toMatchObject({
      kind: "own-approval",
      message: "The second signature is another person's: Grace signed it already. Finn may.",
    });
    await expect(sign(finn, submitted)).rejects.toThrow(LostUpdateError);
    expect((await listApprovals(grace, { limit: 5 })).rows).toMatchObject([
      { decision: "own", businessCase: { signed: ["Grace"], signatures: 2 }, approvers: ["Finn"] },
    ]);
    const approved = await sign(finn, once);
    expect(approved).toMatchObject({
      status: "approved",
      signatures: [{ signedBy: "Grace" }, { signedBy: "Finn" }],
      // Both approved it; who decided it is only the last to sign.
      signedBy: ["Grace", "Finn"],
      decidedBy: "Finn",
    });
    const { caseId, number } = approved;
    expect((await listCaseVersions(ada, { caseId })).rows).toMatchObject([{ signedBy: ["Grace", "Finn"] }]);
    let subtitle = "";
    await getCaseWorkbook(ada, { caseId, number }, (async (_name, input) => {
      subtitle = "subtitle" in input ? String(input.subtitle) : "";
      return new Uint8Array();
    }) as Reckon);
    expect(subtitle).toMatch(/version 1, approved by Grace and Finn on /);
    expect((await makeSubmittedCase(ada)).terms.signatures).toBe(1);
  });

  it("is returned with comments on single lines; signatures of the time before are void", async () => {
    const { ada, grace, finn } = await people();
    await setCaseSettings(finn, { ...rules, version: 0, twoSignaturesFrom: "1", approvedBy: "Grace" });
    const once = await sign(grace, await makeSubmittedCase(ada));
    const { caseId } = once;
    const at = { caseId, number: 1 };
    const line = { lineId: "licences", field: "amount", text: "A month, not a year?" };
    const lines = [line, { lineId: null, field: null, text: "Whose plan is it?" }];
    const asked = { ...at, version: once.version, comment: "Look again" };
    await expect(
      returnCaseVersion(finn, { ...asked, lines: [{ ...line, lineId: "nothing" }] }),
    ).rejects.toMatchObject({ kind: "invalid-request" });
    const returned = await returnCaseVersion(finn, { ...asked, lines });
    expect(returned).toMatchObject({ status: "returned", comment: "Look again", openComments: 2 });
    const [comment] = (await listCaseComments(ada, { ...at, lineId: "licences" })).rows;
    expect(comment).toMatchObject({ ...line, createdBy: "Finn", round: 1, resolvedAt: null });
    const { commentId = "" } = comment ?? {};
    const done = await resolveCaseComment(ada, { commentId, version: 1, isResolved: true });
    expect(done).toMatchObject({ resolvedBy: "Ada", version: 2 });
    await addCaseComment(ada, { ...at, ...line, text: "A year it is" });
    const open = await listCaseComments(ada, { ...at, resolved: "false" });
    expect(open.rows.map(({ text }) => text)).toEqual(["Whose plan is it?", "A year it is"]);
    const again = await submitCaseVersion(ada, returned);
    expect(again).toMatchObject({ round: 2, signatures: [], signedBy: [], decidedBy: null });
  });

  it("says of what was returned and written anew what it spends now, by the rules of today", async () => {
    const { ada, grace, finn } = await people();
    const { caseId, version } = await makeSubmittedCase(ada);
    const at = { caseId, number: 1 };
    const returned = await returnCaseVersion(grace, { ...at, version, comment: "Two years", lines: [] });
    expect(returned.terms).toMatchObject({ spend: { amount: "26000.00" }, signatures: 1 });
    await setCaseSettings(finn, { ...rules, version: 0, twoSignaturesFrom: "15000", approvedBy: "Grace" });
    // Until it is written anew, what was returned shows what it was returned under.
    expect((await getCaseVersion(ada, at)).terms.signatures).toBe(1);
    const plan = { ...exampleCasePlan(), horizon: 2 };
    const later = { ...ada, now: "2099-01-01T00:00:00.000Z" };
    const changed = await changeCaseVersion(later, { ...at, version: returned.version, plan });
    const terms = { spend: { amount: "20000.00", currency: "EUR" }, signatures: 2 };
    expect(changed).toMatchObject({ status: "draft", terms });
    expect((await getCaseVersion(ada, at)).terms).toEqual(changed.terms);
    const ended = await withdrawCaseVersion(later, { ...at, version: changed.version, reason: "No more" });
    expect(ended).toMatchObject({ status: "withdrawn", terms });
  });

  it("supersedes the version that stood, by a new one whose differences are told line by line", async () => {
    const { ada, grace } = await people();
    const { caseId } = await sign(grace, await makeSubmittedCase(ada));
    const draft = await addCaseVersion(ada, { caseId, from: 1 });
    expect(draft).toMatchObject({ number: 2, status: "draft", basedOn: 1 });
    await expect(addCaseVersion(ada, { caseId, from: 1 })).rejects.toThrow(
      "Version 2 of Scored leads is open",
    );
    const at = { caseId, number: 2 };
    expect((await listCaseDifferences(ada, at)).rows).toEqual([]);
    const plan = exampleCasePlan();
    const costs = plan.costs.map((line) => ({ ...line, owner: "Grace" }));
    const changed = await changeCaseVersion(ada, { ...at, version: 1, plan: { ...plan, horizon: 4, costs } });
    expect((await listCaseDifferences(ada, at)).rows).toMatchObject([
      { position: 1, subject: "Case", field: "horizon", before: "3 years", after: "4 years" },
      { subject: "Connecting it", field: "owner", before: "Ada Vance", after: "Grace" },
      { subject: "Licences", field: "owner", before: "Ada Vance", after: "Grace" },
    ]);
    await sign(grace, await submitCaseVersion(ada, changed));
    const first = await getCaseVersion(ada, { caseId, number: 1 });
    expect(first).toMatchObject({ status: "superseded", endedBy: "Grace" });
    expect(first.endReason).toBe("Version 2 was approved");
    expect(await getCase(ada, { caseId })).toMatchObject({ approvedNumber: 2, latestNumber: 2 });
  });

  it("ends by withdrawal, which of an approved version is for finance", async () => {
    const { ada, grace } = await people();
    const submitted = await makeSubmittedCase(ada);
    const { caseId } = submitted;
    await expect(
      retireCase(ada, { caseId, version: 1, reason: "Another case counts" }),
    ).rejects.toMatchObject({ kind: "in-use" });
    const approved = await sign(grace, submitted);
    const withdrawal = { caseId, number: 1, version: approved.version, reason: "Another offer" };
    await expect(withdrawCaseVersion(ada, withdrawal)).rejects.toMatchObject({ kind: "forbidden" });
    const withdrawn = await withdrawCaseVersion(grace, withdrawal);
    expect(withdrawn).toMatchObject({ status: "withdrawn", endedBy: "Grace", endReason: "Another offer" });
    // What it was approved with stays on record.
    expect(withdrawn.digest).toBe(approved.digest);
    expect(await getCase(ada, { caseId })).toMatchObject({ approvedNumber: null });
    await retireCase(ada, { caseId, version: 1, reason: "Another case counts" });
    await expect(addCaseVersion(ada, { caseId, from: 1 })).rejects.toMatchObject({ kind: "retired" });
  });
});
