/** What the examples of hold-outs are about. */
export const holdOutExampleIds = {
  holdOutId: "0198f2a0-7c00-7000-8000-00000000000b",
  untestedBenefitId: "0198f2a0-7c00-7000-8000-00000000000c",
} as const;

const { holdOutId, untestedBenefitId } = holdOutExampleIds;

const holdOut = {
  kind: "proportion",
  treated: { units: 21307, sum: "3894" },
  heldOut: { units: 21306, sum: "2262" },
  split: { treated: 50, heldOut: 50 },
  startedOn: "2026-04-06",
  endedOn: "2026-05-31",
  unitOfRandomisation: "visit",
  treatedShare: "1",
  source: "A/B test of the landing page",
};

/** An example of a request to each endpoint of hold-outs; a part of the table in `examples.ts`. */
export const holdOutExamples = {
  listHoldOuts: { query: { limit: 50 } },
  getHoldOut: { params: { holdOutId }, query: { asOf: "2026-06-24T12:00:10.000Z" } },
  listHoldOutRevisions: { params: { holdOutId } },
  addHoldOut: { params: { benefitId: untestedBenefitId }, body: holdOut },
  changeHoldOut: {
    params: { holdOutId },
    body: { version: 1, ...holdOut, heldOut: { units: 21306, sum: "2271" } },
  },
  retractHoldOut: { params: { holdOutId } },
} as const;
