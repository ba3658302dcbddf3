import { t } from "../words.ts";

/** The teams of some rows to choose from, the chosen one among them though no row is of it. */
export function teamChoices(rows: readonly { team: string }[], chosen: string) {
  const teams = new Set(rows.map(({ team }) => team));
  if (chosen !== "") teams.add(chosen);
  const names = [...teams].toSorted((a, b) => a.localeCompare(b));
  return [{ value: "", label: t`All` }, ...names.map((team) => ({ value: team, label: team }))];
}
