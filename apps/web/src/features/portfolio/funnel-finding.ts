import type { Portfolio } from "@liftledger/contracts/portfolio";
import { t } from "../../words.ts";

/** What the funnel shows, in one sentence. */
export function funnelFinding({
  reachedScale,
  scrapped,
}: Pick<Portfolio["funnel"], "reachedScale" | "scrapped">): string {
  if (reachedScale.against === null) return t`No initiative has entered Pilots yet`;
  if (reachedScale.against === "higher") return t`More pilots reach Scale here than is published of others`;
  if (reachedScale.against === "lower") return t`Fewer pilots reach Scale here than is published of others`;
  if (scrapped.against === "lower") return t`Fewer pilots are given up here than is published of others`;
  if (scrapped.against === "higher") return t`More pilots are given up here than is published of others`;
  return t`Too few pilots to tell this portfolio from others`;
}
