import { z } from "zod";
import { AlertRuleKey, Digest } from "./alert.ts";
import { Id } from "./ids.ts";
import { Instant } from "./values.ts";

/** What a message tells: the body of a webhook of the format "json", and what mails, Slack and Teams are written from. */
export const Notice = z.object({
  /** The same whenever the message is sent: what came twice is told by it. */
  id: Id,
  kind: z.enum(["raised", "recovered", "digest", "test"]),
  at: Instant,
  organisation: z.object({ id: Id, name: z.string() }),
  title: z.string(),
  /** What was seen, in one sentence; of a digest empty. */
  text: z.string(),
  alert: z
    .object({
      alertId: Id,
      rule: AlertRuleKey,
      name: z.string(),
      since: Instant,
      whatToDo: z.string(),
      initiative: z.object({ id: Id, name: z.string() }).nullable(),
    })
    .nullable(),
  digest: Digest.nullable(),
  /** Where it is in the product, from "/" on. */
  path: z.string(),
});
export type Notice = z.infer<typeof Notice>;
