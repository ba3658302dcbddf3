import { ToolFields } from "@liftledger/contracts/tool";
import { parseJson } from "@liftledger/database/json";
import type { ToolVersion } from "@liftledger/database/tool-versions";

/** What the register keeps of a tool: who vetted it and the team that takes it up by id. */
export function toolFacts({ facts }: Pick<ToolVersion, "facts">): ToolFields {
  return parseJson(ToolFields, facts);
}

/** The same with whoever vetted it and the team that takes it up said in another way: by id or by name. */
export function withNames(
  tool: ToolFields,
  said: { person: (person: string) => string; team: (team: string) => string },
): ToolFields {
  const { preVetted, rollOut } = tool;
  return {
    ...tool,
    preVetted: preVetted === null ? null : { ...preVetted, by: said.person(preVetted.by) },
    rollOut: rollOut === null ? null : { ...rollOut, team: said.team(rollOut.team) },
  };
}
