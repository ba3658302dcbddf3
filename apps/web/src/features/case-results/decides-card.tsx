import { Card, Group, Text, Title } from "@mantine/core";
import type { CasePlan } from "@liftledger/contracts/case-plan";
import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { caseFigureId } from "@liftledger/contracts/case-figure-id";
import { FloatingBars, type FloatingBar } from "../../components/charts/floating-bars.tsx";
import { PictureCard } from "../../components/charts/picture-card.tsx";
import { formatCount, formatMoney, formatPercent } from "../../components/format-number.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import classes from "../../components/table.module.css";
import { fieldNames, isMoney, isShare } from "../cases/plan-words.ts";
import { useOpenExplanation } from "../explain/use-explain.ts";
import { AmountButton } from "./amount-button.tsx";
import { decidesFinding } from "./decides-finding.ts";
import type { CasePlace, UnsignedEstimates } from "./queries.ts";
import { sensitivityRows } from "./result-tables.ts";
import { SaveTableButton } from "./save-table-button.tsx";
import { t, tx } from "../../words.ts";

type Sensitivity = NonNullable<CaseEvaluation["sensitivity"]>;
type Bar = Sensitivity["bars"][number];
type BreakEven = Sensitivity["breakEvens"][number];

/** Which line decides: each uncertain one at its low and its high, and where each would make the plan worth nothing. */
export function DecidesCard({
  place,
  evaluation,
  plan,
  estimates,
}: {
  place: CasePlace;
  plan: CasePlan;
  evaluation: CaseEvaluation;
  estimates: UnsignedEstimates;
}) {
  const { sensitivity, currency } = evaluation;
  if (sensitivity === null) return null;
  const baseFigureId = caseFigureId({
    ...place,
    scenario: 0,
    basis: "cash",
    risk: "unadjusted",
    key: "net-present-value",
    unsignedEstimates: estimates,
  });
  const worth = (amount: string) => formatMoney(Number(amount), currency, { compact: true });
  return (
    <>
      {sensitivity.bars.length > 0 && (
        <Tornado sensitivity={sensitivity} worth={worth} baseFigureId={baseFigureId} />
      )}
      <BreakEvens sensitivity={sensitivity} currency={currency} plan={plan} />
    </>
  );
}

interface TornadoProps {
  sensitivity: Sensitivity;
  worth: (amount: string) => string;
  /** Of what the plan itself is worth. */
  baseFigureId: string;
}

function Tornado({ sensitivity, worth, baseFigureId }: TornadoProps) {
  const open = useOpenExplanation();
  const known = sensitivity.bars.filter(isKnown);
  const bars = known.map(({ lineId, name, atLow, atHigh, figureIds }): FloatingBar => {
    const [low, high] = [Number(atLow), Number(atHigh)].toSorted((one, other) => one - other);
    return {
      key: lineId,
      name,
      text: t`${worth(String(low))} to ${worth(String(high))}`,
      from: low ?? 0,
      to: high ?? 0,
      tone: "range",
      figureId: figureIds.distance,
    };
  });
  const base = sensitivity.netPresentValue;
  const title = decidesFinding({ ...sensitivity, bars: known });
  return (
    <PictureCard
      title={title}
      subtitle={t`What the base is worth today with one line at its lowest and at its highest, all others as planned; before the risk of lines, money only.`}
      hint={t`Press a bar to see what it is made of.`}
      table={{
        columns: [t`Line`, t`At its low`, t`At its high`],
        rows: known.map(({ lineId, name, atLow, atHigh, figureIds }) => [
          name,
          <AmountButton
            key={`${lineId} low`}
            figureId={figureIds.atLow}
            text={worth(atLow)}
            name={t`${name} at its low`}
          />,
          <AmountButton
            key={`${lineId} high`}
            figureId={figureIds.atHigh}
            text={worth(atHigh)}
            name={t`${name} at its high`}
          />,
        ]),
      }}
    >
      <FloatingBars
        label={title}
        bars={bars}
        mark={{
          value: Number(base),
          text: tx`The dashed line is the plan itself: ${<AmountButton figureId={baseFigureId} text={worth(base)} name={t`worth today of the plan itself`} />}`,
        }}
        onOpen={open}
      />
    </PictureCard>
  );
}

function isKnown(bar: Bar): bar is Bar & { atLow: string; atHigh: string } {
  return bar.atLow !== null && bar.atHigh !== null;
}

interface BreakEvensProps {
  sensitivity: Sensitivity;
  currency: string;
  plan: CasePlan;
}

function BreakEvens({ sensitivity, currency, plan }: BreakEvensProps) {
  const currencies = new Map(
    [...plan.benefits, ...plan.costs].map((line) => [line.id, line.currency ?? plan.currency]),
  );
  const title = t`What each line would have to be for the plan to be worth nothing`;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-break-evens">
      <Group justify="space-between" align="flex-start" gap="sm" mb="xs">
        <div style={{ flex: "1 1 320px", minWidth: 0 }}>
          <Title order={3} fz="md" id="case-break-evens">
            {title}
          </Title>
          <Text
            size="sm"
            c="dimmed"
          >{t`All else as planned. A value that changes over time is told at its last.`}</Text>
        </div>
        <SaveTableButton
          name={title}
          fileName="which-line-decides.csv"
          rows={() => sensitivityRows(sensitivity, currency)}
        />
      </Group>
      <ScrollRegion label={t`Break-even values`}>
        <table className={`${classes["table"]} stacks-on-phone`} style={{ minWidth: 560 }}>
          <thead>
            <tr>
              <th scope="col">{t`Line`}</th>
              <th scope="col" data-numeric>{t`As planned`}</th>
              <th scope="col" data-numeric>{t`Worth nothing at`}</th>
            </tr>
          </thead>
          <tbody>
            {sensitivity.breakEvens.map((line) => (
              <BreakEvenRows
                key={line.lineId}
                line={line}
                currency={currencies.get(line.lineId) ?? currency}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}

/** A line, and each field of it; one that has a single field is told by it. */
function BreakEvenRows({ line, currency }: { line: BreakEven; currency: string }) {
  const { name, multiple, reason, fields } = line;
  const [only, ...more] = fields;
  const single = only !== undefined && more.length === 0 && only.value !== null ? only : null;
  return (
    <>
      <tr>
        <th scope="row" style={{ fontWeight: 600 }}>
          {name}
        </th>
        <td data-numeric data-label={t`As planned`}>
          {single !== null
            ? valueOf(single, single.base, currency)
            : multiple === null
              ? ""
              : t`the whole line`}
        </td>
        <td data-numeric data-label={t`Worth nothing at`}>
          {single !== null ? (
            <FieldButton line={name} field={single} currency={currency} />
          ) : (
            <AmountButton
              figureId={line.figureId}
              text={
                multiple === null
                  ? (reason ?? "")
                  : t`${formatCount(Number(multiple), { digits: 2 })} times as much`
              }
              name={t`${name}, worth nothing at`}
            />
          )}
        </td>
      </tr>
      {(single !== null ? [] : fields).map((field) => (
        <tr key={field.field}>
          <th scope="row" style={{ paddingInlineStart: 24 }}>
            {fieldName(field)}
          </th>
          <td data-numeric data-label={t`As planned`}>
            {valueOf(field, field.base, currency)}
          </td>
          <td data-numeric data-label={t`Worth nothing at`}>
            <FieldButton line={name} field={field} currency={currency} />
          </td>
        </tr>
      ))}
    </>
  );
}

/** At what a field of a line makes the plan worth nothing; opens how. */
function FieldButton({
  line,
  field,
  currency,
}: {
  line: string;
  field: BreakEven["fields"][number];
  currency: string;
}) {
  return (
    <AmountButton
      figureId={field.figureId}
      text={field.value === null ? t`no share does it` : valueOf(field, field.value, currency)}
      name={t`${line}, ${fieldName(field)}, worth nothing at`}
    />
  );
}

const namesOf: Readonly<Record<string, string>> = fieldNames;
const fieldName = ({ field, name }: { field: string; name: string }) => namesOf[field] ?? name;

/**
 * A value of a field in its unit: a share in percent, an amount in the currency of its line, all else with its digits.
 * What is planned and what it would have to be are written alike: where one is too large for its minor unit, neither has it.
 */
function valueOf(
  { field, base, value }: Pick<BreakEven["fields"][number], "field" | "base" | "value">,
  text: string,
  currency: string,
): string {
  if (isShare(field)) return formatPercent(Number(text), { digits: 1 });
  if (!isMoney(field)) return formatCount(Number(text));
  const isLarge = [base, value].some((one) => Math.abs(Number(one)) >= 1000);
  return formatMoney(Number(text), currency, isLarge ? { digits: 0 } : {});
}
