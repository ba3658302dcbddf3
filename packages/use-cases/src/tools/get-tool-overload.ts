import type { EndpointRequest } from "@liftledger/contracts/endpoints";
import type { ToolOverload } from "@liftledger/contracts/tool";
import { listBenefits } from "@liftledger/database/benefits";
import { listInitiativesByIds } from "@liftledger/database/initiatives";
import { listRetirements } from "@liftledger/database/retirements";
import { latestToolVersions } from "@liftledger/database/tool-versions";
import { inSnapshot, type Reader } from "@liftledger/database/transaction";
import { connectedTools } from "@liftledger/roi/benchmark-library/programme-figures";
import { thresholds, type Threshold } from "@liftledger/roi/governance/thresholds";
import { systemsTouched, toolOverload, type ToolInUse } from "@liftledger/roi/governance/tool-overload";
import { namedSeries } from "../approvals/waiting.ts";
import type { Context } from "../context.ts";
import { isUnderWay } from "../initiatives/is-under-way.ts";
import { mustBe } from "../permissions.ts";
import { sameSpelling } from "./same-spelling.ts";
import { toolFacts } from "./tool-facts.ts";

/** Where tools crowd, which systems each initiative touches, and how many tools are integrated, as known at an instant. */
export async function getToolOverload(
  ctx: Context,
  { asOf }: EndpointRequest<"getToolOverload">["query"],
): Promise<ToolOverload> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const retired = await listRetirements(db, ctx.organisationId, "tool", undefined, asOf);
    const versions = await latestToolVersions(db, ctx.organisationId, { asOf });
    const tools = versions
      .filter(({ toolId }) => !retired.has(toolId))
      .map((version) => ({ toolId: version.toolId, ...toolFacts(version) }));
    const inUse = await toolsInUse(ctx, db, tools, asOf);
    const counted = (one: (typeof tools)[number]["integration"]) =>
      tools.filter(({ integration }) => integration === one).length;
    const { what, low, publisher, caveat } = connectedTools;
    return {
      overloads: toolOverload(inUse).map((one) => ({ ...one, because: becauseOf(thresholds[one.key]) })),
      systems: systemsTouched(inUse),
      tools: {
        integrated: counted("integrated"),
        standalone: counted("standalone"),
        notKnown: counted("not-known"),
      },
      published: { what, factor: low ?? "", publisher, caveat: caveat ?? "" },
    };
  });
}

/** Every use of a tool by an initiative that goes on, or is still to come, with the series that it claims. */
async function toolsInUse(
  ctx: Context,
  db: Reader,
  tools: readonly ({ toolId: string } & ReturnType<typeof toolFacts>)[],
  asOf: string | undefined,
): Promise<ToolInUse[]> {
  const ids = [...new Set(tools.flatMap(({ uses }) => uses.map(({ initiativeId }) => initiativeId)))];
  const known = (await listInitiativesByIds(db, ctx.organisationId, ids)).filter(isUnderWay);
  const initiatives = new Map(known.map(({ initiativeId, name }) => [initiativeId, name]));
  const benefits = await listBenefits(db, ctx.organisationId, {
    initiativeIds: [...initiatives.keys()],
    asOf,
  });
  const claimed = Map.groupBy(benefits, ({ initiativeId }) => initiativeId);
  const series = await namedSeries(
    ctx,
    db,
    benefits.map(({ seriesId }) => seriesId),
  );
  const spelled = { vendor: sameSpelling(), useCase: sameSpelling(), system: sameSpelling() };
  return tools.flatMap(({ toolId, name: tool, vendor, uses }) =>
    uses.flatMap(({ initiativeId, useCase, systems }) => {
      const initiative = initiatives.get(initiativeId);
      if (initiative === undefined) return [];
      const claims = claimed.get(initiativeId) ?? [];
      return [
        {
          toolId,
          tool,
          vendor: spelled.vendor(vendor),
          initiativeId,
          initiative,
          useCase: spelled.useCase(useCase),
          series: claims.flatMap(({ seriesId }) => series.get(seriesId)?.name ?? []),
          systems: systems.map(spelled.system),
        },
      ];
    }),
  );
}

function becauseOf({ source }: Threshold): string {
  return source.kind === "own" ? source.because : `${source.publisher}: ${source.what}`;
}
