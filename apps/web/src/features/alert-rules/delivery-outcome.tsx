import type { Delivery } from "@liftledger/contracts/webhook";
import { Button } from "@mantine/core";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { became, type Became } from "./became.ts";
import { t } from "../../words.ts";

export interface DeliveryOutcomeProps {
  delivery: Became & Pick<Delivery, "messageId" | "to">;
  /** What was to be sent, for a reader who hears the button out of its row. */
  what: string;
}

/** What became of a mail or a call of a webhook; where it was given up, admins may have it tried again. */
export function DeliveryOutcome({ delivery, what }: DeliveryOutcomeProps) {
  const { messageId, to, state } = delivery;
  const isAdmin = usePerson()?.role === "admin";
  const retry = useWrite((client, params: { messageId: string }, idempotencyKey) =>
    client.call("retryDelivery", { params, idempotencyKey }),
  );
  return (
    <>
      {became(delivery)}
      {state === "given-up" && isAdmin && (
        <Button
          size="compact-xs"
          variant="default"
          ml="sm"
          loading={retry.pending}
          aria-label={t`Try again: ${what}, ${to}`}
          onClick={() => retry.send({ messageId })}
        >{t`Try again`}</Button>
      )}
      {retry.error !== null && <ProblemAlert what={t`It is not tried again.`} error={retry.error} />}
    </>
  );
}
