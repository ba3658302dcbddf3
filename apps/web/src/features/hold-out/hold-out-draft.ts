import type { HoldOut, HoldOutArm, HoldOutKind, NewHoldOut } from "@liftledger/contracts/hold-out";
import { sumsOfKind } from "@liftledger/contracts/hold-out-sums";
import { readTypedNumber, typedFromDecimal } from "../../components/typed-number.ts";
import { percentOfShare, shareOfPercent } from "../../components/decimal-share.ts";
import { t } from "../../words.ts";

type ArmField = "units" | "sum" | (typeof sumsOfKind)[HoldOutKind][number];
export type ArmName = "treated" | "heldOut";
/** What is typed for an arm; what its kind does not want stays as it was typed. */
export type ArmDraft = Partial<Record<ArmField, string>>;

/** A hold-out as typed: everything may be empty. */
export interface HoldOutDraft {
  kind: HoldOutKind;
  treated: ArmDraft;
  heldOut: ArmDraft;
  splitTreated: string;
  splitHeldOut: string;
  startedOn: string;
  endedOn: string;
  plannedUnits: string;
  unitOfRandomisation: string;
  /** In percent. */
  treatedShare: string;
  treatedShareDuring: string;
  source: string;
}

export const firstHoldOut: HoldOutDraft = {
  kind: "proportion",
  treated: {},
  heldOut: {},
  splitTreated: "50",
  splitHeldOut: "50",
  startedOn: "",
  endedOn: "",
  plannedUnits: "",
  unitOfRandomisation: "",
  treatedShare: "",
  treatedShareDuring: "",
  source: "",
};

/** The fields of an arm that a kind asks for, in the order in which they are typed. */
export function armFields(kind: HoldOutKind): readonly ArmField[] {
  return ["units", "sum", ...sumsOfKind[kind]];
}

/** What was logged, as one would type it. */
export function draftOfHoldOut(holdOut: HoldOut, locale: string): HoldOutDraft {
  const arm = (logged: HoldOutArm): ArmDraft =>
    Object.fromEntries(
      Object.entries(logged).map(([field, value]) => [field, typedFromDecimal(String(value), locale)]),
    );
  const { kind, split, startedOn, endedOn, plannedUnits, unitOfRandomisation, source } = holdOut;
  const percent = (share: string) => typedFromDecimal(percentOfShare(share), locale);
  return {
    kind,
    treated: arm(holdOut.treated),
    heldOut: arm(holdOut.heldOut),
    splitTreated: typedFromDecimal(String(split.treated), locale),
    splitHeldOut: typedFromDecimal(String(split.heldOut), locale),
    startedOn,
    endedOn: endedOn ?? "",
    plannedUnits: plannedUnits === undefined ? "" : typedFromDecimal(String(plannedUnits), locale),
    unitOfRandomisation,
    treatedShare: percent(holdOut.treatedShare),
    treatedShareDuring: percent(holdOut.treatedShareDuring),
    source,
  };
}

type ReadHoldOut =
  | { kind: "hold-out"; holdOut: NewHoldOut }
  | { kind: "wrong"; problems: Record<string, string> };

/** A hold-out in the words of the wire, or what of it is missing or no number, by the wire's name of the field. */
export function readHoldOut(draft: HoldOutDraft, locale: string): ReadHoldOut {
  const problems: Record<string, string> = {};
  const decimal = (field: string, typed: string, isNeeded = true): string | undefined => {
    const read = readTypedNumber(typed, locale);
    if (read.kind === "fault") problems[field] = read.message;
    if (read.kind === "empty" && isNeeded) problems[field] = t`Say how many`;
    return read.kind === "number" ? read.decimal : undefined;
  };
  const whole = (field: string, typed: string, isNeeded = true): number | undefined => {
    const text = decimal(field, typed, isNeeded);
    if (text !== undefined && !/^\d+$/.test(text)) problems[field] = t`A whole number`;
    return text === undefined ? undefined : Number(text);
  };
  const arm = (name: ArmName): HoldOutArm => {
    const sums = armFields(draft.kind).slice(1);
    const typed = (field: ArmField) => draft[name][field] ?? "";
    return {
      units: whole(`${name}.units`, typed("units")) ?? 0,
      ...Object.fromEntries(sums.map((field) => [field, decimal(`${name}.${field}`, typed(field)) ?? ""])),
    } as HoldOutArm;
  };
  const [treated, heldOut] = [arm("treated"), arm("heldOut")];
  const split = {
    treated: Number(decimal("split.treated", draft.splitTreated)),
    heldOut: Number(decimal("split.heldOut", draft.splitHeldOut)),
  };
  const plannedUnits = whole("plannedUnits", draft.plannedUnits, false);
  const percent = decimal("treatedShare", draft.treatedShare);
  const percentDuring = decimal("treatedShareDuring", draft.treatedShareDuring, false);
  if (draft.startedOn === "") problems["startedOn"] = t`Say when it began`;
  if (Object.keys(problems).length > 0) return { kind: "wrong", problems };
  const [unit, source] = [draft.unitOfRandomisation.trim(), draft.source.trim()];
  return {
    kind: "hold-out",
    holdOut: {
      kind: draft.kind,
      treated,
      heldOut,
      split,
      startedOn: draft.startedOn,
      ...(draft.endedOn === "" ? {} : { endedOn: draft.endedOn }),
      ...(plannedUnits === undefined ? {} : { plannedUnits }),
      ...(unit === "" ? {} : { unitOfRandomisation: unit }),
      treatedShare: shareOfPercent(percent ?? ""),
      ...(percentDuring === undefined ? {} : { treatedShareDuring: shareOfPercent(percentDuring) }),
      ...(source === "" ? {} : { source }),
    },
  };
}
