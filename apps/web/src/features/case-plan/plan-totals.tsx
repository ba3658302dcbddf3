import { Anchor, Card, Divider, List, Stack, Text, Title } from "@mantine/core";
import type { CaseProblem } from "@liftledger/contracts/business-case";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import { moneyWords, paybackWords, roiWords, type LiveCase } from "./live-case.ts";
import { placeName } from "./place-name.ts";
import { usePlanForm } from "./plan-form.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { form, plural, t } from "../../words.ts";

const shownAtOnce = 8;

/** What the plan comes to as it is typed, and what of it is wrong or missing. */
export function PlanTotals({
  live,
  goTo,
}: {
  live: LiveCase | undefined;
  goTo: (problem: CaseProblem) => void;
}) {
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="plan-totals">
      <Title order={2} fz="lg" mb="xs" id="plan-totals">{t`What it comes to`}</Title>
      {live === undefined ? (
        <Text size="sm">{t`Mend what is wrong first: see below.`}</Text>
      ) : (
        <Figures live={live} />
      )}
      <Divider my="sm" />
      <Gaps goTo={goTo} />
    </Card>
  );
}

function Figures({ live }: { live: LiveCase }) {
  const { base, currency, period, ifAccepted, notCredited } = live;
  const { figures } = base;
  const isPartial = figures.missing.length > 0;
  const facts = [
    [t`Worth today`, moneyWords(figures.netPresentValue, currency)],
    [t`Net return`, roiWords(figures)],
    [t`Paid back`, paybackWords(figures.payback, period)],
    [t`Benefits`, moneyWords(figures.totalBenefits, currency)],
    [t`Costs`, moneyWords(figures.totalCosts, currency)],
  ];
  const money = ifAccepted === null ? "" : moneyWords(ifAccepted.netPresentValue, currency);
  return (
    <Stack gap={6}>
      {facts.map(([name, words], index) => (
        <div key={name}>
          <Text size="xs" c="dimmed">
            {name}
          </Text>
          <Text fw={600} fz={index === 0 ? 22 : "sm"} lh={1.25} className="tabular">
            {words}
          </Text>
        </div>
      ))}
      <Text size="xs" c="dimmed">
        {isPartial
          ? t`Of the lines that are valued: it is no total until the others are, too.`
          : t`Money only, after risk, over the whole plan.`}
      </Text>
      {ifAccepted !== null && (
        <Text size="sm">
          {plural(
            notCredited.length,
            form`${notCredited.length} benefit counts nothing yet: nobody has accepted its estimates. With it, worth ${money}.`,
            form`${notCredited.length} benefits count nothing yet: nobody has accepted their estimates. With them, worth ${money}.`,
          )}
        </Text>
      )}
    </Stack>
  );
}

/** A problem with the name of its place, where its message does not say it: "Licences: Say a number". */
function withPlace(problem: CaseProblem, plan: CasePlan): string {
  const { message } = problem;
  const name = placeName(problem, plan);
  return name === "" || message.includes(name)
    ? message
    : /* no text: a name before what is said of it */ `${name}: ${message}`;
}

/** What is wrong or missing, each leading to its field. */
function Gaps({ goTo }: { goTo: (problem: CaseProblem) => void }) {
  const { problems, isShort, plan } = usePlanForm();
  const isWrong = problems.some(({ severity }) => severity === "wrong");
  if (problems.length === 0)
    return <Text size="sm">{t`Nothing is missing: approval can be asked for.`}</Text>;
  const more = problems.length - shownAtOnce;
  return (
    <>
      <Text size="sm" fw={600}>
        {isWrong ? t`To be mended` : t`Still missing`}
      </Text>
      {isShort && !isWrong && (
        <Text size="xs" c="dimmed">{t`It spends little: value, cost and three scenarios are enough.`}</Text>
      )}
      <List size="sm" mt={4} spacing={4} listStyleType="none">
        {problems.slice(0, shownAtOnce).map((problem) => (
          <List.Item key={`${problem.path} ${problem.message}`}>
            <Anchor component="button" type="button" size="sm" ta="left" onClick={() => goTo(problem)}>
              {formatSentence(withPlace(problem, plan))}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {more > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {plural(more, form`and ${more} more thing`, form`and ${more} more things`)}
        </Text>
      )}
    </>
  );
}
