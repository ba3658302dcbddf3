import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import type { ImportResult, ImportSummary } from "@liftledger/contracts/import";
import type { Kpi } from "@liftledger/contracts/kpi";
import { Link } from "@tanstack/react-router";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { SummaryView } from "./summary-view.tsx";
import { t } from "../../words.ts";

export interface ImportDoneProps {
  result: ImportResult;
  kpis: readonly Kpi[];
  currency: string;
  rememberError: Error | null;
  onAnother: () => void;
}

/** What was written, and what one does next. */
export function ImportDone({ result, kpis, currency, rememberError, onAnother }: ImportDoneProps) {
  const isFigures = result.summary.target === "series";
  return (
    <Card withBorder padding="md">
      <Stack gap="md">
        <div role="status">
          <Title order={2} fz="lg">
            {result.importId === null
              ? t`The file changed nothing, so nothing was written`
              : t`${result.summary.fileName} is imported`}
          </Title>
          <Text c="dimmed" size="sm">
            {isFigures
              ? t`Each number knows its file and its lines. The same file again would change nothing.`
              : t`Each of them knows its file and its line. The same file again would add nothing.`}
          </Text>
        </div>
        {rememberError !== null && (
          <ProblemAlert what={t`The mapping was not remembered.`} error={rememberError} />
        )}
        <Group gap="sm">
          {isFigures ? <AfterFigures kpi={onlyKpi(result.summary)} /> : <AfterRecords />}
          <Button variant="default" onClick={onAnother}>{t`Import another file`}</Button>
        </Group>
        <SummaryView summary={result.summary} kpis={kpis} currency={currency} verb="were" />
      </Stack>
    </Card>
  );
}

/** The KPI whose numbers they are, where they are of one. */
function onlyKpi({ totals }: ImportSummary): string | undefined {
  const [first, ...others] = new Set(totals.map(({ kpiKey }) => kpiKey));
  return others.length === 0 ? first : undefined;
}

function AfterFigures({ kpi }: { kpi: string | undefined }) {
  const organisationId = useOrganisationId();
  return (
    <>
      <Button
        renderRoot={(props) => (
          <Link
            to="/$organisationId/new"
            params={{ organisationId }}
            {...(kpi !== undefined && { search: { kpi } })}
            {...props}
          />
        )}
      >{t`State an outcome on these numbers`}</Button>
      <Button
        variant="default"
        renderRoot={(props) => <Link to="/$organisationId/log" params={{ organisationId }} {...props} />}
      >{t`Log a week`}</Button>
    </>
  );
}

function AfterRecords() {
  const organisationId = useOrganisationId();
  return (
    <Button
      renderRoot={(props) => <Link to="/$organisationId/portfolio" params={{ organisationId }} {...props} />}
    >{t`See the portfolio`}</Button>
  );
}
