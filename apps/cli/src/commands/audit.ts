import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AuditVerificationQuery, type AuditLine, type AuditVerification } from "@liftledger/contracts/audit";
import { exportAudit } from "@liftledger/use-cases/audit/export-audit";
import { verifyAudit } from "@liftledger/use-cases/audit/verify-audit";
import { getOrganisation } from "@liftledger/use-cases/organisations/get-organisation";
import { Command } from "commander";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withData } from "../open-ledger.ts";
import { refuseThere, writeNewFile } from "../output-file.ts";

interface AuditOptions {
  organisation: string;
  data?: string;
  head?: string;
  out?: string;
  json?: true;
}

/** `liftledger audit verify|export`: whether the record of all changes is whole, and a copy of it. */
export function auditCommand(): Command {
  const audit = new Command("audit").description("verify or export the record of all changes");
  withOptions(audit.command("verify"))
    .description("compute the audit chain again and name its first broken link")
    .option("--head <head>", "a head that an earlier verification printed: shows a tail that was cut off")
    .option("--json", "print the result as JSON")
    .action(verify);
  withOptions(audit.command("export"))
    .description("write the whole chain as JSON lines")
    .option("--out <file>", "the file to make; standard output when it is left out")
    .action(exportLines);
  return audit;
}

function withOptions(command: Command): Command {
  return command
    .option("--organisation <id>", "the organisation", "default")
    .option("--data <folder>", "the data folder");
}

async function verify({ organisation, data, head, json }: AuditOptions): Promise<void> {
  const query = AuditVerificationQuery.safeParse({ head });
  if (!query.success) {
    throw new CommandError(exitCodes.usage, `--head ${head} is no head: ${query.error.issues[0]?.message}.`);
  }
  const verified = await withData({ data }, async (ctx) => {
    const of = { ...ctx, organisationId: organisation };
    await getOrganisation(of);
    return verifyAudit(of, query.data);
  });
  const text = json === true ? JSON.stringify(verified, null, 2) : inWords(organisation, verified);
  process.stdout.write(`${text}\n`);
  if (verified.kind === "broken") process.exitCode = exitCodes.chainBroken;
}

function inWords(organisation: string, verified: AuditVerification): string {
  if (verified.kind === "broken") return `The audit chain of ${organisation} is broken. ${verified.message}`;
  const { entries, head } = verified;
  if (head === null) return `The audit chain of ${organisation} has no entry yet.`;
  return [
    `The audit chain of ${organisation} is whole: ${entries} entries.`,
    `Head: ${head}`,
    "Keep the head somewhere else: given as --head later, it shows whether the newest entries were cut off,",
    "which the chain alone cannot show.",
  ].join("\n");
}

async function exportLines({ organisation, data, out }: AuditOptions): Promise<void> {
  if (out !== undefined) refuseThere([out]);
  await withData({ data }, async (ctx) => {
    const of = { ...ctx, organisationId: organisation };
    await getOrganisation(of);
    const lines = asText(await exportAudit(of));
    if (out === undefined) await print(lines);
    else await writeNewFile(out, lines);
  });
}

/** What is wrong with the standard output, such as a reader that has read enough, the program says for all commands. */
async function print(lines: AsyncIterable<string>): Promise<void> {
  let lost: unknown;
  const lose = (error: unknown) => (lost = error);
  process.stdout.once("error", lose);
  await pipeline(Readable.from(lines), process.stdout, { end: false }).catch((error: unknown) => {
    if (error !== lost) throw error;
  });
  process.stdout.off("error", lose);
}

async function* asText(entries: AsyncIterable<AuditLine>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}
