import { Box, Code, Divider, Drawer, Stack, Text } from "@mantine/core";
import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import { caseFigureId, type CaseFigureKey } from "@liftledger/contracts/case-figure-id";
import { CopyLinkButton } from "../../components/copy-link-button.tsx";
import { FigureTree } from "./figure-tree.tsx";
import { figureWords } from "./figure-words.ts";
import { metricRows, metricsOf, type MetricUnits } from "./metric-rows.ts";
import { basisNames, riskNames, scenarioName } from "./result-words.ts";
import type { useResultsSearch } from "./use-results-search.ts";
import { versionAddress } from "./version-address.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** By which id the explanation of a figure is asked for. */
const keyOf: Record<string, CaseFigureKey> = {
  totalBenefits: "benefits",
  totalCosts: "costs",
  netBenefit: "net-benefit",
  netRoi: "net-roi",
  grossMultiple: "gross-multiple",
  netPresentValue: "net-present-value",
  netRoiOnPresentValue: "net-roi-pv",
  benefitCostRatio: "benefit-cost-ratio",
  equivalentAnnualAnnuity: "equivalent-annuity",
  annualInternalRateOfReturn: "internal-rate-of-return",
  modifiedInternalRateOfReturn: "modified-rate-of-return",
  paybackFirst: "payback",
  paybackDurable: "durable-payback",
  discountedPayback: "durable-discounted-payback",
};

interface FigureDrawerProps {
  version: CaseVersion;
  evaluation: CaseEvaluation;
  units: MetricUnits;
  shown: ReturnType<typeof useResultsSearch>;
}

/** How one figure of a scenario came about: its value, what it is called, its formula and every input behind it. */
export function FigureDrawer({ version, evaluation, units, shown }: FigureDrawerProps) {
  const [scenarioKey, figure] = placeOf(shown.why);
  const scenario = evaluation.scenarios.find(({ name }) => name === scenarioKey);
  const row = metricRows.find(({ key }) => key === figure);
  const words = figureWords[figure];
  const key = keyOf[figure];
  if (scenario === undefined || row === undefined || words === undefined || key === undefined) return null;
  const close = () => {
    const pressed = document.querySelector<HTMLElement>(`[data-figure="${CSS.escape(shown.why ?? "")}"]`);
    shown.show({ why: undefined });
    // After the drawer has let go of its focus trap.
    requestAnimationFrame(() => pressed?.focus({ preventScroll: true }));
  };
  const metrics = metricsOf(scenario.totals[shown.basis], shown.risk);
  const { text, reason } = row.answer(metrics, units);
  const formula = words.formula(metrics, units);
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="lg"
      title={t`Explain: ${row.name}`}
      returnFocus={false}
      closeButtonProps={{ "aria-label": t`Close the explanation` }}
    >
      <Stack gap="md">
        <Text fz={32} fw={700} lh={1.1} className="tabular">
          {text}
        </Text>
        {reason !== null && <Text fw={500}>{formatSentence(reason)}</Text>}
        <Text fw={600}>{words.term}</Text>
        <Text>{words.meaning}</Text>
        {formula !== null && (
          <>
            <Divider label={t`Formula`} labelPosition="left" />
            <Code block style={{ whiteSpace: "pre-wrap" }}>
              {reason === null ? `${formula}\n= ${text}` : formula}
            </Code>
          </>
        )}
        <FigureTree
          figureId={caseFigureId({
            caseId: version.caseId,
            number: version.number,
            scenario: evaluation.scenarios.indexOf(scenario),
            basis: shown.basis,
            risk: shown.risk === "after" ? "adjusted" : "unadjusted",
            key,
            unsignedEstimates: shown.estimates,
          })}
        />
        <Divider label={t`What it stands on`} labelPosition="left" />
        <Standing version={version} evaluation={evaluation} scenario={scenarioKey} shown={shown} />
        <CopyLinkButton address={versionAddress(window.location.href, version)} />
      </Stack>
    </Drawer>
  );
}

function Standing({
  version: { number, plan, name },
  evaluation: { engineVersion },
  scenario,
  shown: { basis, risk, estimates },
}: Omit<FigureDrawerProps, "units"> & { scenario: string }) {
  const { annual, source } = plan.discountRate;
  const rate = `${Number((Number(annual) * 100).toFixed(4))}%`;
  return (
    <Box fz="sm">
      <Text size="sm">{t`Version ${number} of ${name}, ${scenarioName(scenario)}: ${basisNames[basis]}, ${riskNames[risk]}.`}</Text>
      {estimates === "credited" && (
        <Text size="sm">{t`Estimates that nobody has accepted count as if somebody had.`}</Text>
      )}
      <Text size="sm">{t`Discounted at ${rate} a year (${source}). Engine ${engineVersion}.`}</Text>
    </Box>
  );
}

/** The scenario and the figure of "Conservative:netRoi"; the name of a scenario may hold a colon itself. */
function placeOf(why: string | undefined): [scenario: string, figure: string] {
  const at = (why ?? "").lastIndexOf(":");
  return at < 0 ? ["", ""] : [(why ?? "").slice(0, at), (why ?? "").slice(at + 1)];
}
