import { NewBusinessCase } from "@liftledger/contracts/business-case";
import type { businessCasePaths } from "@liftledger/contracts/business-case-paths";
import { examples } from "@liftledger/contracts/examples";
import { addCaseComment } from "@liftledger/use-cases/business-cases/add-case-comment";
import { approveCaseVersion } from "@liftledger/use-cases/business-cases/approve-case-version";
import { createCase } from "@liftledger/use-cases/business-cases/create-case";
import { submitCaseVersion } from "@liftledger/use-cases/business-cases/submit-case-version";
import { withdrawCaseVersion } from "@liftledger/use-cases/business-cases/withdraw-case-version";
import type { Context } from "@liftledger/use-cases/context";
import { makeInitiative } from "@liftledger/use-cases/testing/example-initiative";
import { colleague } from "@liftledger/use-cases/testing/open-ledger";

type Prepare = () => Promise<{ ids: Record<string, string> }>;

/** What an example is about, unless it is a case with a draft and a comment. */
const wanted: Partial<Record<keyof typeof businessCasePaths, "submitted" | "withdrawn" | "approved">> = {
  returnCaseVersion: "submitted",
  approveCaseVersion: "submitted",
  withdrawCaseVersion: "submitted",
  addCaseVersion: "withdrawn",
  getCasePortfolioWorkbook: "approved",
  getCasePortfolioPaper: "approved",
};

/** Makes what each example of business cases is about: a case of a colleague, as far as it has to be. */
export function casePreparations(ctx: Context): Record<string, Prepare> {
  const names = Object.keys(examples).filter((name) => /Cases?(?!.*Settings)/.test(name));
  return Object.fromEntries(
    names
      .filter((name) => !/^(createCase|retireCase|restoreCase)$/.test(name))
      .map((name) => [name, () => prepare(ctx, wanted[name as keyof typeof wanted])]),
  );
}

async function prepare(ctx: Context, status: "submitted" | "withdrawn" | "approved" | undefined) {
  const author = colleague(ctx);
  const { initiativeId } = await makeInitiative(author, `Effort ${ctx.newId()}`);
  const { plan } = NewBusinessCase.parse({ ...(examples.createCase.body as object), initiativeId });
  const { caseId } = await createCase(author, { initiativeId, name: "Scored leads", plan });
  const place = { caseId, number: 1 };
  const remark = { lineId: "licences", field: null, text: "Which offer?" };
  const { commentId } = await addCaseComment(author, { ...place, ...remark });
  if (status !== undefined) await submitCaseVersion(author, { ...place, version: 1 });
  if (status === "approved") await approveCaseVersion(ctx, { ...place, version: 2, comment: "" });
  if (status === "withdrawn") {
    await withdrawCaseVersion(author, { ...place, version: 2, reason: "Another offer" });
  }
  return { ids: { caseId, commentId } };
}
