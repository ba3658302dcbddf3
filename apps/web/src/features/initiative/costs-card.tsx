import type { InitiativeEvaluation } from "@liftledger/contracts/evaluation";
import { Box, Paper, Text, Title } from "@mantine/core";
import { formatMoney, formatPercent } from "../../components/format-number.ts";
import classes from "../../components/table.module.css";
import { FigureButton } from "../explain/figure-button.tsx";
import { t, tx } from "../../words.ts";

/** What it cost by category, actual beside planned. */
export function CostsCard({ evaluation }: { evaluation: InitiativeEvaluation }) {
  const { costs, currency, figures, coverage } = evaluation;
  const money = (text: string) => formatMoney(Number(text), currency);
  const largest = Math.max(1, ...costs.map((cost) => Math.max(Number(cost.actual), Number(cost.planned))));
  return (
    <Paper withBorder p="md" miw={0} component="section" aria-labelledby="costs">
      <Title order={2} fz={18} id="costs">{t`What it cost`}</Title>
      <Text size="sm" c="dimmed" component="div" mb="xs">
        {tx`${<FigureButton figure={figures.cost} fallback={t`Nothing`} />} to date; actual cost covers ${formatPercent(coverage.cost)} of the months, benefits ${formatPercent(coverage.benefit)}.`}
      </Text>
      {costs.length === 0 ? (
        <Text c="dimmed">{t`No cost is recorded yet: add the first under “Set up”.`}</Text>
      ) : (
        <Box className="scroll-region" tabIndex={0} role="region" aria-label={t`Table of costs by category`}>
          <table className={classes["table"]} style={{ minWidth: 420 }}>
            <thead>
              <tr>
                <th scope="col">{t`Category`}</th>
                <th scope="col" style={{ width: "36%" }}>
                  <span className="visually-hidden">{t`Share`}</span>
                </th>
                <th scope="col" data-numeric>{t`Actual`}</th>
                <th scope="col" data-numeric>{t`Planned`}</th>
              </tr>
            </thead>
            <tbody>
              {costs.map((cost) => (
                <tr key={cost.category}>
                  <th scope="row">
                    {cost.name}
                    {Number(cost.shared) > 0 && (
                      <Text
                        size="xs"
                        c="dimmed"
                        fw={400}
                      >{t`${money(cost.shared)} of it shared with others`}</Text>
                    )}
                  </th>
                  <td>
                    <CostBar
                      actual={Number(cost.actual) / largest}
                      planned={Number(cost.planned) / largest}
                    />
                  </td>
                  <td data-numeric>{money(cost.actual)}</td>
                  <td data-numeric>{Number(cost.planned) === 0 ? "–" : money(cost.planned)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Box>
      )}
    </Paper>
  );
}

/** Actual as a bar, planned as a tick on it; the numbers stand beside it. */
function CostBar({ actual, planned }: { actual: number; planned: number }) {
  const at = `${Math.min(1, planned) * 100}%`;
  return (
    <svg width="100%" height={14} aria-hidden="true" focusable="false" style={{ display: "block" }}>
      <rect width={`${Math.min(1, actual) * 100}%`} y={2} height={10} rx={2} fill="var(--ll-cost)" />
      {planned > 0 && <line x1={at} x2={at} y1={0} y2={14} stroke="var(--ll-label)" strokeWidth={1.5} />}
    </svg>
  );
}
