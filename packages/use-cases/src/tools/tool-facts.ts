import { ToolFields } from "@liftledger/contracts/tool";
import { parseJson } from "@liftledger/database/json";
import type { ToolVersion } from "@liftledger/database/tool-versions";

/** What the register keeps of a tool: who vetted it by id. */
export function toolFacts({ facts }: Pick<ToolVersion, "facts">): ToolFields {
  return parseJson(ToolFields, facts);
}

/** The same with whoever vetted it said in another way: by id or by name. */
export function withVetter(tool: ToolFields, said: (person: string) => string): ToolFields {
  const { preVetted } = tool;
  return preVetted === null ? tool : { ...tool, preVetted: { ...preVetted, by: said(preVetted.by) } };
}
