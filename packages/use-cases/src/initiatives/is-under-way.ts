/** Whether an initiative was begun: a candidate is an idea, which counts among none that could have come anywhere. */
export function isBegun({ status }: { readonly status: string }): boolean {
  return status !== "candidate";
}

/** Whether an initiative is still to come or goes on: one that graduated or was retired asks for nothing more. */
export function isUnderWay({ status }: { readonly status: string }): boolean {
  return status !== "graduated" && status !== "retired";
}
