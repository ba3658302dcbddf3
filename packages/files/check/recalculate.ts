import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const patience = { timeout: 900_000, maxBuffer: 64 * 1024 * 1024 };

/** A program that opens workbooks, reckons every formula anew and writes what it gets. */
export type Recalculator = {
  readonly name: string;
  readonly version: string;
  /** Writes each file recalculated into the folder, under its own name. */
  readonly recalculate: (files: readonly string[], folder: string) => Promise<void>;
};

/** How to get one, for who has none. */
export const howToInstall =
  "Debian and Ubuntu: apt-get install -y --no-install-recommends libreoffice-calc-nogui gnumeric";

/** Those of the two that are installed. */
export async function installedRecalculators(workFolder: string): Promise<readonly Recalculator[]> {
  const found = await Promise.all([libreOffice(workFolder), gnumeric()]);
  return found.filter((recalculator) => recalculator !== undefined);
}

// By itself LibreOffice shows the results stored in a workbook; 0 makes it reckon them on loading.
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

async function libreOffice(workFolder: string): Promise<Recalculator | undefined> {
  const version = await versionOf("soffice");
  if (version === undefined) return undefined;
  const profile = join(workFolder, "libreoffice-profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), alwaysRecalculate);
  return {
    name: "LibreOffice",
    version,
    recalculate: async (files, folder) => {
      // It starts slowly and converts quickly: many files a start, as many as a command line holds.
      for (let from = 0; from < files.length; from += 100) {
        const some = files.slice(from, from + 100);
        const settings = ["--headless", "--norestore", `-env:UserInstallation=file://${profile}`];
        await run("soffice", [...settings, "--convert-to", "xlsx", "--outdir", folder, ...some], patience);
      }
    },
  };
}

async function gnumeric(): Promise<Recalculator | undefined> {
  const version = await versionOf("ssconvert");
  if (version === undefined) return undefined;
  return {
    name: "Gnumeric",
    version,
    recalculate: async (files, folder) => {
      for (const file of files)
        await run("ssconvert", ["--recalc", file, join(folder, basename(file))], patience);
    },
  };
}

async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(program, ["--version"], patience);
    return `${stdout}${stderr}`.split("\n")[0]?.trim() ?? "";
  } catch {
    return undefined;
  }
}
