import { insertAnnotation } from "../../annotations.ts";
import { freezeBaseline, insertDraftBaseline } from "../../baselines.ts";
import { insertBenefitAssumptions } from "../../benefit-assumptions.ts";
import { insertBenefit } from "../../benefits.ts";
import { insertHoldOut } from "../../hold-outs.ts";
import { insertInitiativePhase } from "../../initiative-phases.ts";
import { insertInitiative } from "../../initiatives.ts";
import type { Writer } from "../../transaction.ts";
import { insertValuePool, replacePoolMembers } from "../../value-pools.ts";
import { at, by, recordedAt } from "./recorded.ts";

/** Initiative `initiative-1` with its frozen baseline and what it claims. */
export async function insertInitiativeRows(tx: Writer, organisationId: string): Promise<void> {
  await insertEffort(tx, organisationId);
  await insertFrozenBaseline(tx, organisationId);
  await insertClaim(tx, organisationId);
  await insertNotes(tx, organisationId);
  await insertPool(tx, organisationId);
}

async function insertEffort(tx: Writer, organisationId: string): Promise<void> {
  await insertInitiative(tx, organisationId, {
    initiativeId: "initiative-1",
    name: "Better landing pages",
    outcome: { kpiKey: "conversion-rate", change: "increase", percent: "15", by: "2026-12-31" },
    ownerId: "person-1",
    teamId: "team-1",
    useCasePattern: "personalisation",
    status: "active",
    startedOn: "2026-01-05",
    ...at,
  });
  await insertInitiativePhase(tx, organisationId, {
    initiativeId: "initiative-1",
    phase: "foundation",
    enteredOn: "2026-01-05",
    recordedAt,
  });
}

async function insertFrozenBaseline(tx: Writer, organisationId: string): Promise<void> {
  await insertDraftBaseline(tx, organisationId, {
    baselineId: "baseline-1",
    seriesId: "series-1",
    preFrom: "2026-W01",
    preTo: "2026-W02",
    interventionStart: "2026-W03",
    windowTo: "2026-W02",
    leftOut: [],
    trendDeclaredOn: "2026-01-11",
    controls: [{ seriesId: "series-1", name: "Conversion rate (all)" }],
    controlMethod: "subtract",
    design: { name: "flat" },
    rung: "D",
    reasons: ["2 pre-periods"],
    redraftOf: null,
    createdBy: "person-1",
    ...at,
  });
  await freezeBaseline(tx, organisationId, "baseline-1", {
    digest: "b1",
    frozenAt: recordedAt,
    frozenBy: "person-1",
    snapshots: [
      { period: "2026-W01", revision: 1 },
      { period: "2026-W02", revision: 1 },
    ],
    controlSnapshots: [{ seriesId: "series-1", period: "2026-W01", revision: 1 }],
  });
}

async function insertClaim(tx: Writer, organisationId: string): Promise<void> {
  await insertBenefit(tx, organisationId, {
    benefitId: "benefit-1",
    initiativeId: "initiative-1",
    seriesId: "series-1",
    baselineId: "baseline-1",
    ...at,
  });
  await insertBenefitAssumptions(tx, organisationId, {
    benefitId: "benefit-1",
    version: 1,
    unitValue: "12.50",
    currency: "EUR",
    attribution: null,
    confidence: null,
    realisedAccepted: null,
    realisedRedeployed: null,
    realisedCashed: null,
    basis: "",
    approvedBy: null,
    claimUntil: null,
    attributionAsked: null,
    attributionReason: null,
    validFrom: null,
    ...by,
  });
  await insertHoldOut(tx, organisationId, {
    holdOutId: "hold-out-1",
    benefitId: "benefit-1",
    terms: {
      kind: "proportion",
      treated: { units: 100, sum: "12" },
      heldOut: { units: 100, sum: "9" },
      startedOn: "2025-12-01",
      endedOn: "2025-12-31",
    },
    ...by,
  });
}

async function insertNotes(tx: Writer, organisationId: string): Promise<void> {
  await insertAnnotation(tx, organisationId, {
    annotationId: "annotation-1",
    initiativeId: "initiative-1",
    seriesId: null,
    from: "2026-01-02",
    until: null,
    text: "All visitors see it",
    createdBy: "person-1",
    changedAt: recordedAt,
    changedBy: "person-1",
    ...at,
  });
}

async function insertPool(tx: Writer, organisationId: string): Promise<void> {
  await insertValuePool(tx, organisationId, {
    poolId: "pool-1",
    name: "New customers",
    createdBy: "person-1",
    ...at,
  });
  await replacePoolMembers(tx, organisationId, "pool-1", {
    series: [{ seriesId: "series-1", segment: ["EMEA"] }],
    kpiKeys: ["revenue-per-channel"],
  });
}
