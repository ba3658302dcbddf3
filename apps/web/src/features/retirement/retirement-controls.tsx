import { Button, Text } from "@mantine/core";
import type { Client } from "@liftledger/contracts/client";
import type { Retired } from "@liftledger/contracts/retirement";
import { useState } from "react";
import { formatDayOf } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

export interface RetirementProps {
  /** Which thing of all it is, by kind and id: "team:team-1". */
  thing: string;
  /** Its name, as in "Retire Conversion rate". */
  name: string;
  retired: Retired;
  /** What retiring does and what stays, said before. */
  explained: string;
  retire: (client: Client, reason: string, idempotencyKey: string) => Promise<unknown>;
  restore: (client: Client, idempotencyKey: string) => Promise<unknown>;
  /** The least role that may; others see that it is retired, and no button. */
  needs: "contributor" | "finance" | "admin";
  size?: "xs" | "sm";
}

/** The button that retires a thing, once it was told why; of one that is retired, who did and the button that restores it. */
export function RetirementControls({ size = "sm", ...props }: RetirementProps) {
  const { retired, needs } = props;
  const role = usePerson()?.role ?? "viewer";
  const may = roles.indexOf(role) >= roles.indexOf(needs);
  if (retired === null) return may ? <RetireButton size={size} {...props} /> : null;
  return (
    <>
      <Text size={size} c="dimmed">
        {retiredWords(retired)}
      </Text>
      {may && <Restore size={size} {...props} />}
    </>
  );
}

const roles = ["viewer", "contributor", "finance", "admin"];

type Sized = RetirementProps & { size: "xs" | "sm" };

function RetireButton({ thing, name, explained, retire, size }: Sized) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size={size}
        aria-label={t`Retire ${name}`}
        onClick={() => setAsking(true)}
      >{t`Retire`}</Button>
      {asking && (
        <ReasonDialog
          title={t`Retire ${name}`}
          failed={t`It was not retired.`}
          action={t`Retire`}
          about={`retire-${thing}`}
          write={retire}
          onClose={() => setAsking(false)}
        >
          {explained}
        </ReasonDialog>
      )}
    </>
  );
}

function Restore({ name, restore, size }: Sized) {
  const write = useWrite<null, unknown>((client, _, idempotencyKey) => restore(client, idempotencyKey));
  return (
    <>
      {write.error !== null && <ProblemAlert what={t`It was not restored.`} error={write.error} />}
      <Button
        variant="default"
        size={size}
        loading={write.pending}
        aria-label={t`Restore ${name}`}
        onClick={() => write.send(null)}
      >{t`Restore`}</Button>
    </>
  );
}

/** "Retired by Ada on 24 June 2026: counted elsewhere." */
function retiredWords({ retiredBy, retiredAt, reason }: NonNullable<Retired>): string {
  const when = t`Retired by ${retiredBy} on ${formatDayOf(retiredAt)}`;
  return reason === "" ? `${when}.` : `${when}: ${reason}.`;
}
