import type { ImportProblem, ImportRequest } from "./import-request.ts";

/** What is wrong with the recipe before any file is opened. */
export function recipeProblems({ recipe, kpis, lookup }: ImportRequest): ImportProblem[] {
  const problems: ImportProblem[] = [];
  recipe.measures.forEach((measure, index) => {
    const place = `measure ${index + 1}`;
    const kpi = kpis.get(measure.kpi);
    if (kpi === undefined) {
      problems.push({ place, rule: "unknown-kpi", message: `There is no KPI "${measure.kpi}".` });
      return;
    }
    const isTotal = kpi.denominator.kind === "period";
    if (isTotal !== (measure.denominator.kind === "periods")) {
      const message = isTotal
        ? `${kpi.name} is a total: its denominator is "periods".`
        : `${kpi.name} is a ratio: its denominator counts ${kpi.denominator.counts}, not periods.`;
      problems.push({ place, rule: "denominator-kind", message });
    }
  });
  if ((recipe.lookup === undefined) !== (lookup === undefined)) {
    const message = recipe.lookup
      ? `The recipe joins a second file, "${recipe.lookup.name}", which was not given.`
      : "A second file was given, but the recipe joins none.";
    problems.push({ place: "the lookup file", rule: "lookup-file", message });
  }
  return problems;
}
