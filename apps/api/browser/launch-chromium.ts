import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type BrowserServer } from "playwright-core";

/** What the browser would otherwise look up or send by itself. */
const quiet = [
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-domain-reliability",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
];

/** Launches the Chromium that the lockfile pins, headless, with the libraries it needs where the machine lacks them. */
export async function launchChromium(further: readonly string[] = []): Promise<Browser> {
  return playwright.launch(await launchOptions(further));
}

/** The same Chromium as a server of its own, which several test files share by its address. */
export async function launchChromiumServer(): Promise<BrowserServer> {
  return playwright.launchServer(await launchOptions());
}

async function launchOptions(further: readonly string[] = []) {
  const executablePath = await chromium.executablePath();
  return {
    executablePath,
    headless: true,
    args: [
      ...quiet,
      "--no-sandbox",
      "--no-zygote",
      "--hide-scrollbars",
      "--font-render-hinting=none",
      ...further,
    ],
    env: { ...process.env, ...(await librariesFor(executablePath)) },
  };
}

/** A bare machine has no libnss3 and libnspr4; the package brings a set of its own. */
async function librariesFor(executablePath: string): Promise<Record<string, string>> {
  const linked = spawnSync("ldd", [executablePath], { encoding: "utf8" }).stdout ?? "";
  if (!linked.includes("not found")) return {};
  const folder = join(tmpdir(), "al2023");
  if (!existsSync(join(folder, "lib"))) {
    const packaged = join(import.meta.dirname, "../node_modules/@sparticuz/chromium/bin/al2023.tar.br");
    await inflate(packaged);
  }
  return { LD_LIBRARY_PATH: [join(folder, "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":") };
}
