import type { Learning } from "@liftledger/contracts/learning";
import { t } from "../../words.ts";

export type Occasion = Learning["occasion"];

/** When something was learned, in words. */
export const occasionNames: Record<Occasion, string> = {
  graduated: t`When it graduated`,
  retired: t`When it was retired`,
  stopped: t`When it was stopped`,
  gate: t`When a gate was decided`,
  "under-way": t`While it was under way`,
};

export const occasions = Object.keys(occasionNames) as Occasion[];
