import type { BenefitEvaluation } from "@liftledger/contracts/evaluation";
import { formatPercent } from "../../components/format-number.ts";
import { Fact, Quiet } from "./fact.tsx";
import { SharedMoneyLink } from "../value-pools/shared-money-link.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { t, tx } from "../../words.ts";

type Claims = BenefitEvaluation["claims"];

/** Who holds which share of the same difference, and what nobody claims, from when to when. */
export function BenefitClaims({ benefit: { claims, scaled } }: { benefit: BenefitEvaluation }) {
  const { stretches, pool } = claims;
  if (stretches.length === 0) return null;
  return (
    <Fact name={t`Claimed by`}>
      {stretches.map((stretch) => (
        <div key={stretch.firstDay}>{claimText(stretch, claims)}</div>
      ))}
      {(pool !== null || scaled !== null) && (
        <Quiet>
          {pool !== null &&
            tx`It shares its money with other series: ${<SharedMoneyLink>{[pool.name, ...pool.segment].join(", ")}</SharedMoneyLink>}.`}{" "}
          {formatSentence(scaled?.reason ?? "")}
        </Quiet>
      )}
    </Fact>
  );
}

/** "Week 15, 2026 and later: Chat 60%, Lead scoring 30%; 10% is unclaimed." */
export function claimText(
  stretch: Claims["stretches"][number],
  { seriesId }: Pick<Claims, "seriesId">,
): string {
  // "0.6" and "0.33" are whole percents; what was scaled is told to a tenth.
  const percent = (share: string) => formatPercent(Number(share), { digits: share.length > 4 ? 1 : 0 });
  const held = stretch.held.map(
    (claim) =>
      `${claim.initiative} ${percent(claim.share)}${claim.seriesId === seriesId ? "" : ` (${claim.series})`}`,
  );
  const claimed = `${formatSentence(stretch.label)}: ${held.join(", ")}`;
  // What is left of shares that were brought down to ten digits is nothing.
  return Number(stretch.unclaimed) < 0.0005
    ? t`${claimed}; nothing is unclaimed.`
    : t`${claimed}; ${percent(stretch.unclaimed)} is unclaimed.`;
}
