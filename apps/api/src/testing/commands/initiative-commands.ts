import { exampleInitiative } from "@liftledger/use-cases/testing/example-initiative";
import * as fc from "fast-check";
import { command, patch, post, put, readVersion, remove, weekOf, which } from "./command.ts";

/** Initiatives, what they claim, and what would have been without them. */
export const initiativeCommands = {
  createInitiative: command<{ name: number }>(3, { name: fc.nat(2) }, ({ name }) =>
    post("/initiatives", { ...exampleInitiative, name: `Effort ${name}` }),
  ),
  changeInitiative: command<{ initiative: number; version: number; status: string }>(
    2,
    { initiative: which, version: readVersion, status: fc.constantFrom("active", "on-hold", "retired") },
    ({ initiative, ...body }, made) => patch(`/initiatives/${made.at("initiativeId", initiative)}`, body),
  ),
  enterPhase: command<{ initiative: number; version: number; phase: string; isSaid: boolean }>(
    2,
    {
      initiative: which,
      version: readVersion,
      phase: fc.constantFrom("foundation", "pilots", "scale", "transform"),
      isSaid: fc.boolean(),
    },
    ({ initiative, version, phase, isSaid }, made) => {
      const withoutGate = isSaid ? { withoutGate: "It was before there were gates" } : {};
      const body = { version, phase: { phase, enteredOn: "2026-06-20", ...withoutGate } };
      return patch(`/initiatives/${made.at("initiativeId", initiative)}`, body);
    },
  ),
  addBenefit: command<{ initiative: number; series: number }>(
    3,
    { initiative: which, series: which },
    ({ initiative, series }, made) =>
      post(`/initiatives/${made.at("initiativeId", initiative)}/benefits`, {
        seriesId: made.at("seriesId", series),
        assumptions: assumptionsOf(1),
      }),
  ),
  changeBenefit: command<{
    benefit: number;
    version: number;
    unitValue: number;
    baseline: number | null;
    /** The week that the new assumptions count from; null from the claim's start on. */
    from: number | null;
  }>(
    2,
    {
      benefit: which,
      version: readVersion,
      unitValue: fc.nat(2),
      baseline: fc.option(which),
      from: fc.option(fc.nat(6)),
    },
    ({ benefit, version, unitValue, baseline, from }, made) => {
      const given = baseline === null ? {} : { baselineId: made.at("baselineId", baseline) };
      const valid = from === null ? {} : { validFrom: weekOf(from) };
      const body = { version, assumptions: { ...assumptionsOf(unitValue), ...valid }, ...given };
      return patch(`/benefits/${made.at("benefitId", benefit)}`, body);
    },
  ),
  withdrawBenefit: command<{ benefit: number; version: number }>(
    1,
    { benefit: which, version: readVersion },
    ({ benefit, version }, made) =>
      post(`/benefits/${made.at("benefitId", benefit)}/withdraw`, { version, reason: "claimed by mistake" }),
  ),
  draftBaseline: command<{ series: number; control: number | null; subtracts: boolean }>(
    2,
    { series: which, control: fc.option(which), subtracts: fc.boolean() },
    ({ series, control, subtracts }, made) => {
      const compared = control === null ? {} : { controlSeriesIds: [made.at("seriesId", control)] };
      const wanted = {
        seriesId: made.at("seriesId", series),
        interventionStart: weekOf(3),
        ...compared,
      };
      return post("/baselines", subtracts ? { ...wanted, controlMethod: "subtract" } : wanted);
    },
  ),
  freezeBaseline: command<{ baseline: number }>(2, { baseline: which }, ({ baseline }, made) =>
    post(`/baselines/${made.at("baselineId", baseline)}/freeze`),
  ),
  unfreezeBaseline: command<{ baseline: number; version: number }>(
    2,
    { baseline: which, version: readVersion },
    ({ baseline, version }, made) =>
      post(`/baselines/${made.at("baselineId", baseline)}/unfreeze`, {
        version,
        reason: "A week was counted twice",
      }),
  ),
  addHoldOut: command<{ benefit: number; converted: number }>(
    2,
    { benefit: which, converted: fc.nat(2) },
    ({ benefit, converted }, made) =>
      post(`/benefits/${made.at("benefitId", benefit)}/hold-outs`, holdOutOf(converted)),
  ),
  changeHoldOut: command<{ holdOut: number; version: number; converted: number }>(
    1,
    { holdOut: which, version: readVersion, converted: fc.nat(2) },
    ({ holdOut, version, converted }, made) =>
      put(`/hold-outs/${made.at("holdOutId", holdOut)}`, { version, ...holdOutOf(converted) }),
  ),
  retractHoldOut: command<{ holdOut: number }>(1, { holdOut: which }, ({ holdOut }, made) =>
    remove(`/hold-outs/${made.at("holdOutId", holdOut)}`),
  ),
};

function assumptionsOf(unitValue: number) {
  return {
    unitValue: String(50 * unitValue),
    attribution: "0.6",
    confidence: "1",
    realisation: { accepted: "0", redeployed: "0", cashed: "1" },
    ...(unitValue % 2 === 0 ? {} : { approvedBy: "Grace" }),
  };
}

function holdOutOf(converted: number) {
  return {
    kind: "proportion",
    treated: { units: 1000, sum: String(110 + 10 * converted) },
    heldOut: { units: 1000, sum: "100" },
    startedOn: "2026-04-06",
    endedOn: "2026-05-31",
    treatedShare: "1",
  };
}
