import { Button, Group, Stack, TextInput } from "@mantine/core";
import type { Benefit } from "@liftledger/contracts/initiative";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";

export interface WithdrawBenefitProps {
  benefit: Benefit;
  /** The series, as people call it. */
  name: string;
  onCancel: () => void;
}

/** Under which name the reason that is being typed is kept. */
export const withdrawalDraftKey = (organisationId: string, benefitId: string) =>
  `withdraw-benefit:${organisationId}:${benefitId}`;

/** Asks why a benefit is taken back, and takes it back. */
export function WithdrawBenefit({ benefit, name, onCancel }: WithdrawBenefitProps) {
  const { benefitId, version } = benefit;
  const form = useDraftForm({
    draftKey: withdrawalDraftKey(useOrganisationId(), benefitId),
    initial: { reason: "" },
    write: (client, reason: string, idempotencyKey) =>
      client.call("withdrawBenefit", { params: { benefitId }, body: { version, reason }, idempotencyKey }),
    onDone: onCancel,
  });
  const withdraw = form.save;
  const { reason } = form.value;
  const given = reason.trim();
  return (
    <Form onSend={() => form.send(given === "" ? null : given)}>
      <Stack gap="xs" mt="sm">
        {withdraw.error !== null && (
          <ProblemAlert what={t`The benefit was not withdrawn.`} error={withdraw.error} />
        )}
        <TextInput
          label={t`Why is ${name} no longer claimed?`}
          description={t`It counts no more from now on, and its share is free for others. Reports as of an earlier day still show it.`}
          value={reason}
          maxLength={400}
          error={form.faults(given === "" ? { reason: t`Say why, in a few words` } : {})["reason"]}
          onChange={({ currentTarget }) => form.change({ reason: currentTarget.value })}
        />
        <Group gap="xs">
          <Button
            type="submit"
            size="xs"
            color="red"
            loading={withdraw.pending}
          >{t`Withdraw this benefit`}</Button>
          <Button variant="default" size="xs" onClick={form.finish}>{t`Keep it`}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
