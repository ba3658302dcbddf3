import { Stack } from "@mantine/core";
import { ApiProblem } from "@liftledger/contracts/client";
import { ProblemAlert, type ProblemAlertProps } from "../../components/problem-alert.tsx";
import { useHasRole } from "../access/use-has-role.ts";
import { ReopenLink } from "./reopen-link.tsx";

/** Why something was not saved; where closed months stand in the way, with the way to reopen them for whoever may. */
export function ClosedRefusal(props: ProblemAlertProps) {
  const mayReopen = useHasRole("finance");
  const from = firstClosed(props.error);
  return (
    <Stack gap="xs" align="flex-start">
      <ProblemAlert {...props} />
      {from !== undefined && mayReopen && <ReopenLink from={from} />}
    </Stack>
  );
}

/** The first closed month that a write would have moved. */
function firstClosed(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem) || !error.problem.type.endsWith("/period-closed")) return undefined;
  return error.problem.details?.find(({ field }) => field === "baselineId")?.seen;
}
