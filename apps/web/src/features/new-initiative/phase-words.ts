import type { NewInitiative } from "@liftledger/contracts/initiative";

export const phases: readonly { value: NewInitiative["phase"]; label: string }[] = [
  { value: "foundation", label: "Foundation: getting ready" },
  { value: "pilots", label: "Pilots: tried with a few" },
  { value: "scale", label: "Scale: rolled out to many" },
  { value: "transform", label: "Transform: the way the work is done" },
];
