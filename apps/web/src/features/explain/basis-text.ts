import type { Figure } from "@liftledger/contracts/evaluation";
import { formatDate } from "../../components/format-date.ts";
import { evidenceWords } from "../verdict/verdict-look.ts";
import { figureRange } from "./figure-text.ts";
import { t } from "../../words.ts";

const basisWords = { net: t`net of cost`, gross: t`before cost`, none: null };
const spanWords = {
  cumulative: t`since the first spend`,
  "in-phase": t`within this phase`,
  point: t`at one date`,
};

/** On what a figure stands, in a line: "Net of cost, since the first spend, up to 22 Nov 2026. Likely 36% to 76%." */
export function basisText(figure: Figure): string {
  const { basis, span, until, grade, reason, value } = figure;
  const stands = [basisWords[basis], spanWords[span], t`up to ${formatDate(until)}`].filter(
    (one) => one !== null,
  );
  const range = figureRange(figure);
  const first = stands.join(", ");
  return [
    `${first.charAt(0).toUpperCase()}${first.slice(1)}.`,
    ...(range === null ? [] : [t`Likely ${range}.`]),
    ...(grade === null ? [] : [t`Known by: ${evidenceWords[grade]}.`]),
    ...(value === null && reason !== null ? [t`No value: ${reason}.`] : []),
  ].join(" ");
}
