import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { launchChromium } from "./launch-chromium.ts";
import { startServer, type Server } from "./start-server.ts";

// Has Lighthouse judge pages of a demo made for it, as on a desk and as on a phone, with the Chromium of the tests:
//   npm run lighthouse -- [paths]
// It is fetched by npx at this version and kept out of the lockfile: it brings 200 packages. Ends with a non-zero code
// where accessibility or best practices are not 100, or performance is under its goal.

const lighthouse = "lighthouse@13.5.0";
const paths = process.argv.slice(2);
const chosen = paths.length === 0 ? ["/demo/portfolio", "/demo/board", "/demo/log", "/demo/kpis"] : paths;

/** The least of each category; performance is a goal, since it depends on the machine. */
const forms = {
  desktop: { flags: ["--preset=desktop"], performance: 95 },
  mobile: { flags: [], performance: 80 },
};
type Form = keyof typeof forms;

interface Report {
  categories: Record<
    string,
    { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }
  >;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

const port = await freePort();
const [server, browser] = await Promise.all([
  startServer(),
  launchChromium([`--remote-debugging-port=${port}`]),
]);
let kept = true;
try {
  for (const path of chosen)
    for (const form of Object.keys(forms) as Form[])
      kept = tell(path, form, await judge(server, path, form)) && kept;
} finally {
  await browser.close();
  await server.stop();
}
process.exit(kept ? 0 : 1);

async function judge({ address, cookie }: Server, path: string, form: Form): Promise<Report> {
  const child = spawn(
    "npx",
    [
      "--yes",
      lighthouse,
      `${address}${path}`,
      `--port=${port}`,
      "--output=json",
      "--quiet",
      "--only-categories=performance,accessibility,best-practices",
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      ...forms[form].flags,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  return JSON.parse(await text(child.stdout)) as Report;
}

/** One line a page, and below it each audit that took points. */
function tell(path: string, form: Form, { categories, audits }: Report): boolean {
  const scores = Object.entries(categories).map(([id, { title, score, auditRefs }]) => {
    const points = Math.round((score ?? 0) * 100);
    const least = id === "performance" ? forms[form].performance : 100;
    const lost =
      points === 100
        ? []
        : auditRefs.filter(({ id: audit, weight }) => weight > 0 && audits[audit]?.score !== 1);
    return { said: `${title} ${points}`, kept: points >= least, lost: lost.map((one) => one.id) };
  });
  process.stdout.write(`${path}, ${form}: ${scores.map(({ said }) => said).join(", ")}\n`);
  for (const id of new Set(scores.flatMap(({ lost }) => lost))) {
    const { title, displayValue = "" } = audits[id] ?? { title: id };
    process.stdout.write(`    ${id}: ${title} ${displayValue}\n`);
  }
  return scores.every((score) => score.kept);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => probe.once("listening", listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === "string") throw new Error("there is no free port");
  return address.port;
}
