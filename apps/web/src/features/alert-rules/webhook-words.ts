import type { Webhook } from "@liftledger/contracts/webhook";
import { t } from "../../words.ts";

/** The forms of messages. */
export const formatWords: Record<Webhook["format"], string> = {
  json: t`Liftledger’s own (JSON)`,
  slack: t`Slack`,
  teams: t`Teams`,
};

/** What a webhook is told of. */
export const aboutWords: Record<Webhook["about"][number], string> = {
  alerts: t`Alerts`,
  weekly: t`The week`,
  monthly: t`The month`,
};
