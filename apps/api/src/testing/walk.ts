import type { Client } from "@liftledger/contracts/client";
import { monthOf } from "@liftledger/kpis/iso-date";
import { addPeriods, firstDay, lastDay, listPeriods, periodOf } from "@liftledger/kpis/period";
import type { WeeklyFile } from "./weekly-file.ts";

/** Week 105 of the file, when the initiative starts, and the last of the 52 weeks after it. */
export const startWeek = periodOf("2017-11-20", "week");
export const startedOn = firstDay(startWeek);
export const valuedOn = lastDay(addPeriods(startWeek, 51));

/** Imports the file as a person would: preview first, then write; answers the series by KPI. */
export async function importFile(client: Client, file: WeeklyFile) {
  const body = { file: new File([file.text], file.name), recipe: JSON.stringify(file.recipe) };
  const preview = await client.call("previewImport", { body });
  const imported = await client.call("createImport", { body });
  const { rows } = await client.call("listSeries", { query: {} });
  const seriesOf = (kpiKey: string) => {
    const found = rows.find((series) => series.kpiKey === kpiKey);
    if (found === undefined) throw new Error(`the import made no series of ${kpiKey}`);
    return found;
  };
  return { preview, imported, seriesOf };
}

/**
 * States an initiative that starts in week 105, drafts the 104 weeks before as its baseline, which a colleague freezes,
 * claims the benefit with everything finance must say, and logs a year of costs.
 */
export async function stateInitiative(
  { client, colleague }: { client: Client; colleague: Client },
  wanted: { seriesId: string; kpiKey: string; name: string },
) {
  const initiative = await client.call("createInitiative", {
    body: {
      name: wanted.name,
      outcome: { kpiKey: wanted.kpiKey, change: "increase", percent: "5", by: "2018-11-18" },
      owner: "Ada Vance",
      team: "Media",
      useCasePattern: "bidding-and-spend",
      phase: "pilots",
      startedOn,
    },
  });
  const { initiativeId } = initiative;
  const draft = await client.call("draftBaseline", {
    body: { seriesId: wanted.seriesId, interventionStart: startWeek },
  });
  const baseline = await colleague.call("freezeBaseline", { params: { baselineId: draft.baselineId } });
  await client.call("addBenefit", {
    params: { initiativeId },
    body: {
      seriesId: wanted.seriesId,
      baselineId: baseline.baselineId,
      assumptions: {
        unitValue: "0.4",
        attribution: "1",
        confidence: "1",
        realisation: { accepted: "0", redeployed: "0", cashed: "1" },
        approvedBy: "Finn Okoro",
      },
    },
  });
  await client.call("addCostLines", { params: { initiativeId }, body: { costLines: yearOfCosts() } });
  return { initiative, draft, baseline };
}

/** 20,000 a month from the first month of the initiative to the last one before the valuation date is over. */
function yearOfCosts() {
  const months = listPeriods(monthOf(startedOn), monthOf(valuedOn));
  return months.map((month) => ({
    category: "licences" as const,
    month,
    amount: "20000",
    currency: "EUR",
    kind: "actual" as const,
  }));
}
