/**
 * The address of what is shown with both clocks in it: it shows the same numbers in a year, whatever is logged or corrected
 * since.
 *
 * @example fixedAddress("https://liftledger.example/demo/cases/c", { until: "2026-03-31", asOf: "2026-04-02T08:00:00.000Z" })
 * // "…/cases/c?until=2026-03-31&asOf=2026-04-02T08%3A00%3A00.000Z"
 */
export function fixedAddress(address: string, { until, asOf }: { until: string; asOf: string }): string {
  const found = new URL(address);
  found.searchParams.set("until", until);
  found.searchParams.set("asOf", asOf);
  return found.href;
}
