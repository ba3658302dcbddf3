/**
 * The address of what is shown of one version. Without its number an address leads to whichever is the latest; with it
 * an approved version shows the same in a year, since it does not change.
 *
 * @example versionAddress("https://liftledger.example/demo/cases/c?tab=results", 2) // "…/cases/c?tab=results&version=2"
 */
export function versionAddress(address: string, number: number): string {
  const found = new URL(address);
  found.searchParams.set("version", String(number));
  return found.href;
}
