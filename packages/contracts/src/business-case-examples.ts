/** What the examples of business cases are about. */
export const businessCaseExampleIds = {
  caseId: "0198f2a0-7c00-7000-8000-0000000000c1",
  commentId: "0198f2a0-7c00-7000-8000-0000000000c2",
} as const;

const owner = "Ada Vance";
const { caseId, commentId } = businessCaseExampleIds;
const ofCase = { params: { caseId } };
const ofVersion = { params: { caseId, number: 1 } };

const constant = (value: string) => [{ from: 0, value }];
const assumed = (field: string, source: string) => ({ field, source, owner, evidence: "measured" });

const sheet =
  "Line,Kind,Category,Owner,Source,Start,Year 1,Year 2\nLicences,cost,licences,Ada Vance,Offer 4711,,6000,6000\n";

/** More orders from scored leads, for licences and the work of connecting them. */
export const examplePlan = {
  currency: "EUR",
  start: "2026-07",
  period: "year",
  horizon: 3,
  discountRate: { annual: "0.1", prices: "nominal", source: "Board paper 2026-07" },
  benefits: [
    {
      id: "more-orders",
      name: "More orders",
      owner,
      class: "revenue-margin",
      run: { kind: "recurring", from: 1 },
      estimate: { kind: "pert", low: "0.6", mode: "1", high: "1.3" },
      risk: { kind: "share", share: "0.15", reason: "Half of a year was measured, without the winter" },
      value: {
        kind: "factors",
        lift: [
          { from: 1, value: "0.01" },
          { from: 2, value: "0.015" },
        ],
        volume: constant("62400"),
        unitValue: constant("50"),
        adoption: constant("0.8"),
        attribution: constant("0.6"),
        confidence: constant("0.9"),
        realisation: constant("0.8"),
        overlap: constant("0"),
      },
      assumptions: [
        assumed("lift", "Weeks 15 to 24 in the web shop"),
        assumed("volume", "Visits of 2025"),
        assumed("unitValue", "Margin of an order, controlling"),
        assumed("adoption", "Share of the leads that are scored"),
        assumed("attribution", "Claim on the series"),
        assumed("confidence", "Half of a year was measured"),
        assumed("realisation", "What controlling has booked of it"),
        assumed("overlap", "No other initiative claims the series"),
      ],
    },
  ],
  costs: [
    {
      id: "licences",
      name: "Licences",
      owner,
      category: "licences",
      run: { kind: "recurring", from: 1 },
      amount: constant("6000"),
      assumptions: [assumed("amount", "Offer 4711")],
    },
    {
      id: "connecting-it",
      name: "Connecting it",
      owner,
      category: "integration",
      run: { kind: "one-off", column: 0 },
      amount: constant("8000"),
      assumptions: [assumed("amount", "Twenty days, at full cost")],
    },
  ],
  scenarios: [
    {
      name: "Conservative",
      kind: "conservative",
      changes: [{ lineId: "more-orders", field: "lift", change: { times: "0.7" } }],
    },
    {
      name: "Optimistic",
      kind: "optimistic",
      changes: [{ lineId: "more-orders", field: "lift", change: { times: "1.2" } }],
    },
  ],
};

/** An example of a request to each endpoint of business cases; a part of `examples.ts`. */
export const businessCaseExamples = {
  listCases: { query: { latestStatus: "submitted", limit: 20 } },
  createCase: {
    body: {
      initiativeId: "0198f2a0-7c00-7000-8000-000000000002",
      name: "Scored leads, three years",
      plan: examplePlan,
    },
  },
  readCaseSheet: { body: { file: sheet, start: "2027-01" } },
  getCase: ofCase,
  renameCase: { ...ofCase, body: { version: 1, name: "Scored leads, as the board asked" } },
  listCaseVersions: ofCase,
  addCaseVersion: { ...ofCase, body: { from: 1 } },
  getCaseVersion: ofVersion,
  changeCaseVersion: { ...ofVersion, body: { version: 1, plan: { ...examplePlan, horizon: 4 } } },
  listCaseDifferences: { ...ofVersion, query: { against: 1 } },
  evaluateCaseVersion: { ...ofVersion, query: { unsignedEstimates: "nothing" } },
  simulateCaseVersion: { ...ofVersion, query: { scenario: "Conservative", seed: 7, runs: 10_000 } },
  listCaseFlows: { ...ofVersion, query: { scenario: "Conservative", step: "year" } },
  getCaseActuals: { ...ofVersion, query: { until: "2026-10-31" } },
  getCaseWorkbook: ofVersion,
  getCasePaper: ofVersion,
  getCasePortfolioWorkbook: {},
  getCasePortfolioPaper: {},
  listCaseResults: { ...ofVersion, query: { scenario: "Conservative", basis: "cash" } },
  listCaseVariances: { ...ofVersion, query: { until: "2026-10-31" } },
  submitCaseVersion: { ...ofVersion, body: { version: 1 } },
  returnCaseVersion: {
    ...ofVersion,
    body: {
      version: 2,
      comment: "Two lines want another look",
      lines: [{ lineId: "licences", field: "amount", text: "The offer names 500 a month, not 6,000 a year" }],
    },
  },
  approveCaseVersion: { ...ofVersion, body: { version: 2, comment: "As discussed in the board" } },
  withdrawCaseVersion: { ...ofVersion, body: { version: 2, reason: "The supplier has another offer" } },
  listCaseComments: { ...ofVersion, query: { resolved: "false" } },
  addCaseComment: {
    ...ofVersion,
    body: { lineId: "more-orders", field: "volume", text: "Without the visits of robots?" },
  },
  resolveCaseComment: { params: { commentId }, body: { version: 1, isResolved: true } },
  listCaseTemplates: {},
  getCaseTemplatePlan: { query: { template: "predictive-lead-scoring", start: "2027-01" } },
  listCaseSettings: {},
  setCaseSettings: {
    body: {
      version: 0,
      discountRate: { annual: "0.1", prices: "nominal" },
      twoSignaturesFrom: "100000",
      onePageBelow: "10000",
      source: "Board paper 2026-07",
      approvedBy: "Grace Okoro",
    },
  },
};
