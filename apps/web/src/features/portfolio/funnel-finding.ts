import type { Portfolio } from "@liftledger/contracts/evaluation";

/** What the funnel shows, in one sentence. */
export function funnelFinding({
  reachedScale,
  scrapped,
}: Pick<Portfolio["funnel"], "reachedScale" | "scrapped">): string {
  if (reachedScale.against === null) return "No initiative has entered Pilots yet";
  if (reachedScale.against === "higher") return "More pilots reach Scale here than is published of others";
  if (reachedScale.against === "lower") return "Fewer pilots reach Scale here than is published of others";
  if (scrapped.against === "lower") return "Fewer pilots are given up here than is published of others";
  if (scrapped.against === "higher") return "More pilots are given up here than is published of others";
  return "Too few pilots to tell this portfolio from others";
}
