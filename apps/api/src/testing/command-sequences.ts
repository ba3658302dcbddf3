import * as fc from "fast-check";
import { alertCommands } from "./commands/alert-commands.ts";
import { caseCommands } from "./commands/case-commands.ts";
import type { CommandKind } from "./commands/command.ts";
import { gateCommands } from "./commands/gate-commands.ts";
import { initiativeCommands } from "./commands/initiative-commands.ts";
import { ledgerCommands } from "./commands/ledger-commands.ts";
import { measuredCommands } from "./commands/measured-commands.ts";
import { moneyCommands } from "./commands/money-commands.ts";
import { organisationCommands } from "./commands/organisation-commands.ts";
import { readinessCommands } from "./commands/readiness-commands.ts";
import { figureReadings, governanceReadings } from "./commands/reading-commands.ts";
import { registerCommands } from "./commands/register-commands.ts";
import { spoilings, type Spoiling } from "./commands/spoil.ts";

const ofFigures = {
  ...measuredCommands,
  ...initiativeCommands,
  ...moneyCommands,
  ...organisationCommands,
  ...caseCommands,
  ...figureReadings,
};

/** Every kind of request there is, by its name. */
export const commandKinds = {
  ...ofFigures,
  ...gateCommands,
  ...readinessCommands,
  ...registerCommands,
  ...alertCommands,
  ...governanceReadings,
  ...ledgerCommands,
} satisfies Record<string, CommandKind>;
type CommandName = keyof typeof commandKinds;

/** One request of a sequence. What it is about is named by place, so that it means something in any sequence. */
export interface LedgerCommand {
  do: CommandName;
  values: Record<string, unknown>;
  /** Who sends it: the admin, a colleague of finance, a contributor of no team, a viewer. */
  by: number;
  /** The number of its idempotency key. */
  key: number | null;
  /** What stands otherwise in its body. */
  spoil: readonly Spoiling[];
}

/** The one before by so many, once more and with the same key. */
interface Again {
  do: "again";
  back: number;
}

const namesOf = (kinds: Record<string, CommandKind>) => Object.keys(kinds) as CommandName[];

/** What a sequence is about: figures, one part of governance so that something comes of it, or all of it. */
const subjects: readonly { weight: number; names: CommandName[] }[] = [
  { weight: 4, names: namesOf({ ...ofFigures, ...ledgerCommands }) },
  { weight: 2, names: namesOf({ ...gateCommands, ...governanceReadings, ...initiativeCommands }) },
  { weight: 2, names: namesOf({ ...readinessCommands, ...governanceReadings }) },
  { weight: 2, names: namesOf({ ...registerCommands, ...governanceReadings, ...moneyCommands }) },
  { weight: 2, names: namesOf({ ...alertCommands, ...measuredCommands, ...ledgerCommands }) },
  { weight: 3, names: namesOf(commandKinds) },
];

const first = { by: 0, key: null, spoil: [] };

/** What every sequence begins with, so that there is something to work on. */
const beginning: LedgerCommand[] = [
  { do: "createSeries", values: { scope: 0 }, ...first },
  { do: "createSeries", values: { scope: 1 }, ...first },
  { do: "createInitiative", values: { name: 0 }, ...first },
  { do: "addBenefit", values: { initiative: 0, series: 0 }, ...first },
];

const by = fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 3);
const key = fc.option(fc.nat(9), { freq: 2 });

function commandsAbout(
  names: readonly CommandName[],
  spoil: fc.Arbitrary<readonly Spoiling[]>,
): fc.Arbitrary<LedgerCommand | Again> {
  const drawn = names.map((kind) => ({
    weight: commandKinds[kind].weight,
    arbitrary: fc.record({ do: fc.constant(kind), values: commandKinds[kind].values, by, key, spoil }),
  }));
  const again = { weight: 3, arbitrary: fc.record({ do: fc.constant("again"), back: fc.nat(3) }) };
  return fc.oneof(...drawn, again) as fc.Arbitrary<LedgerCommand | Again>;
}

function sequencesWith(spoil: fc.Arbitrary<readonly Spoiling[]>): fc.Arbitrary<LedgerCommand[]> {
  const about = subjects.map(({ weight, names }) => ({
    weight,
    arbitrary: fc.array(commandsAbout(names, spoil), { minLength: 5, maxLength: 24 }),
  }));
  return fc.oneof(...about).map(repeated);
}

/** Sequences of requests as somebody in a hurry would send them: many are refused, and rightly so. */
export const commandSequences = sequencesWith(fc.constant([]));

/** The same with odd values in their bodies: near to what is right, extreme, or none of it. */
export const spoiledSequences = sequencesWith(spoilings);

function repeated(drawn: readonly (LedgerCommand | Again)[]): LedgerCommand[] {
  const commands = [...beginning];
  for (const one of drawn) {
    const sent = one.do === "again" ? commands.at(-1 - one.back) : one;
    if (sent !== undefined) commands.push(sent);
  }
  return commands;
}
