import { mechanicalWork } from "@liftledger/roi/benchmark-library/programme-figures";
import { formatPercent } from "../../components/format-number.ts";
import { t } from "../../words.ts";

const [low, high] = [Number(mechanicalWork.low), Number(mechanicalWork.high)];

/** The published share of mechanical work: "60% to 70%". */
export const publishedRange = t`${formatPercent(low)} to ${formatPercent(high)}`;
