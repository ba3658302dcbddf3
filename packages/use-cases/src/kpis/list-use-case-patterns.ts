import type { EndpointOutput } from "@liftledger/contracts/endpoints";
import { useCasePatterns } from "@liftledger/kpis/catalogue/use-case-patterns";
import type { Context } from "../context.ts";
import { mustBe } from "../permissions.ts";

/** The use-case patterns an initiative chooses from. */
export async function listUseCasePatterns(ctx: Context): Promise<EndpointOutput<"listUseCasePatterns">> {
  mustBe(ctx, "viewer");
  return { rows: useCasePatterns.map((pattern) => ({ ...pattern, usualKpis: [...pattern.usualKpis] })) };
}
