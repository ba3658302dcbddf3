import { Divider, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { explanationQuery } from "../../api.ts";
import { FailedQuery } from "../../components/failed-query.tsx";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { ExplanationInputs } from "../explain/explanation-inputs.tsx";
import { openSteps } from "../explain/explanation-tree.ts";
import { t } from "../../words.ts";

/** The inputs of a figure of a case, by its id: line by line down to each assumption with its source. */
export function FigureTree({ figureId }: { figureId: string }) {
  const { asOf } = useClocks();
  const query = useQuery(explanationQuery(useOrganisationId(), figureId, { until: undefined, asOf }));
  if (query.isPending) return <Skeleton height={160} />;
  if (query.data === undefined)
    return (
      <FailedQuery
        what={t`This number could not be explained.`}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  const { inputs } = openSteps(query.data.tree);
  if (inputs.length === 0) return null;
  return (
    <>
      <Divider label={t`Inputs`} labelPosition="left" />
      <ExplanationInputs inputs={inputs} />
    </>
  );
}
