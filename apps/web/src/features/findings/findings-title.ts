import type { Finding } from "./queries.ts";
import { form, plural, t } from "../../words.ts";

/** What was found, as a title says it: "Stuck in 2 ways: Security review, Culture and skills". */
export function findingsTitle(findings: readonly Pick<Finding, "name">[]): string {
  const count = findings.length;
  if (count === 0) return t`Nothing is found that holds it up`;
  const names = findings.map(({ name }) => name).join(", ");
  return plural(count, form`Stuck in ${count} way: ${names}`, form`Stuck in ${count} ways: ${names}`);
}
