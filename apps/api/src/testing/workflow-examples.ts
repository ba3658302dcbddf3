import { examples } from "@liftledger/contracts/examples";
import { SetProductionFacts } from "@liftledger/contracts/production-facts";
import { SetWorkflow } from "@liftledger/contracts/workflow";
import type { Context } from "@liftledger/use-cases/context";
import { setProductionFacts } from "@liftledger/use-cases/production/set-production-facts";
import { makeInitiative } from "@liftledger/use-cases/testing/example-initiative";
import { colleague } from "@liftledger/use-cases/testing/open-ledger";
import { setWorkflow } from "@liftledger/use-cases/workflow/set-workflow";

type Prepare = () => Promise<{ ids: Record<string, string> }>;

/** Makes what the example of guardrails is about: an initiative whose scope a colleague has changed. */
export function workflowPreparations(ctx: Context): Record<string, Prepare> {
  return {
    async approveGuardrails() {
      const author = colleague(ctx);
      const { initiativeId } = await makeInitiative(author, `Effort ${ctx.newId()}`);
      const facts = SetProductionFacts.parse(examples.setProductionFacts.body);
      const workflow = SetWorkflow.parse(examples.setWorkflow.body);
      await setProductionFacts(author, { initiativeId, ...facts });
      await setWorkflow(author, { initiativeId, ...workflow });
      await setWorkflow(author, { initiativeId, ...workflow, version: 1, scope: "Partners' leads too" });
      return { ids: { reopenedInitiativeId: initiativeId } };
    },
  };
}
