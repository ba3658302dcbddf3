import { businessCaseExamples, examplePlan } from "@liftledger/contracts/business-case-examples";
import { NewCasePlan } from "@liftledger/contracts/case-plan";
import type { Client } from "@liftledger/contracts/client";
import { judgedInitiative } from "./station.ts";

const { name: exampleName } = businessCaseExamples.createCase.body;

/** A business case of the demo that is being written, by its id; made where it is not there yet. */
export async function demoCase(client: Client, name: string = exampleName): Promise<string> {
  const known = await findCase(client, name);
  if (known !== undefined) return known;
  const { rows } = await client.call("listInitiatives", { query: {} });
  const initiativeId = rows.find((one) => one.name === judgedInitiative)?.initiativeId ?? "";
  const body = { initiativeId, name, plan: NewCasePlan.parse(examplePlan) };
  try {
    return (await client.call("createCase", { body })).caseId;
  } catch (error) {
    // Another test may have made it meanwhile.
    const made = await findCase(client, name);
    if (made === undefined) throw error;
    return made;
  }
}

async function findCase(client: Client, name: string): Promise<string | undefined> {
  const { rows } = await client.call("listCases", { query: {} });
  return rows.find((one) => one.name === name)?.caseId;
}
