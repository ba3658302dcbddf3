import { formatCount } from "../../components/format-number.ts";
import type { Explanation, ExplanationSource } from "@liftledger/contracts/explanation";

import { form, plural, t } from "../../words.ts";

export type SourceKind = ExplanationSource["kind"];

/** How many leaves of each kind a node stands on. */
export function countSources(node: Explanation): Record<SourceKind, number> {
  const total = { measured: 0, assumption: 0, benchmark: 0 };
  if (node.source !== undefined && node.inputs.length === 0) total[node.source.kind] += 1;
  for (const input of node.inputs) {
    const part = countSources(input);
    total.measured += part.measured;
    total.assumption += part.assumption;
    total.benchmark += part.benchmark;
  }
  return total;
}

/** "from 1,646 measured numbers, 4 assumptions": what a calculated node stands on. */
export function describeSources(node: Explanation, locale: string): string {
  const { measured, assumption, benchmark } = countSources(node);
  const count = (many: number) => formatCount(many, { locale });
  const parts = [
    measured === 0
      ? null
      : plural(measured, form`${count(measured)} measured number`, form`${count(measured)} measured numbers`),
    assumption === 0
      ? null
      : plural(assumption, form`${count(assumption)} assumption`, form`${count(assumption)} assumptions`),
    benchmark === 0
      ? null
      : plural(benchmark, form`${count(benchmark)} benchmark`, form`${count(benchmark)} benchmarks`),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t`calculated` : t`from ${parts.join(", ")}`;
}

/** The inputs of a node that are shown at first, and how many wait behind "show all". */
export interface CollapsedInputs {
  shown: Explanation[];
  hidden: number;
  /** "52 weeks", "18 months" or "60 parts". */
  what: string;
}

const fewEnough = 8;

/**
 * A long run of inputs, such as the weeks of a sum, shows its first two and its last; short ones show all.
 */
export function collapseInputs(inputs: readonly Explanation[], expanded: boolean): CollapsedInputs {
  const what = partsText(inputs);
  if (expanded || inputs.length <= fewEnough) return { shown: [...inputs], hidden: 0, what };
  const last = inputs.slice(-1);
  return { shown: [...inputs.slice(0, 2), ...last], hidden: inputs.length - 3, what };
}

function partsText(inputs: readonly Explanation[]): string {
  const { length } = inputs;
  const periods = inputs.map((input) => input.source?.period);
  if (periods.every((period) => period?.includes("-W") === true)) return t`${length} weeks`;
  if (periods.every((period) => period !== undefined)) return t`${length} months`;
  return t`${length} parts`;
}

/** "lines 120 to 168 of leads-2026.csv", or null where the source is no file. */
export function describeLines(source: ExplanationSource): string | null {
  const { fileName, lineFirst, lineLast } = source;
  if (fileName === undefined || fileName === null) return null;
  if (lineFirst === undefined || lineFirst === null) return fileName;
  if (lineLast === undefined || lineLast === null || lineLast === lineFirst)
    return t`line ${lineFirst} of ${fileName}`;
  return t`lines ${lineFirst} to ${lineLast} of ${fileName}`;
}

/**
 * Passes over steps that say nothing by themselves, a rounding or a sum of one: their input's formula is the
 * one a person wants to see. The label and the value stay those of the outer step.
 */
export function openSteps(node: Explanation): Explanation {
  const [only, second] = node.inputs;
  if (only === undefined || second !== undefined || only.inputs.length === 0) return node;
  if (node.operation !== "round" && node.operation !== "sum") return node;
  const inner = openSteps(only);
  return { ...inner, label: node.label, value: node.value, unit: node.unit };
}

const signs: Partial<Record<Explanation["operation"], string>> = {
  sum: " + ",
  difference: " − ",
  product: " × ",
  quotient: " ÷ ",
};

/** The formula in words and in the reader's numbers; the engine's own line where the step is no arithmetic. */
export function formulaLines(node: Explanation, write: (input: Explanation) => string): string[] {
  const { inputs, operation } = node;
  const [amount, atLeast] = inputs;
  if (operation === "chance" && amount !== undefined && atLeast !== undefined) {
    return [
      t`chance that ${amount.label} is at least ${atLeast.label}`,
      t`chance that ${write(amount)}, with its likely range, is at least ${write(atLeast)}`,
    ];
  }
  const sign = signs[operation];
  if (sign === undefined || inputs.length < 2 || inputs.length > 6) return [node.formula];
  return [inputs.map((input) => input.label).join(sign), inputs.map(write).join(sign)];
}
