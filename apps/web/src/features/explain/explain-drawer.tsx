import type { FigureExplanation } from "@liftledger/contracts/evaluation";
import { Box, Code, Divider, Drawer, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { explanationQuery } from "../../api.ts";
import { CopyLinkButton } from "../../components/copy-link-button.tsx";
import { FailedQuery } from "../../components/failed-query.tsx";
import { formatDate, formatInstant } from "../../components/format-date.ts";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { ExplanationInputs, inputText } from "./explanation-inputs.tsx";
import { fixedAddress } from "../clocks/fixed-address.ts";
import { AuditLink } from "./audit-link.tsx";
import { auditedSubject } from "./audited-thing.ts";
import { formulaLines, openSteps } from "./explanation-tree.ts";
import { SourceDetail } from "./explanation-source.tsx";
import { digitsOf, explainedStyle, figureRange, figureText } from "./figure-text.ts";
import { recorders } from "./recorders.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { form, plural, t } from "../../words.ts";

export interface ExplainDrawerProps {
  figureId: string;
  onClose: () => void;
}

/** How one number came about: value and likely range, one sentence, the formula, its inputs down to the rows. */
export function ExplainDrawer({ figureId, onClose }: ExplainDrawerProps) {
  const explanation = useQuery(explanationQuery(useOrganisationId(), figureId, useClocks()));
  const label = formatSentence(explanation.data?.figure.label ?? "");
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={label === "" ? t`Explain` : t`Explain: ${label}`}
      returnFocus={false}
      styles={{ title: { paddingInlineEnd: 12 } }}
      closeButtonProps={{ "aria-label": t`Close the explanation` }}
    >
      {explanation.isPending && <ExplainSkeleton />}
      {explanation.isError && (
        <FailedQuery
          what={t`This number could not be explained.`}
          error={explanation.error}
          onRetry={() => void explanation.refetch()}
          retrying={explanation.isFetching}
          showsOlderData={explanation.data !== undefined}
        />
      )}
      {explanation.data !== undefined && <ExplanationBody explanation={explanation.data} />}
    </Drawer>
  );
}

function ExplanationBody({ explanation }: { explanation: FigureExplanation }) {
  const { figure, sentence } = explanation;
  const tree = openSteps(explanation.tree);
  const range = figureRange(figure, digitsOf(figure));
  const value = figureText(figure, explainedStyle(figure)) ?? t`No value yet`;
  const subject = auditedSubject(figure.figureId);
  return (
    <Stack gap="md">
      <Group align="baseline" gap="sm">
        <Text fz={32} fw={700} lh={1.1} className="tabular">
          {value}
        </Text>
        {range !== null && <Text c="dimmed" className="tabular">{t`likely range ${range}`}</Text>}
      </Group>
      {figure.reason !== null && <Text fw={500}>{formatSentence(figure.reason)}</Text>}
      <Text>{formatSentence(sentence)}</Text>
      {tree.source === undefined ? (
        <>
          <Divider label={t`Formula`} labelPosition="left" />
          <Code block style={{ whiteSpace: "pre-wrap" }}>
            {[tree.label, ...formulaLines(tree, inputText), ...(figure.value === null ? [] : [value])]
              .map((line) => formatSentence(line))
              .join("\n= ")}
          </Code>
          <Divider label={t`Inputs`} labelPosition="left" />
          <ExplanationInputs inputs={tree.inputs} />
        </>
      ) : (
        // What was stated and not reckoned has no formula: where it is from is all there is.
        <>
          <Divider label={t`Where it is from`} labelPosition="left" />
          <SourceDetail source={tree.source} />
        </>
      )}
      <Divider label={t`Who and when`} labelPosition="left" />
      <WhoAndWhen explanation={explanation} />
      <Group>
        <CopyLinkButton address={fixedAddress(window.location.href, figure)} />
        {subject !== undefined && (
          <AuditLink
            thing={subject}
            label={
              subject.noun === "benefit" ? t`Audit trail of the benefit` : t`Audit trail of the initiative`
            }
          />
        )}
      </Group>
    </Stack>
  );
}

const basisWords = { net: t`net of cost`, gross: t`before cost`, none: null };
const spanWords = {
  cumulative: t`since the first spend`,
  "in-phase": t`within this phase`,
  point: t`at one date`,
};

const mostNamed = 4;

function WhoAndWhen({ explanation: { figure, tree } }: { explanation: FigureExplanation }) {
  const people = recorders(tree);
  // A plan says in its sentence over which time it counts: nothing of it has been spent.
  const span = figure.figureId.startsWith("case/") ? null : spanWords[figure.span];
  const stands = [span, basisWords[figure.basis]].filter((one) => one !== null);
  const [valued, known] = [formatDate(figure.until), formatInstant(figure.asOf)];
  return (
    <Box fz="sm">
      {people.slice(0, mostNamed).map(({ name, inputs, lastAt }) => (
        <p key={name} style={{ margin: 0 }}>
          {plural(
            inputs,
            form`${name} recorded ${inputs} input, on ${formatInstant(lastAt)}.`,
            form`${name} recorded ${inputs} inputs, the last on ${formatInstant(lastAt)}.`,
          )}
        </p>
      ))}
      {people.length > mostNamed && (
        <p style={{ margin: 0 }}>
          {plural(
            people.length - mostNamed,
            form`${people.length - mostNamed} other recorded inputs too: each input says who.`,
            form`${people.length - mostNamed} others recorded inputs too: each input says who.`,
          )}
        </p>
      )}
      <p style={{ margin: 0 }}>
        {stands.length === 0
          ? t`Valued on ${valued} with what was known on ${known}. Engine ${figure.engineVersion}.`
          : t`Valued on ${valued} with what was known on ${known}, ${stands.join(", ")}. Engine ${figure.engineVersion}.`}
      </p>
      {figure.interval !== null && (
        <p
          style={{ margin: 0 }}
        >{t`The likely range holds the true value with a chance of ${Math.round(figure.interval.level * 100)} in 100.`}</p>
      )}
    </Box>
  );
}

function ExplainSkeleton() {
  return (
    <Stack gap="md" aria-busy="true">
      <Skeleton height={36} width="60%" />
      <Skeleton height={48} />
      <Skeleton height={72} />
      <Skeleton height={220} />
    </Stack>
  );
}
