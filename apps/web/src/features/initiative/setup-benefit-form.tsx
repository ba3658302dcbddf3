import { Button, Group, Stack, Text } from "@mantine/core";
import { Form } from "../../components/form.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { SetupAssumptionFields } from "./setup-assumption-fields.tsx";
import { SetupSeriesChoice } from "./setup-series-choice.tsx";
import { useBenefitForm, type BenefitFormInput } from "./use-benefit-form.ts";
import { SharedMoneyLink } from "../value-pools/shared-money-link.tsx";
import { t, tx } from "../../words.ts";

export interface SetupBenefitFormProps extends BenefitFormInput {
  currency: string;
  /** Undefined where there is nothing to go back to. */
  onCancel: (() => void) | undefined;
}

/** Claims a benefit on a series and says what finance assumes of it. */
export function SetupBenefitForm(props: SetupBenefitFormProps) {
  const { initiative, benefit, series, currency, onCancel } = props;
  const form = useBenefitForm(props);
  const { draft, problems, save } = form;
  const isNew = benefit === undefined;
  return (
    <Form onSend={form.submit}>
      <Stack gap="md">
        {isNew ? (
          <SetupSeriesChoice
            kpiKey={initiative.outcome?.kpiKey}
            series={series}
            value={draft.seriesId}
            error={problems["seriesId"]}
            onChange={(seriesId) => form.change({ ...draft, seriesId })}
          />
        ) : (
          <Text size="sm">{t`Saving makes version ${benefit.assumptionsVersion + 1} of the assumptions; the older stay readable.`}</Text>
        )}
        <SetupAssumptionFields
          draft={draft}
          rule={form.rule}
          currency={series.find((one) => one.seriesId === draft.seriesId)?.currency ?? currency}
          problems={problems}
          isNew={isNew}
          lastClosed={form.lastClosed}
          onChange={form.change}
        />
        {save.error !== null && (
          <ProblemAlert
            what={isNew ? t`The benefit was not claimed.` : t`The assumptions were not changed.`}
            error={save.error}
          />
        )}
        {form.shareProRata !== undefined && (
          <div>
            <Button
              variant="default"
              onClick={form.shareProRata}
              loading={save.pending}
            >{t`Share it pro rata`}</Button>
            <Text size="sm" c="dimmed" mt={4} component="div">
              {t`Every claim on it shrinks in proportion, also those of others, and each says why. This needs the role finance.`}{" "}
              {tx`Which numbers are claimed together stands under ${<SharedMoneyLink>{t`Shared money`}</SharedMoneyLink>}.`}
            </Text>
          </div>
        )}
        <Group gap="sm">
          <Button type="submit" loading={save.pending}>
            {isNew ? t`Claim the benefit` : t`Save the assumptions`}
          </Button>
          {onCancel !== undefined && (
            <Button
              variant="default"
              onClick={() => {
                form.discard();
                onCancel();
              }}
            >{t`Cancel`}</Button>
          )}
        </Group>
      </Stack>
    </Form>
  );
}
