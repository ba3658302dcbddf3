import type { Into } from "./queries.ts";
import { t } from "../../words.ts";

/** The phases that are entered through a gate. */
export const intoPhases = ["pilots", "scale", "transform"] as const satisfies readonly Into[];

/** What each score means, from 0 to 5. */
export const scoreNames = [
  t`0: nothing yet`,
  t`1: talked about`,
  t`2: begun`,
  t`3: half way`,
  t`4: nearly done`,
  t`5: nothing left to do`,
] as const;
