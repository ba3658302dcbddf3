import { Anchor, Box, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { GatePack, GateReviewHead } from "@liftledger/contracts/gate";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { FactLink } from "../production/fact-link.tsx";
import { factOfCriterion } from "../production/production-facts.ts";
import { figureOfPack, PackFigure } from "./pack-figure.tsx";
import { mendingPlace, proposalNames } from "./gate-words.ts";
import type { Answered } from "./queries.ts";
import { ResultMark } from "./result-mark.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

export interface CriteriaCardProps {
  initiativeId: string;
  pack: GatePack;
  overrides: GateReviewHead["overrides"];
  /** Whether it is as it was signed: then nothing of it can be mended. */
  isFrozen: boolean;
}

const order: Record<Answered["result"], number> = { unmet: 0, unknown: 1, met: 2 };

/** Every criterion of the gate, what stands in the way first: what was seen, and where to mend it. */
export function CriteriaCard({ initiativeId, pack, overrides, isFrozen }: CriteriaCardProps) {
  const sorted = pack.criteria.toSorted((one, other) => order[one.result] - order[other.result]);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="criteria">
      <Title order={2} fz={18} id="criteria">{t`What the gate asks`}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {proposalNames[pack.proposal]} {formatSentence(pack.reason)}{" "}
        {pack.rulesVersion === 0
          ? t`By the rules every organisation begins with.`
          : t`By version ${pack.rulesVersion} of your rules.`}
      </Text>
      <Stack gap="md" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {sorted.map((answered) => (
          <Criterion
            key={answered.criterion}
            initiativeId={initiativeId}
            answered={answered}
            pack={pack}
            isFrozen={isFrozen}
            override={overrides.find(({ criterion }) => criterion === answered.criterion)}
            canMend={!isFrozen && answered.result !== "met"}
          />
        ))}
      </Stack>
    </Paper>
  );
}

interface CriterionProps {
  initiativeId: string;
  answered: Answered;
  pack: GatePack;
  isFrozen: boolean;
  override: GateReviewHead["overrides"][number] | undefined;
  canMend: boolean;
}

/** The figure that a criterion is answered by. */
const figureKeys: Readonly<Record<string, string>> = {
  verdict: "over-floor",
  "forward-value": "forward-value",
};

function Criterion({ initiativeId, answered, pack, isFrozen, override, canMend }: CriterionProps) {
  const { question, result, reason, criterion } = answered;
  const key = figureKeys[criterion];
  const figure = key === undefined ? undefined : figureOfPack(pack, key);
  return (
    <Group component="li" gap="4px 16px" align="flex-start" wrap="wrap">
      <Box w={104} pt={2}>
        <ResultMark result={result} />
      </Box>
      <Box flex="1 1 260px" miw={0}>
        <Text fw={500}>{question}</Text>
        <Text size="sm" c="dimmed">
          {formatSentence(reason)}
        </Text>
        {override !== undefined && (
          <Text size="sm">{t`Let pass by ${override.by}: “${override.reason}”`}</Text>
        )}
        <Group gap="md">
          {figure !== undefined && (
            <Text size="sm" span c="var(--mantine-color-anchor)">
              <PackFigure
                figure={figure}
                pack={pack}
                isFrozen={isFrozen}
                label={t`Explain it: ${question}`}
              >{t`Explain it`}</PackFigure>
            </Text>
          )}
          {canMend && <Mend initiativeId={initiativeId} answered={answered} />}
        </Group>
      </Box>
    </Group>
  );
}

function Mend({
  initiativeId,
  answered: { criterion, question },
}: Pick<CriterionProps, "initiativeId" | "answered">) {
  const organisationId = useOrganisationId();
  const fact = factOfCriterion(criterion);
  if (fact !== undefined)
    return (
      <FactLink
        initiativeId={initiativeId}
        fact={fact}
        label={t`See what is recorded of it: ${question}`}
      >{t`See what is recorded of it`}</FactLink>
    );
  const place = mendingPlace(criterion);
  if (place === null) return null;
  const params = { organisationId, initiativeId };
  if (place === "kill-rules")
    return (
      <Anchor
        size="sm"
        href="#kill-rules"
        aria-label={t`Declare one below: ${question}`}
      >{t`Declare one below`}</Anchor>
    );
  const [words, label] = {
    initiative: [t`See the initiative`, t`See the initiative: ${question}`],
    cases: [t`See the business cases`, t`See the business cases: ${question}`],
    readiness: [t`Answer the questions`, t`Answer the questions: ${question}`],
  }[place];
  return (
    <Anchor
      size="sm"
      aria-label={label}
      renderRoot={(props) =>
        place === "cases" ? (
          <Link to="/$organisationId/cases" params={{ organisationId }} {...props} />
        ) : place === "readiness" ? (
          <Link to="/$organisationId/initiatives/$initiativeId/readiness" params={params} {...props} />
        ) : (
          <Link to="/$organisationId/initiatives/$initiativeId" params={params} {...props} />
        )
      }
    >
      {words}
    </Anchor>
  );
}
