import type { Client } from "@liftledger/contracts/client";
import type { EndpointName } from "@liftledger/contracts/endpoint-paths";
import { examples } from "@liftledger/contracts/examples";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { SetWorkflow } from "@liftledger/contracts/workflow";
import { expect } from "vitest";
import { makeInitiative, type Play } from "./play.ts";

const workflow = SetWorkflow.parse(examples.setWorkflow.body);
const facts = SetProductionFacts.parse(examples.setProductionFacts.body);

/** An initiative whose scope a colleague changed after its guardrails were written. */
async function makeReopened(client: Client, colleague: Client): Promise<{ initiativeId: string }> {
  const params = await makeInitiative(client);
  await client.call("setProductionFacts", { params, body: facts });
  await client.call("setWorkflow", { params, body: workflow });
  const anew = { ...workflow, version: 1, scope: "Partners too" };
  await colleague.call("setWorkflow", { params, body: anew });
  return params;
}

const reopenedBy = (person: string) => expect.stringContaining(`"by":"${person}"`);

/** One play for each changing endpoint of workflows and guardrails: what is called, and what the chain should say. */
export const workflowPlays = {
  async setWorkflow(client) {
    const params = await makeInitiative(client);
    await client.call("setWorkflow", { params, body: workflow });
    const after = expect.objectContaining({ ...params, version: 1 });
    return { noun: "workflow", objectId: params.initiativeId, before: null, after };
  },
  async approveGuardrails(client, colleague) {
    const params = await makeReopened(client, colleague);
    await client.call("approveGuardrails", { params, body: { version: 2 } });
    const before = expect.objectContaining({ version: 2, facts: reopenedBy("colleague") });
    const after = expect.objectContaining({
      version: 3,
      facts: expect.stringContaining('"reopened":null'),
    });
    return { noun: "production-facts", objectId: params.initiativeId, before, after };
  },
} satisfies Partial<Record<EndpointName, Play>>;
