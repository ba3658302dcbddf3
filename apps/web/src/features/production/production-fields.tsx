import { NativeSelect, Paper, SimpleGrid, Stack, Textarea, TextInput, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { FactRow, fieldOfFact } from "./fact-row.tsx";
import type { TypedFacts } from "./production-draft.ts";
import type { FactKey } from "./production-facts.ts";
import { factGroups } from "./production-words.ts";
import { t } from "../../words.ts";

export interface FieldsProps {
  typed: TypedFacts;
  /** What is wrong, by field of the wire. */
  faults: Record<string, string>;
  onChange: (next: Partial<TypedFacts>) => void;
}

/** Every fact with the fields in which it is said. */
export function ProductionFields(props: FieldsProps) {
  return factGroups.map(({ key, title, facts }) => (
    <Paper withBorder p="md" component="section" key={key} aria-labelledby={key}>
      <Title order={2} fz={18} mb="sm" id={key}>
        {title}
      </Title>
      {facts.map((fact) => (
        <FactRow key={fact} fact={fact} isLabel={singles.has(fact)}>
          {fieldsFor(fact, props)}
        </FactRow>
      ))}
    </Paper>
  ));
}

/** The facts of one field. */
const singles: ReadonlySet<FactKey> = new Set([
  "handOverOwner",
  "itInvolvedOn",
  "toolChosenOn",
  "processDocumentedOn",
  "residency",
]);

const yesOrNo = () => [
  { value: "", label: t`Not recorded` },
  { value: "yes", label: t`Yes` },
  { value: "no", label: t`No` },
];

function fieldsFor(fact: FactKey, props: FieldsProps): ReactNode {
  const input = inputOf(props);
  switch (fact) {
    case "handOverOwner":
      return <TextInput id={fieldOfFact(fact)} maxLength={80} maw={400} {...input(fact, fact)} />;
    case "itInvolvedOn":
    case "toolChosenOn":
    case "processDocumentedOn":
      return <TextInput id={fieldOfFact(fact)} type="date" maw={200} {...input(fact, fact)} />;
    case "residency":
      return <Textarea id={fieldOfFact(fact)} autosize minRows={2} maxLength={400} {...input(fact, fact)} />;
    case "trained":
      return (
        <Pair>
          <TextInput
            label={t`Trained`}
            inputMode="numeric"
            autoComplete="off"
            {...input("trainedDone", "trained.done")}
          />
          <TextInput
            label={t`Of how many who will use it`}
            inputMode="numeric"
            autoComplete="off"
            {...input("trainedOf", "trained.of")}
          />
        </Pair>
      );
    case "securityReview":
      return <ReviewFields {...props} />;
    case "productionData":
      return (
        <Stack gap="sm">
          <NativeSelect
            label={t`Did it run on production data?`}
            maw={200}
            data={yesOrNo()}
            {...input("representative", "productionData.representative")}
          />
          <Textarea
            label={t`What shows it, or what is missing`}
            autosize
            maxLength={400}
            {...input("representativeShownBy", "productionData.shownBy")}
          />
        </Stack>
      );
    case "integration":
      return (
        <Pair>
          <NativeSelect
            label={t`Part of the scope?`}
            data={yesOrNo()}
            {...input("inScope", "integration.inScope")}
          />
          <NativeSelect
            label={t`Part of the budget?`}
            data={yesOrNo()}
            {...input("inBudget", "integration.inBudget")}
          />
        </Pair>
      );
    case "dataAccessRule":
      return <RuleFields {...props} fact={fact} where="dataAccessWhere" owner="dataAccessOwner" />;
    case "outputReviewRule":
      return <RuleFields {...props} fact={fact} where="outputReviewWhere" owner="outputReviewOwner" />;
    case "errorHandlingRule":
      return <RuleFields {...props} fact={fact} where="errorHandlingWhere" owner="errorHandlingOwner" />;
  }
}

/** What a field needs of its input: its value, what is wrong with it, and how it changes. */
function inputOf({ typed, faults, onChange }: FieldsProps) {
  return (field: keyof TypedFacts, wire: string) => ({
    value: typed[field],
    error: faults[wire],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [field]: currentTarget.value }),
  });
}

function Pair({ children }: { children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {children}
    </SimpleGrid>
  );
}

function ReviewFields(props: FieldsProps) {
  const input = inputOf(props);
  const { review } = props.typed;
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t`How it stands`}
        maw={300}
        data={[
          { value: "", label: t`Not recorded` },
          { value: "none", label: t`None is open` },
          { value: "opened", label: t`It was opened` },
          { value: "not-needed", label: t`None is needed` },
        ]}
        {...input("review", "securityReview.kind")}
      />
      {review === "opened" && (
        <Pair>
          <TextInput
            label={t`Opened on`}
            type="date"
            {...input("reviewOpenedOn", "securityReview.openedOn")}
          />
          <TextInput
            label={t`Ended on (empty while it is open)`}
            type="date"
            {...input("reviewClosedOn", "securityReview.closedOn")}
          />
        </Pair>
      )}
      {review === "not-needed" && (
        <TextInput
          label={t`Why none is needed`}
          maxLength={400}
          {...input("reviewBecause", "securityReview.because")}
        />
      )}
    </Stack>
  );
}

interface RuleFieldsProps extends FieldsProps {
  fact: FactKey;
  where: keyof TypedFacts;
  owner: keyof TypedFacts;
}

function RuleFields({ fact, where, owner, ...props }: RuleFieldsProps) {
  const input = inputOf(props);
  return (
    <Pair>
      <TextInput label={t`Where it is written`} maxLength={400} {...input(where, `${fact}.where`)} />
      <TextInput label={t`Who answers for it`} maxLength={80} {...input(owner, `${fact}.owner`)} />
    </Pair>
  );
}
