import { Button, Card, Group, NativeSelect, Stack, TextInput, Title } from "@mantine/core";
import { StepFields } from "./step-fields.tsx";
import { emptyStep, moved, type JudgementDraft, type StateDraft, type StepDraft } from "./workflow-draft.ts";
import { t } from "../../words.ts";

const most = 100;

export interface StateFieldsProps {
  title: string;
  place: "before" | "after";
  state: StateDraft;
  faults: Readonly<Record<string, string>>;
  onChange: (state: StateDraft) => void;
}

/** The work before the initiative or with it: its steps in order, each moved by its buttons, and how it is judged. */
export function StateFields({ title, place, state, faults, onChange }: StateFieldsProps) {
  const { steps } = state;
  const set = (next: StepDraft[]) => onChange({ ...state, steps: next });
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Title order={2} fz={18} mb="sm">
        {title}
      </Title>
      <Stack gap="md">
        {steps.map((step, index) => (
          <StepFields
            key={index}
            of={title}
            number={index + 1}
            last={steps.length}
            step={step}
            faultOf={(field) => faults[`${place}.steps.${index}.${field}`]}
            onChange={(next) => set(steps.map((one, other) => (other === index ? { ...one, ...next } : one)))}
            onMove={(by) => set(moved(steps, index, by))}
            onRemove={() => set(steps.filter((_step, other) => other !== index))}
          />
        ))}
        {steps.length < most && (
          <div>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t`Add a step: ${title}`}
              onClick={() => set([...steps, emptyStep])}
            >{t`Add a step`}</Button>
          </div>
        )}
        <Judgement
          label={t`Scalable?`}
          asks={t`Could it take on ten times as much?`}
          of={title}
          judged={state.scalable}
          fault={faults[`${place}.scalable.because`]}
          onChange={(scalable) => onChange({ ...state, scalable })}
        />
        <Judgement
          label={t`Repeatable?`}
          asks={t`Would somebody else get the same out of it?`}
          of={title}
          judged={state.repeatable}
          fault={faults[`${place}.repeatable.because`]}
          onChange={(repeatable) => onChange({ ...state, repeatable })}
        />
      </Stack>
    </Card>
  );
}

interface JudgementProps {
  label: string;
  asks: string;
  of: string;
  judged: JudgementDraft;
  fault: string | undefined;
  onChange: (judged: JudgementDraft) => void;
}

function Judgement({ label, asks, of, judged, fault, onChange }: JudgementProps) {
  return (
    <Group gap="xs" align="flex-end">
      <NativeSelect
        label={label}
        description={asks}
        flex="0 1 190px"
        value={judged.answer}
        data={[
          { value: "", label: t`Not judged yet` },
          { value: "yes", label: t`Yes` },
          { value: "no", label: t`No` },
        ]}
        onChange={({ currentTarget }) =>
          onChange({ ...judged, answer: currentTarget.value as JudgementDraft["answer"] })
        }
      />
      {judged.answer !== "" && (
        <TextInput
          aria-label={t`Why: ${label} ${of}`}
          placeholder={t`Because …`}
          flex="1 1 200px"
          maxLength={400}
          value={judged.because}
          error={fault}
          onChange={({ currentTarget }) => onChange({ ...judged, because: currentTarget.value })}
        />
      )}
    </Group>
  );
}
