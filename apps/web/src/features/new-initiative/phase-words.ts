import type { NewInitiative } from "@liftledger/contracts/initiative";
import { t } from "../../words.ts";

export const phases: readonly { value: NewInitiative["phase"]; label: string }[] = [
  { value: "foundation", label: t`Foundation: getting ready` },
  { value: "pilots", label: t`Pilots: tried with a few` },
  { value: "scale", label: t`Scale: rolled out to many` },
  { value: "transform", label: t`Transform: the way the work is done` },
];
