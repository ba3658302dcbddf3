import type { GateRulesInForce } from "@liftledger/contracts/gate";
import { percentOfShare } from "../../components/decimal-share.ts";
import { formatList } from "../../components/format-list.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { showDecimal } from "../../components/typed-number.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { criteriaOf, type FactKey } from "./production-facts.ts";
import { t } from "../../words.ts";

const gates = ["pilots", "scale", "transform"] as const;

/** Which gates of the organisation ask for a fact and what, a sentence for each thing that they ask; none where no gate does. */
export function askedBy(fact: FactKey, rules: GateRulesInForce, locale: string = readerLocale): string[] {
  return criteriaOf[fact].flatMap((key) => {
    const criterion = rules.criteria.find((one) => one.criterion === key);
    if (criterion === undefined) return [];
    // Two gates may ask the same with another limit: what they want is said for each limit.
    const byLimit = new Map<string, string[]>();
    for (const gate of gates)
      for (const { least } of rules.gates[gate].filter((rule) => rule.criterion === key)) {
        const limit = criterion.limit?.kind === "share" ? (least ?? criterion.limit.value) : "";
        byLimit.set(limit, [...(byLimit.get(limit) ?? []), phaseNames[gate]]);
      }
    return [...byLimit].map(([limit, phases]) => {
      const into = formatList(phases, "and", locale);
      if (limit === "") return t`Gate into ${into}: ${criterion.question}`;
      const percent = showDecimal(percentOfShare(limit), locale);
      return t`Gate into ${into}: ${criterion.question} At least ${percent}%.`;
    });
  });
}
