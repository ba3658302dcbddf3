import { foreign } from "./command.ts";

const names = [
  "seriesId",
  "initiativeId",
  "benefitId",
  "baselineId",
  "costLineId",
  "holdOutId",
  "setId",
  "annotationId",
  "viewId",
  "costPoolId",
  "caseId",
  "commentId",
  "importId",
  "poolId",
  "reviewId",
  "killRuleId",
  "taskId",
  "toolId",
  "dataAssetId",
  "learningId",
  "roundId",
  "alertId",
  "teamId",
] as const;
type IdName = (typeof names)[number];

/** What the requests of a sequence made, as far as later requests need it. */
export class Made {
  #ids = new Map<string, string[]>(names.map((name) => [name, []]));
  readonly #elsewhere: Made | undefined;
  /** Of the gate review that was read last: who signs says what they read. */
  seen = "0".repeat(64);
  /** How many days passed since the sequence began. */
  days = 0;

  readonly organisationId: string;

  /** Beside what another organisation made. */
  constructor(organisationId = "", elsewhere?: Made) {
    this.organisationId = organisationId;
    this.#elsewhere = elsewhere;
  }

  /** The same without what is elsewhere, for the sequence that comes next. */
  alone(): Made {
    const made = new Made(this.organisationId);
    made.#ids = this.#ids;
    return made;
  }

  /** An id by its place, round again past the last. */
  at(name: IdName, which: number): string {
    if (which === foreign()) return this.#elsewhere?.at(name, 0) ?? "nothing";
    const ids = this.all(name);
    return ids[which % Math.max(ids.length, 1)] ?? "nothing";
  }

  all(name: IdName): readonly string[] {
    return this.#ids.get(name) ?? [];
  }

  /** One id of each kind that there is, and one of each kind of another organisation. */
  anyOfEach(): string[] {
    const first = [...this.#ids.values()].flatMap((ids) => ids.slice(0, 1));
    return [...first, ...(this.#elsewhere?.anyOfEach() ?? [])];
  }

  /** Keeps what an answer tells of: what a row is of stands first in it, the ids after that are of what it refers to. */
  remember(answer: unknown): void {
    if (typeof answer !== "object" || answer === null) return;
    if ("seen" in answer && typeof answer.seen === "string") this.seen = answer.seen;
    for (const row of rowsOf(answer)) {
      const [name = "", id] = Object.entries(row)[0] ?? [];
      const ids = this.#ids.get(name);
      if (ids !== undefined && typeof id === "string" && !ids.includes(id)) ids.push(id);
    }
  }
}

/** Rows of a list, tasks of a roadmap, or the thing itself. */
function rowsOf(answer: object): object[] {
  if ("rows" in answer && Array.isArray(answer.rows)) return answer.rows;
  if ("tasks" in answer && Array.isArray(answer.tasks)) return answer.tasks;
  return [answer];
}
