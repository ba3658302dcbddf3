/** Whether an initiative is still to come or goes on: one that graduated or was retired asks for nothing more. */
export function isUnderWay({ status }: { readonly status: string }): boolean {
  return status !== "graduated" && status !== "retired";
}
