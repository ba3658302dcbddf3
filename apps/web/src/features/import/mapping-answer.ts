import type { Mapping, QuantityMapping } from "./mapping.ts";

/** The mapping with several questions answered, by their ids. */
export function answerQuestions(mapping: Mapping, answers: Readonly<Record<string, string>>): Mapping {
  return Object.entries(answers).reduce((read, [id, value]) => answerQuestion(read, id, value), mapping);
}

/**
 * The mapping with a question of the server answered, so that the answer stands in its field and the next
 * preview does not ask again. An answer to a question that is not known changes nothing.
 */
export function answerQuestion(mapping: Mapping, questionId: string, value: string): Mapping {
  const colon = questionId.indexOf(":");
  const kind = colon < 0 ? questionId : questionId.slice(0, colon);
  const column = colon < 0 ? "" : questionId.slice(colon + 1);
  if (kind === "numbers") return { ...mapping, numbers: value };
  if (kind === "repeated-rows" && (value === "add" || value === "refuse"))
    return { ...mapping, repeatedRows: value };
  if (kind === "date-format") return withDateFormat(mapping, column, value);
  if (kind === "sheet") return { ...mapping, kept: { ...mapping.kept, sheet: value } };
  if (kind === "report-date") return { ...mapping, kept: { ...mapping.kept, reportDate: value } };
  if (kind === "start-date") return { ...mapping, kept: { ...mapping.kept, startDate: value } };
  if (kind === "column") return renamed(mapping, column, value);
  return mapping;
}

function withDateFormat(mapping: Mapping, column: string, format: string): Mapping {
  if (sameColumn(column, mapping.dateColumn)) return { ...mapping, dateFormat: format };
  return withQuantities(mapping, (part) => ({
    ...part,
    fromFormat: part.kind === "days-between" && sameColumn(part.from, column) ? format : part.fromFormat,
    toFormat: part.kind === "days-between" && sameColumn(part.to, column) ? format : part.toFormat,
  }));
}

function renamed(mapping: Mapping, from: string, to: string): Mapping {
  const name = (column: string) => (sameColumn(column, from) ? to : column);
  const condition = <Where extends { column: string }>(where: Where): Where => ({
    ...where,
    column: name(where.column),
  });
  const changed = withQuantities(mapping, (part) => ({
    ...part,
    columns: part.columns.map(name),
    from: name(part.from),
    to: name(part.to),
    where: condition(part.where),
  }));
  const { lookup } = mapping;
  return {
    ...changed,
    dateColumn: name(mapping.dateColumn),
    segmentColumn: name(mapping.segmentColumn),
    lookup: lookup === null ? null : { ...lookup, on: name(lookup.on), equals: name(lookup.equals) },
    measures: changed.measures.map((measure) => ({ ...measure, where: condition(measure.where) })),
  };
}

function withQuantities(mapping: Mapping, change: (part: QuantityMapping) => QuantityMapping): Mapping {
  const measures = mapping.measures.map((measure) => ({
    ...measure,
    numerator: change(measure.numerator),
    denominator: change(measure.denominator),
  }));
  return { ...mapping, measures };
}

/** Columns are matched as the server matches them: ignoring case and surrounding space. */
function sameColumn(one: string, other: string): boolean {
  return one !== "" && one.trim().toLowerCase() === other.trim().toLowerCase();
}
