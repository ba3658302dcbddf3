import type { BreakEven } from "@liftledger/contracts/evaluation";
import { Text } from "@mantine/core";
import { Told } from "../explain/told.tsx";

/** What would break even, in one sentence whose numbers open their explanations. */
export function BreakEvenLine({ breakEven }: { breakEven: BreakEven }) {
  return (
    <Text mt="sm" fw={500}>
      <Told parts={breakEven.parts} />
    </Text>
  );
}
