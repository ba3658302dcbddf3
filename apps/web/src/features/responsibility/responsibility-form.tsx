import {
  Button,
  Fieldset,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import type { Responsibility, SetResponsibility } from "@liftledger/contracts/responsibility";
import { Form } from "../../components/form.tsx";
import { formatInstant } from "../../components/format-date.ts";
import { Overtaken } from "../../components/overtaken.tsx";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useDraftForm } from "../../use-draft-form.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import {
  responsibilityFaults,
  responsibilityOf,
  typedResponsibility,
  type ResponsibilityDraft,
} from "./responsibility-draft.ts";
import { basisNames, intervalNames, optOutNames, riskNames, roleNames } from "./responsibility-words.ts";
import { SquadFields } from "./squad-fields.tsx";
import { t } from "../../words.ts";

/** The register as a form; who may not write reads it there. */
export function ResponsibilityForm({ register, canWrite }: { register: Responsibility; canWrite: boolean }) {
  const { draft, faults, change, save, submit, drop } = useResponsibilityForm(register);
  const fields = { draft, faults, change };
  return (
    <Form onSend={submit}>
      <fieldset disabled={!canWrite} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="md">
          {register.version > draft.version && (
            <Overtaken
              by={register.recordedBy ?? ""}
              onKeep={() => change({ version: register.version })}
              onDrop={drop}
            />
          )}
          <SquadFields {...fields} />
          <OutputFields {...fields} />
          <DataFields {...fields} />
          <AiActFields {...fields} />
          {save.error !== null && <ProblemAlert what={t`The register was not saved.`} error={save.error} />}
          <Group gap="sm">
            {canWrite && <Button type="submit" loading={save.pending}>{t`Save the register`}</Button>}
            {register.recordedAt !== null && register.recordedBy !== null && (
              <Text size="sm" c="dimmed">
                {t`Version ${register.version}, recorded by ${register.recordedBy}, ${formatInstant(register.recordedAt)}`}
              </Text>
            )}
          </Group>
        </Stack>
      </fieldset>
    </Form>
  );
}

export interface FieldsProps {
  draft: ResponsibilityDraft;
  faults: Record<string, string>;
  change: (next: Partial<ResponsibilityDraft>) => void;
}

type TextField = Exclude<keyof ResponsibilityDraft, "squad">;

/** What a field of the draft needs of an input: its value, what is wrong with it, and how it changes. */
function inputOf({ draft, faults, change }: FieldsProps) {
  return (field: TextField, wire: string) => ({
    value: draft[field],
    error: faults[wire],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
}

const choicesOf = (names: Record<string, string>) => [
  { value: "", label: t`Not recorded` },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];
const yesOrNo = choicesOf({ yes: t`Yes`, no: t`No` });

function OutputFields(props: FieldsProps) {
  const input = inputOf(props);
  return (
    <Fieldset legend={t`What it may do, and who looks at it`}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Stack gap="sm">
          <NativeSelect
            label={t`What the AI may do without approval`}
            data={choicesOf({ nothing: t`Nothing`, these: t`These things` })}
            {...input("unapproved", "unapproved")}
            error={undefined}
          />
          {props.draft.unapproved === "these" && (
            <Textarea
              label={t`Which, one thing a line`}
              autosize
              minRows={3}
              {...input("unapprovedList", "unapproved")}
            />
          )}
        </Stack>
        <Stack gap="sm">
          <TextInput
            label={t`Who reviews its output`}
            maxLength={80}
            {...input("reviewer", "outputReview.reviewer")}
          />
          <NativeSelect
            label={t`How often`}
            data={choicesOf(intervalNames)}
            {...input("reviewEvery", "outputReview.every")}
          />
          <TextInput
            label={t`What is looked at (optional)`}
            placeholder={t`20 drafts, drawn by lot`}
            maxLength={400}
            {...input("reviewSample", "outputReview.sample")}
          />
        </Stack>
      </SimpleGrid>
    </Fieldset>
  );
}

function DataFields(props: FieldsProps) {
  const input = inputOf(props);
  const { disclosure } = props.draft;
  return (
    <Fieldset legend={t`People whose data it uses`}>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="md">
        <NativeSelect
          label={t`Basis under the GDPR`}
          description={t`Article 6(1)`}
          data={choicesOf(basisNames)}
          {...input("gdprBasis", "gdprBasis")}
        />
        <NativeSelect
          label={t`Choice under the CCPA`}
          description={t`California`}
          data={choicesOf(optOutNames)}
          {...input("ccpa", "ccpa")}
        />
        <TextInput
          label={t`Where it is written down`}
          description={t`Such as the record of processing`}
          maxLength={400}
          {...input("consentRecord", "consentRecord")}
        />
        <NativeSelect
          label={t`Are people told that an AI is at work?`}
          data={choicesOf({ told: t`Yes`, "not-told": t`No` })}
          {...input("disclosure", "disclosure.kind")}
        />
        {disclosure !== "" && (
          <TextInput
            label={disclosure === "told" ? t`How` : t`Why not`}
            maxLength={400}
            {...input("disclosureText", "disclosure")}
          />
        )}
        {disclosure === "told" && (
          <TextInput label={t`Since`} type="date" {...input("disclosedSince", "disclosure.since")} />
        )}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md" mt="md">
        <TextInput label={t`Last bias audit on`} type="date" {...input("auditOn", "lastBiasAudit.on")} />
        <TextInput label={t`Audited by`} maxLength={80} {...input("auditBy", "lastBiasAudit.by")} />
        <TextInput
          label={t`What was found`}
          maxLength={400}
          {...input("auditResult", "lastBiasAudit.result")}
        />
      </SimpleGrid>
    </Fieldset>
  );
}

function AiActFields(props: FieldsProps) {
  const input = inputOf(props);
  return (
    <Fieldset legend={t`Under the EU AI Act, as judged here`}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <NativeSelect
          label={t`What the organisation is of it`}
          data={choicesOf(roleNames)}
          {...input("aiActRole", "aiActRole")}
        />
        <NativeSelect
          label={t`Do people deal with it directly?`}
          data={yesOrNo}
          {...input("talksWithPeople", "talksWithPeople")}
        />
        <NativeSelect
          label={t`Does it make text, pictures, sound or video?`}
          data={yesOrNo}
          {...input("makesContent", "makesContent")}
        />
        <NativeSelect
          label={t`Is what it makes published?`}
          data={yesOrNo}
          {...input("isPublished", "isPublished")}
        />
        <NativeSelect
          label={t`Risk class`}
          data={choicesOf(riskNames)}
          {...input("riskClass", "riskClass.class")}
        />
        <TextInput label={t`Why`} maxLength={400} {...input("riskBecause", "riskClass.because")} />
        <TextInput label={t`Judged by`} maxLength={80} {...input("riskJudgedBy", "riskClass.judgedBy")} />
        <TextInput label={t`Judged on`} type="date" {...input("riskJudgedOn", "riskClass.judgedOn")} />
      </SimpleGrid>
    </Fieldset>
  );
}

function useResponsibilityForm(register: Responsibility) {
  const { initiativeId } = register;
  const form = useDraftForm({
    draftKey: `responsibility:${useOrganisationId()}:${initiativeId}`,
    initial: { ...typedResponsibility(register), version: register.version },
    write: (client, body: SetResponsibility, idempotencyKey) =>
      client.call("setResponsibility", { params: { initiativeId }, body, idempotencyKey }),
    next: ({ version }, sent) => ({ ...sent, version }),
  });
  const { value: draft, save, change } = form;
  const { version } = draft;
  const own = responsibilityFaults(draft);
  return {
    draft,
    save,
    faults: form.faults(own),
    change,
    drop: form.finish,
    submit: () => form.send(Object.keys(own).length === 0 ? { version, ...responsibilityOf(draft) } : null),
  };
}
