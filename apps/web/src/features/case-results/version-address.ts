/**
 * The address of what is shown of one version. Without its number an address leads to whichever is the latest; with it
 * an approved version shows the same in a year, since it does not change. That of a draft says of which instant it is, so
 * that another plan never stands under it.
 *
 * @example versionAddress("https://liftledger.example/demo/cases/c?tab=results", { number: 2 }) // "…/cases/c?tab=results&version=2"
 */
export function versionAddress(
  address: string,
  { number, status, changedAt }: { number: number; status?: string; changedAt?: string },
): string {
  const found = new URL(address);
  found.searchParams.set("version", String(number));
  const isOpen = status === "draft" || status === "returned";
  if (isOpen && changedAt !== undefined && !found.searchParams.has("asOf"))
    found.searchParams.set("asOf", changedAt);
  return found.href;
}
