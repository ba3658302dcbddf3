import type {
  BenefitField,
  CasePlan,
  LineField,
  PlanAssumption,
  PlanPath,
  PlannedBenefitLine,
  PlannedCostLine,
} from "./case-plan.ts";

/** Any line of a case. */
export type PlanLine = PlannedBenefitLine | PlannedCostLine;

/** The shares of a benefit in the order in which they are multiplied. */
export const shareFields = [
  "adoption",
  "attribution",
  "confidence",
  "realisation",
  "overlap",
] as const satisfies readonly BenefitField[];

/** A field as people read it. */
export const lineFieldNames: Record<LineField, string> = {
  gross: "gross benefit",
  lift: "lift",
  volume: "volume",
  unitValue: "worth of one unit",
  adoption: "adoption",
  attribution: "our share",
  confidence: "confidence",
  realisation: "part turned into money",
  overlap: "part counted by another benefit",
  amount: "amount",
};

/** Whether a word is that of a field. */
export function isLineField(text: string): text is LineField {
  return Object.hasOwn(lineFieldNames, text);
}

/** What an assumption is about, as people read it. */
export function assumptionName({ field }: PlanAssumption): string {
  return field === "line" ? "the line" : lineFieldNames[field];
}

/** The assumption behind a field: its own, else that of the whole line. */
export function assumptionOf({ assumptions }: PlanLine, field: LineField): PlanAssumption | undefined {
  return assumptions.find((one) => one.field === field) ?? assumptions.find((one) => one.field === "line");
}

/** All lines of a case, benefits first: the order of everything that is told by line. */
export function planLines(plan: CasePlan): readonly PlanLine[] {
  return [...plan.benefits, ...plan.costs];
}

/** Whether a line is a benefit. */
export function isBenefitLine(line: PlanLine): line is PlannedBenefitLine {
  return "value" in line;
}

/** The paths of a line with their fields, in the order in which they are multiplied. */
export function linePaths(line: PlanLine): readonly (readonly [LineField, PlanPath])[] {
  if (!isBenefitLine(line)) return [["amount", line.amount]];
  const { value } = line;
  const shares = shareFields.map((field) => [field, value[field]] as const);
  if (value.kind === "money") return [["gross", value.gross], ...shares];
  return [["lift", value.lift], ["volume", value.volume], ["unitValue", value.unitValue], ...shares];
}

/** The line with paths replaced: each field's by what is made of it. */
export function withPaths<Line extends PlanLine>(
  line: Line,
  change: (path: PlanPath, field: LineField) => PlanPath,
): Line {
  const paths = Object.fromEntries(linePaths(line).map(([field, path]) => [field, change(path, field)]));
  return isBenefitLine(line) ? { ...line, value: { ...line.value, ...paths } } : { ...line, ...paths };
}
