import type { DataAssetVersion } from "@liftledger/contracts/data-asset";
import type { ToolVersion } from "@liftledger/contracts/tool";
import { formatDate } from "../../components/format-date.ts";
import type { Fact } from "../../components/version-changes.ts";
import { integrationNames, knownNames } from "./known-words.ts";
import { form, plural, t } from "../../words.ts";

const orNull = (text: string) => (text === "" ? null : text);

/** What a version says of a tool, by the names that its form has for it. */
export function toolFacts(tool: ToolVersion): Fact[] {
  const { preVetted, uses, costLineIds, costPoolIds } = tool;
  const vetted = preVetted === null ? null : `${formatDate(preVetted.on)}, ${preVetted.by}`;
  return [
    { name: t`Name`, text: tool.name },
    { name: t`Vendor`, text: tool.vendor },
    { name: t`Integration`, text: integrationNames[tool.integration] },
    { name: t`Says why it answers`, text: knownNames[tool.explainable] },
    { name: t`In real time`, text: knownNames[tool.realTime] },
    { name: t`Checked before use`, text: vetted },
    { name: t`Taken up by`, text: rollOutWords(tool.rollOut) },
    { name: t`Note`, text: orNull(tool.note) },
    ...uses.map(({ initiative, useCase, systems }) => ({
      name: t`Used by ${initiative}`,
      text: [useCase, ...systems].join(", "),
    })),
    { name: t`Costs that are its own`, text: costWords(costLineIds.length + costPoolIds.length) },
  ];
}

/** "Sales, since 2 March 2026"; null where no team takes it up. */
export function rollOutWords(rollOut: ToolVersion["rollOut"]): string | null {
  if (rollOut === null) return null;
  const { team, since, until } = rollOut;
  return until === null
    ? t`${team}, since ${formatDate(since)}`
    : t`${team}, ${formatDate(since)} to ${formatDate(until)}`;
}

function costWords(count: number): string | null {
  return count === 0 ? null : plural(count, form`${count} cost`, form`${count} costs`);
}

/** What a version says of data, by the names that their form has for it. */
export function dataFacts(data: DataAssetVersion): Fact[] {
  return [
    { name: t`Which data`, text: data.name },
    { name: t`Lives in`, text: data.system },
    { name: t`Who answers for them`, text: data.owner },
    { name: t`Need cleansing`, text: knownNames[data.needsCleansing] },
    { name: t`What needs cleansing`, text: orNull(data.cleansing) },
    { name: t`Systems agree on them`, text: knownNames[data.consistent] },
    { name: t`Reachable by API`, text: knownNames[data.reachableByApi] },
    { name: t`May be used for training`, text: knownNames[data.allowedForTraining] },
    { name: t`Personal data among them`, text: knownNames[data.personalData] },
    { name: t`Basis for personal data`, text: data.privacyBasis },
    { name: t`Kept for how long`, text: data.retention },
    { name: t`Initiatives that draw on them`, text: orNull(data.initiatives.join(", ")) },
    { name: t`Series that come from them`, text: orNull(data.series.join("; ")) },
    { name: t`Note`, text: orNull(data.note) },
  ];
}
