import type { PortfolioRow } from "@liftledger/contracts/portfolio";
import { describe, expect, it } from "vitest";
import { portfolioCsv } from "./portfolio-csv.ts";

const figure = (value: string | null) => ({
  value,
  unit: "EUR",
  until: "2026-05-31",
  asOf: "2026-06-01T09:00:00.000Z",
});

describe("portfolioCsv", () => {
  it("gives every digit, leaves out what is not known, and makes no formula of a name", () => {
    const row = {
      name: "=Chat, fast",
      team: "Service",
      owner: "Ada",
      useCasePattern: "chat",
      phase: "pilots",
      status: "active",
      verdict: { headline: "Watch", reason: "Likely." },
      netRoi: { ...figure("0.12345678"), interval: { low: "-0.1", high: "0.4" } },
      realisedValue: figure(null),
      cost: figure("12.34"),
      band: { floor: 0.3, ceiling: null },
      lastLoggedOn: null,
    } as unknown as PortfolioRow;
    const [heading, line, end] = portfolioCsv([row]).split("\r\n");
    expect(line).toBe(
      `"'=Chat, fast",Service,Ada,chat,pilots,active,Watch,Likely.,0.12345678,-0.1,0.4,,12.34,EUR,0.3,,,2026-05-31,2026-06-01T09:00:00.000Z`,
    );
    expect(heading?.split(",")).toHaveLength(19);
    expect(end).toBe("");
  });
});
