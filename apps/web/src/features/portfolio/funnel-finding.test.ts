import type { FunnelRate } from "@liftledger/contracts/portfolio";
import { describe, expect, it } from "vitest";
import { funnelFinding } from "./funnel-finding.ts";

const rate = (against: FunnelRate["against"]) => ({ against }) as FunnelRate;

describe("funnelFinding", () => {
  it.each([
    [null, null, "No initiative has entered Pilots yet"],
    ["higher", "lower", "More pilots reach Scale here than is published of others"],
    ["lower", "lower", "Fewer pilots reach Scale here than is published of others"],
    ["no-difference", "lower", "Fewer pilots are given up here than is published of others"],
    ["no-difference", "higher", "More pilots are given up here than is published of others"],
    ["no-difference", "no-difference", "Too few pilots to tell this portfolio from others"],
  ] as const)("of %s reaching Scale and %s given up: %s", (reached, scrapped, finding) => {
    expect(funnelFinding({ reachedScale: rate(reached), scrapped: rate(scrapped) })).toBe(finding);
  });
});
