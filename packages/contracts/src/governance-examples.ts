/** What the examples of candidates, learnings and surveys are about. */
export const governanceExampleIds = {
  learningId: "0198f2a0-7c00-7000-8000-0000000000c1",
  roundId: "0198f2a0-7c00-7000-8000-0000000000c2",
  adoptionSeriesId: "0198f2a0-7c00-7000-8000-0000000000c3",
} as const;

const ids = governanceExampleIds;
const initiativeId = "0198f2a0-7c00-7000-8000-000000000002";
const ofInitiative = { params: { initiativeId } };

const learned = {
  occasion: "gate",
  kpiKeys: ["conversion-rate"],
  expected: "15% more conversions within a quarter, from scores alone",
  happened: "9% more, and only where sales called within an hour",
  contradicting: "In the shop in town conversions rose as much without scores",
};

/** An example of a request to each endpoint of adoption, candidates, learnings, responsibility and the survey; a part of `examples.ts`. */
export const governanceExamples = {
  getAdoption: { ...ofInitiative, query: { until: "2026-05-31" } },
  listAdoptionVersions: { ...ofInitiative, query: { limit: 20 } },
  setAdoption: { ...ofInitiative, body: { version: 0, seriesId: ids.adoptionSeriesId, sameAsCase: true } },
  listCandidates: { query: { limit: 20 } },
  getFocusWarnings: { query: { starting: initiativeId } },
  getCandidateEstimate: ofInitiative,
  listCandidateEstimateVersions: { ...ofInitiative, query: { limit: 20 } },
  setCandidateEstimate: {
    ...ofInitiative,
    body: {
      version: 0,
      effortWeeks: "8",
      statedValue: null,
      seriesId: "0198f2a0-7c00-7000-8000-000000000001",
      unitWorth: { amount: "50", source: "Margin of an order, finance, May" },
    },
  },
  listLearnings: { query: { kpiKey: "conversion-rate", q: "sales called" } },
  listLearningPrompts: { query: { limit: 20 } },
  addLearning: { body: { initiativeId, ...learned } },
  changeLearning: {
    params: { learningId: ids.learningId },
    body: { version: 1, ...learned, contradicting: "" },
  },
  getResponsibility: ofInitiative,
  listResponsibilityVersions: { ...ofInitiative, query: { limit: 20 } },
  setResponsibility: {
    ...ofInitiative,
    body: {
      version: 0,
      squad: [
        { role: "product", who: "Ada" },
        { role: "legal", who: "Tom Reed" },
      ],
      unapproved: ["Score a lead", "Sort the call list"],
      outputReview: { reviewer: "Ada", every: "week", sample: "20 scores, drawn by lot" },
      gdprBasis: "legitimate-interests",
      ccpa: "notice-and-opt-out",
      consentRecord: "Record of processing, entry 14",
      disclosure: { kind: "told", how: "A line under the form", since: "2026-05-04" },
      lastBiasAudit: {
        on: "2026-05-18",
        by: "Tom Reed",
        result: "No group scored otherwise by more than 2 points",
      },
      aiActRole: "deployer",
      talksWithPeople: false,
      makesContent: false,
      isPublished: false,
      riskClass: {
        class: "minimal",
        judgedBy: "Tom Reed",
        judgedOn: "2026-05-18",
        because: "It orders a list that people work through",
      },
    },
  },
  listWorkSplitRounds: { query: { limit: 20 } },
  openWorkSplitRound: { body: { week: "2026-W22" } },
  closeWorkSplitRound: { params: { roundId: ids.roundId }, body: { version: 1 } },
  answerWorkSplit: {
    params: { roundId: ids.roundId },
    body: { mechanicalHours: "26", strategicHours: "14" },
  },
};
