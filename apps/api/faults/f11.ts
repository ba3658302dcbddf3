// F11: bodies that are larger than they may be, or than they say, and workbooks that unpack to more than they seem.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sendOversized, type OversizedRequest } from "../src/testing/oversized-request.ts";
import { holds, none, reportFigures, type FaultFigure } from "./figures.ts";
import { makeLedgerPlace } from "./ledger-place.ts";
import { startServer } from "./running-server.ts";
import { zipBombs, type ZipBomb } from "./zip-bombs.ts";

const mebibyte = 1024 * 1024;
/** More than any limit: what is sent where the server would take it. */
const endless = 1024 * mebibyte;
/** What is read before a limit is seen to be passed; where the system does not tell, what lies in its buffers too. */
const buffers = (existsSync("/proc/self/io") ? 4 : 16) * mebibyte;

interface Case extends OversizedRequest {
  what: string;
  status: number;
  /** How many bytes the server may read of it before it closes the connection. */
  mostRead: number;
}

const place = await makeLedgerPlace();
const uploads = join(place.folder, "uploads");
mkdirSync(uploads);
process.env["TMPDIR"] = uploads;
const server = await startServer(place.data);
const key = `Authorization: ${server.headers["Authorization"]}`;
const json = [key, "Content-Type: application/json"];
const form = [key, "Content-Type: multipart/form-data; boundary=b"];
const chunked = "Transfer-Encoding: chunked";
const length = (bytes: number) => `Content-Length: ${bytes}`;
const snapshots = "/api/v1/snapshots";
const imports = "/api/v1/imports";
const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="big.csv"\r\n\r\n';
const field = '--b\r\nContent-Disposition: form-data; name="recipe"\r\n\r\n';

const cases: Case[] = [
  of("JSON of 1 MiB", snapshots, [...json, length(mebibyte)], 400, mebibyte, { mostBytes: mebibyte }),
  of("JSON, says 2 MiB, sends nothing", snapshots, [...json, length(2 * mebibyte)], 413, 0, { mostBytes: 0 }),
  of("JSON, says 1 GiB, sends it", snapshots, [...json, length(endless)], 413, 0),
  of("JSON, chunked, without end", snapshots, [...json, chunked], 413, mebibyte),
  of("JSON, chunked, without end, by nobody", snapshots, [json[1] ?? "", chunked], 413, mebibyte),
  of("JSON, says 100 bytes, sends without end", snapshots, [...json, length(100)], 400, 0),
  of("JSON, says 100 bytes, and chunked", snapshots, [...json, length(100), chunked], 400, 0),
  of("JSON, says 1 MiB, stops half way", snapshots, [...json, length(mebibyte)], 408, mebibyte, {
    mostBytes: mebibyte / 2,
  }),
  of(
    "JSON, asks whether to send 2 MiB",
    snapshots,
    [...json, length(2 * mebibyte), "Expect: 100-continue"],
    413,
    0,
    { mostBytes: 0 },
  ),
  of("a head without end", snapshots, [...json, `X-Long: ${"a".repeat(mebibyte)}`], 431, 0),
  of(
    "upload of 49 MiB, cut off",
    imports,
    [...form, length(file.length + 49 * mebibyte)],
    400,
    49 * mebibyte,
    { begin: file, mostBytes: 49 * mebibyte },
  ),
  of("upload, says 60 MiB, sends nothing", imports, [...form, length(60 * mebibyte)], 413, 0, {
    mostBytes: 0,
  }),
  of("upload, says 1 GiB, sends it", imports, [...form, length(endless)], 413, 0),
  of("upload, chunked, without end", imports, [...form, chunked], 413, 50 * mebibyte, { begin: file }),
  of("upload, a field without end", imports, [...form, chunked], 413, 50 * mebibyte, { begin: field }),
  of("upload, says 100 bytes, sends without end", imports, [...form, length(100)], 400, 0, { begin: file }),
  of("a path that is not there, without end", "/api/v1/nothing", [...json, chunked], 404, 0),
  of("a GET with a body without end", "/healthz", [chunked], 200, 0, { method: "GET" }),
  of("a DELETE with a body without end", `${imports}/run/x`, [key, chunked], 413, mebibyte, {
    method: "DELETE",
  }),
];

function of(
  what: string,
  path: string,
  headers: readonly string[],
  status: number,
  mostRead: number,
  more: Partial<OversizedRequest> = {},
): Case {
  return { what, path, headers, status, mostRead, mostBytes: endless, ...more };
}

const figures: FaultFigure[] = [];
for (const request of cases) figures.push(await tryCase(request));
for (const bomb of zipBombs()) figures.push(await tryBomb(bomb));
figures.push(
  holds("server still answers", (await fetch(`${server.address}/healthz`)).ok),
  none("files left of what was refused", readdirSync(uploads).length),
  { what: "memory of the server at its most", measured: `${megabytes(peakMemory())} MB` },
);
await server.end("SIGTERM");
await place.remove();
reportFigures("F11 oversized bodies: refused before the rest is read", figures);

/** Goes on sending for a second after the answer, to see whether the rest is taken. */
async function tryCase({ what, status, mostRead, ...request }: Case): Promise<FaultFigure> {
  const before = bytesRead();
  const found = await sendOversized(server.address, request, 1000);
  const read = Number.isNaN(before) ? found.sentInAll : bytesRead() - before;
  // Whoever had no more to say may stay.
  const isDone = found.isClosed || request.mostBytes < endless;
  return {
    what,
    measured: `${found.status ?? "no answer"}, ${megabytes(read)} MiB read`,
    wanted: `${status}, < ${megabytes(mostRead + buffers)} MiB, closed`,
    isKept: status === found.status && read <= mostRead + buffers && isDone,
  };
}

async function tryBomb({ what, bytes, status }: ZipBomb): Promise<FaultFigure> {
  const body = new FormData();
  const measures = [
    {
      kpi: "conversion-rate",
      numerator: { kind: "sum", columns: ["Orders"] },
      denominator: { kind: "sum", columns: ["Visits"] },
    },
  ];
  body.append("file", new File([new Uint8Array(bytes)], "bomb.xlsx"));
  body.append(
    "recipe",
    JSON.stringify({
      name: "Bomb",
      source: "faults",
      dateColumn: "Day",
      period: "week",
      scope: "All",
      measures,
    }),
  );
  const began = performance.now();
  const response = await fetch(`${server.address}${imports}`, {
    method: "POST",
    headers: server.headers,
    body,
  });
  const { detail } = (await response.json()) as { detail?: string };
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return {
    what: `workbook of ${megabytes(bytes.length)} MB, ${what}`,
    measured: `${response.status}, ${seconds} s: ${detail}`,
    wanted: String(status),
    isKept: response.status === status,
  };
}

/** What the process has read, from connections as from files; NaN where the system does not tell. */
function bytesRead(): number {
  return fromProc("io", /rchar: (\d+)/);
}

function peakMemory(): number {
  return fromProc("status", /VmHWM:\s+(\d+) kB/) * 1024;
}

function fromProc(name: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(`/proc/${server.pid}/${name}`, "utf8"))?.[1]);
  } catch {
    return Number.NaN;
  }
}

function megabytes(bytes: number): string {
  return (bytes / mebibyte).toFixed(1);
}
