/**
 * Makes one spelling of names that differ in case or in spaces alone: the first that it was given. "CRM" and "crm" are
 * one system, "Scorewell " and "scorewell" one vendor.
 */
export function sameSpelling(): (name: string) => string {
  const first = new Map<string, string>();
  return (name) => {
    const key = name.trim().replaceAll(/\s+/g, " ").toLowerCase();
    const known = first.get(key);
    if (known !== undefined) return known;
    first.set(key, name);
    return name;
  };
}
