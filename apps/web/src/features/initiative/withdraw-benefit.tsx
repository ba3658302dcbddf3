import { Button, Group, Stack, TextInput } from "@mantine/core";
import type { Benefit } from "@liftledger/contracts/initiative";
import { useState } from "react";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

export interface WithdrawBenefitProps {
  benefit: Benefit;
  /** The series, as people call it. */
  name: string;
  onCancel: () => void;
}

/** Asks why a benefit is taken back, and takes it back. */
export function WithdrawBenefit({ benefit, name, onCancel }: WithdrawBenefitProps) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { benefitId, version } = benefit;
  const withdraw = useWrite<string, Benefit>((client, why, idempotencyKey) =>
    client.call("withdrawBenefit", { params: { benefitId }, body: { version, reason: why }, idempotencyKey }),
  );
  const given = reason.trim();
  return (
    <Form
      onSend={() => {
        setAsked(true);
        if (given !== "") withdraw.send(given);
      }}
    >
      <Stack gap="xs" mt="sm">
        {withdraw.error !== null && (
          <ProblemAlert what={t`The benefit was not withdrawn.`} error={withdraw.error} />
        )}
        <TextInput
          label={t`Why is ${name} no longer claimed?`}
          description={t`It counts no more from now on, and its share is free for others. Reports as of an earlier day still show it.`}
          value={reason}
          maxLength={400}
          error={asked && given === "" ? t`Say why, in a few words` : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            type="submit"
            size="xs"
            color="red"
            loading={withdraw.pending}
          >{t`Withdraw this benefit`}</Button>
          <Button variant="default" size="xs" onClick={onCancel}>{t`Keep it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
