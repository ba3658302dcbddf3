import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** The unit of the kernel's counts, on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** How much of the processors was used up to a moment, in ticks; of all, and of this programme with what it started. */
interface Usage {
  at: number;
  all: number;
  own: number;
}

const atStart = usageNow();

/**
 * The share of the machine's processors that was taken by what this programme did not start, since it began: 0 is a
 * machine of its own, 1 one that had no time for it. Null where the kernel does not tell.
 */
export function shareOfOthers(): number | null {
  const now = usageNow();
  if (atStart === null || now === null) return null;
  const there = ((now.at - atStart.at) / 1000) * ticksPerSecond * availableParallelism();
  const others = now.all - atStart.all - (now.own - atStart.own);
  return Math.min(1, Math.max(0, others / Math.max(1, there)));
}

function usageNow(): Usage | null {
  try {
    const at = performance.now();
    return { at, all: ticksOfAll(readFileSync("/proc/stat", "utf8")), own: ticksOfOwn() };
  } catch {
    return null;
  }
}

/** All but idle and waiting for a disk; with what the host of a virtual machine took. */
function ticksOfAll(stat: string): number {
  const [user = 0, nice = 0, system = 0, , , interrupt = 0, softInterrupt = 0, stolen = 0] = (
    stat.split("\n")[0] ?? ""
  )
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return user + nice + system + interrupt + softInterrupt + stolen;
}

/** Of this process and all that it started, whether or not they have ended. */
function ticksOfOwn(): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(name) ?? []);
  const own = new Set([process.pid]);
  for (let known = 0; known < own.size;) {
    known = own.size;
    for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid);
  }
  return processes.reduce((sum, { pid, ticks }) => sum + (own.has(pid) ? ticks : 0), 0);
}

function processOf(name: string): { pid: number; parent: number; ticks: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, "utf8");
    // The name in parentheses may hold anything; counts of the process and of its children that ended follow.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid: Number(name), parent: Number(fields[1]), ticks };
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}
