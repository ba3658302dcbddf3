import type { CaseFlow } from "@liftledger/contracts/case-evaluation";
import { describe, expect, it } from "vitest";
import { pivotFlows } from "./cash-flow-pivot.ts";

const flow = (position: number, column: string, about: Partial<CaseFlow>): CaseFlow => ({
  position,
  column,
  lineId: "licences",
  name: "Licences",
  kind: "cost",
  currency: "EUR",
  amount: "6000.00",
  figureId: `figure-${position}`,
  ...about,
});

describe("pivotFlows", () => {
  it("makes a row of a line and a column of a period, and keeps what is not valued apart from nothing", () => {
    const net = { lineId: null, name: "Net", kind: "net" } as const;
    expect(
      pivotFlows([
        flow(1, "Start", { amount: "0.00" }),
        flow(2, "Year 1", { amount: null }),
        flow(3, "Start", { ...net, amount: "0.00" }),
        flow(4, "Year 1", { ...net, amount: null }),
      ]),
    ).toEqual({
      columns: ["Start", "Year 1"],
      rows: [
        {
          key: "cost licences",
          name: "Licences",
          kind: "cost",
          amounts: ["0.00", null],
          figureIds: ["figure-1", "figure-2"],
        },
        {
          key: "net ",
          name: "Net",
          kind: "net",
          amounts: ["0.00", null],
          figureIds: ["figure-3", "figure-4"],
        },
      ],
    });
  });

  it("has no columns where nothing flows", () => {
    expect(pivotFlows([])).toEqual({ columns: [], rows: [] });
  });
});
