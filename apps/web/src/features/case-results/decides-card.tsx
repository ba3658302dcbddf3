import { Card, Text, Title } from "@mantine/core";
import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { FloatingBars, type FloatingBar } from "../../components/charts/floating-bars.tsx";
import { PictureCard } from "../../components/charts/picture-card.tsx";
import { formatCount, formatMoney } from "../../components/format-number.ts";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import classes from "../../components/table.module.css";
import { fieldNames } from "../cases/plan-words.ts";
import { decidesFinding } from "./decides-finding.ts";
import { t } from "../../words.ts";

type Sensitivity = NonNullable<CaseEvaluation["sensitivity"]>;
type Bar = Sensitivity["bars"][number];

/** Which line decides: each uncertain one at its low and its high, and where each would make the plan worth nothing. */
export function DecidesCard({ evaluation }: { evaluation: CaseEvaluation }) {
  const { sensitivity, currency } = evaluation;
  if (sensitivity === null) return null;
  const worth = (amount: string) => formatMoney(Number(amount), currency, { compact: true });
  return (
    <>
      {sensitivity.bars.length > 0 && <Tornado sensitivity={sensitivity} worth={worth} />}
      <BreakEvens sensitivity={sensitivity} />
    </>
  );
}

function Tornado({ sensitivity, worth }: { sensitivity: Sensitivity; worth: (amount: string) => string }) {
  const known = sensitivity.bars.filter(isKnown);
  const bars = known.map(({ lineId, name, atLow, atHigh }): FloatingBar => {
    const [low, high] = [Number(atLow), Number(atHigh)].toSorted((one, other) => one - other);
    return {
      key: lineId,
      name,
      text: t`${worth(String(low))} to ${worth(String(high))}`,
      from: low ?? 0,
      to: high ?? 0,
      tone: "range",
    };
  });
  const base = sensitivity.netPresentValue;
  const title = decidesFinding({ ...sensitivity, bars: known });
  return (
    <PictureCard
      title={title}
      subtitle={t`What the base is worth today with one line at its lowest and at its highest, all others as planned; before the risk of lines, money only.`}
      table={{
        columns: [t`Line`, t`At its low`, t`At its high`],
        rows: known.map(({ name, atLow, atHigh }) => [name, worth(atLow), worth(atHigh)]),
      }}
    >
      <FloatingBars
        label={title}
        bars={bars}
        mark={{ value: Number(base), text: t`The dashed line is the plan itself: ${worth(base)}` }}
      />
    </PictureCard>
  );
}

function isKnown(bar: Bar): bar is Bar & { atLow: string; atHigh: string } {
  return bar.atLow !== null && bar.atHigh !== null;
}

function BreakEvens({ sensitivity: { breakEvens } }: { sensitivity: Sensitivity }) {
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-break-evens">
      <Title
        order={3}
        fz="md"
        id="case-break-evens"
      >{t`What each line would have to be for the plan to be worth nothing`}</Title>
      <Text
        size="sm"
        c="dimmed"
        mb="xs"
      >{t`All else as planned. A value that changes over time is told at its last.`}</Text>
      <ScrollRegion label={t`Break-even values`}>
        <table className={classes["table"]} style={{ minWidth: 560 }}>
          <thead>
            <tr>
              <th scope="col">{t`Line`}</th>
              <th scope="col" data-numeric>{t`As planned`}</th>
              <th scope="col" data-numeric>{t`Worth nothing at`}</th>
            </tr>
          </thead>
          <tbody>
            {breakEvens.map((line) => (
              <BreakEvenRows key={line.lineId} line={line} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}

/** A line, and each field of it; one that has a single field is told by it. */
function BreakEvenRows({
  line: { name, multiple, reason, fields },
}: {
  line: Sensitivity["breakEvens"][number];
}) {
  const [only, ...more] = fields;
  const isSingle = only !== undefined && more.length === 0 && only.value !== null;
  return (
    <>
      <tr>
        <th scope="row" style={{ fontWeight: 600 }}>
          {name}
        </th>
        <td data-numeric>{isSingle ? valueOf(only.base) : multiple === null ? "" : t`the whole line`}</td>
        <td data-numeric>
          {isSingle
            ? valueOf(only.value ?? "")
            : multiple === null
              ? reason
              : t`${formatCount(Number(multiple), { digits: 2 })} times as much`}
        </td>
      </tr>
      {(isSingle ? [] : fields).map((field) => (
        <tr key={field.field}>
          <th scope="row" style={{ paddingInlineStart: 24 }}>
            {fieldName(field)}
          </th>
          <td data-numeric>{valueOf(field.base)}</td>
          <td data-numeric>{field.value === null ? t`no share does it` : valueOf(field.value)}</td>
        </tr>
      ))}
    </>
  );
}

const namesOf: Readonly<Record<string, string>> = fieldNames;
const fieldName = ({ field, name }: { field: string; name: string }) => namesOf[field] ?? name;
const valueOf = (text: string) => formatCount(Number(text));
