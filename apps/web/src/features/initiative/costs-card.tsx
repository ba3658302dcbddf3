import type { InitiativeEvaluation } from "@liftledger/contracts/evaluation";
import { Box, Paper, Text, Title } from "@mantine/core";
import classes from "../../components/table.module.css";
import { FigureButton } from "../explain/figure-button.tsx";
import { t, tx } from "../../words.ts";

/** What it cost by category, actual beside planned. */
export function CostsCard({ evaluation }: { evaluation: InitiativeEvaluation }) {
  const { costs, figures } = evaluation;
  const largest = Math.max(1, ...costs.map((cost) => Math.max(Number(cost.actual), Number(cost.planned))));
  return (
    <Paper withBorder p="md" miw={0} component="section" aria-labelledby="costs">
      <Title order={2} fz={18} id="costs">{t`What it cost`}</Title>
      <Text size="sm" c="dimmed" component="div" mb="xs">
        {tx`${<FigureButton figure={figures.cost} numbers={whole} fallback={t`Nothing`} />} to date; actual cost covers ${<FigureButton figure={figures.costCoverage} />} of the months, benefits ${<FigureButton figure={figures.benefitCoverage} />}.`}
      </Text>
      {costs.length === 0 ? (
        <Text c="dimmed">{t`No cost is recorded yet: add the first under “Set up”.`}</Text>
      ) : (
        <Box className="scroll-region" tabIndex={0} role="region" aria-label={t`Table of costs by category`}>
          <table className={classes["table"]} style={{ minWidth: 300 }}>
            <thead>
              <tr>
                <th scope="col">{t`Category`}</th>
                <th scope="col" style={{ width: "30%" }}>
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
                      <Text size="xs" c="dimmed" fw={400} component="div">
                        {tx`${<FigureButton figure={cost.figures.shared} numbers={whole} />} of it shared with others`}
                      </Text>
                    )}
                  </th>
                  <td>
                    <CostBar
                      actual={Number(cost.actual) / largest}
                      planned={Number(cost.planned) / largest}
                    />
                  </td>
                  <td data-numeric>
                    <FigureButton figure={cost.figures.actual} numbers={whole} />
                  </td>
                  <td data-numeric>
                    {Number(cost.planned) === 0 ? (
                      "–"
                    ) : (
                      <FigureButton figure={cost.figures.planned} numbers={whole} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Box>
      )}
    </Paper>
  );
}

/** A table of few amounts has room for every unit. */
const whole = { digits: 0 };

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
