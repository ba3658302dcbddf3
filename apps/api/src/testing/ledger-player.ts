import { examples } from "@liftledger/contracts/examples";
import { examplePlan } from "@liftledger/contracts/business-case-examples";
import { organisationHeader } from "@liftledger/contracts/endpoint-paths";
import type { Database } from "@liftledger/database/open-database";
import { addPeriods } from "@liftledger/kpis/period";
import { ensureDefaultOrganisation } from "@liftledger/use-cases/organisations/ensure-default-organisation";
import type { Hono } from "hono";
import { createDocumentedApp } from "./documented-app.ts";
import type { LedgerCommand } from "./command-sequences.ts";
import { exampleInitiative } from "@liftledger/use-cases/testing/example-initiative";
import { recordsForm } from "./records-form.ts";
import { runImportTask } from "../run-import-task.ts";
import { signedIn } from "./sign-in.ts";
import { testContext, testDeps } from "./test-deps.ts";

/** What was answered, as it came. */
export interface Played {
  request: string;
  status: number;
  text: string;
}

/** Ids that answers gave, by what they are of. */
type Made = Record<
  | "seriesId"
  | "initiativeId"
  | "benefitId"
  | "baselineId"
  | "costLineId"
  | "holdOutId"
  | "setId"
  | "annotationId"
  | "viewId"
  | "costPoolId"
  | "caseId"
  | "importId",
  string[]
>;

interface Request {
  method: string;
  path: string;
  body?: unknown;
  key?: string;
}

const api = "/api/v1";
const firstMonth = "2026-03";

/** One ledger of the two that are compared: clock and ids come from the sequence, so that answers can be equal. */
export class LedgerPlayer {
  readonly db: Database;
  readonly #app: Hono;
  #organisationId = "";
  /** Of two people, so that one can approve what the other made. */
  #cookies: string[] = [];
  #step = 0;
  #ids = 0;
  #made: Made = emptyMade();

  constructor(db: Database) {
    this.db = db;
    const deps = {
      ...testDeps(db),
      now: () => this.#now(),
      newId: () => this.#newId(),
      // In this thread, where ids are those of the sequence.
      imports: { run: runImportTask, close: async () => {} },
      onFailure: () => {},
    };
    this.#app = createDocumentedApp(deps);
  }

  /** Begins a sequence in an organisation of its own. */
  async begin(organisationId: string): Promise<void> {
    this.#organisationId = organisationId;
    this.#made = emptyMade();
    this.#goTo(0);
    const deps = { ...testDeps(this.db), now: () => this.#now(), newId: () => this.#newId() };
    const ctx = { ...testContext(deps), organisationId };
    await ensureDefaultOrganisation(ctx, { name: "Example", currency: "EUR" });
    const admin = { personId: "local-administrator", role: "admin", organisationId } as const;
    const colleague = { personId: "colleague", role: "finance", organisationId } as const;
    this.#cookies = [
      await signedIn(this.db, { ...admin, token: organisationId }),
      await signedIn(this.db, { ...colleague, token: `${organisationId}-colleague` }),
    ];
  }

  async play(command: LedgerCommand, step: number): Promise<Played> {
    this.#goTo(step + 1);
    const { method, path, body, key } = this.#requestOf(command);
    const response = await this.#app.request(api + path, {
      method,
      headers: {
        [organisationHeader]: this.#organisationId,
        Cookie: this.#cookies["by" in command ? command.by : 0] ?? "",
        "X-Request-Id": `step-${step}`,
        ...(key === undefined ? {} : { "Idempotency-Key": key }),
        ...(body === undefined || body instanceof FormData ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    // A list tells of what a file brought in.
    if (response.status < 300) this.#remember(JSON.parse(text));
    return { request: `${method} ${path} ${JSON.stringify(body ?? null)}`, status: response.status, text };
  }

  #requestOf(command: LedgerCommand): Request {
    const { seriesId, initiativeId, benefitId, baselineId, costLineId, holdOutId } = this.#made;
    const { setId, annotationId, viewId, costPoolId, importId } = this.#made;
    const view = { name: "By team", search: "group=team", isShared: true };
    const post = (path: string, body?: unknown, key?: number | null) => ({
      method: "POST",
      path,
      body,
      ...(key === undefined || key === null ? {} : { key: `key-${key}` }),
    });
    switch (command.do) {
      case "createSeries":
        return post("/series", { kpiKey: "conversion-rate", scope: `Shop ${command.scope}` });
      case "logSnapshot": {
        const period = weekOf(command.week);
        const numerator = String(20 + command.numerator);
        const snapshot = { seriesId: at(seriesId, command.series), period, numerator, denominator: "400" };
        return post("/snapshots", { snapshots: [snapshot] }, command.key);
      }
      case "retractSnapshot": {
        const { series, week, revision, restore, beside } = command;
        const one = { seriesId: at(seriesId, series), period: weekOf(week), revision };
        const row = beside ? { ...one, beside: "shop" } : one;
        return post("/snapshots/retract", { snapshots: [row], restore, reason: "logged twice" });
      }
      case "importFile":
        return post("/imports", importForm(command));
      case "importRecords":
        return post("/imports", recordsForm(command));
      case "undoImport":
        return post(`/import-undos/${at(importId, command.import)}`, { reason: "another shop's" });
      case "createInitiative":
        return post("/initiatives", { ...exampleInitiative, name: `Effort ${command.name}` }, command.key);
      case "changeInitiative": {
        const { initiative, version, status } = command;
        return {
          ...post(`/initiatives/${at(initiativeId, initiative)}`, { version, status }),
          method: "PATCH",
        };
      }
      case "addBenefit": {
        const body = { seriesId: at(seriesId, command.series), assumptions: assumptionsOf(1) };
        return post(`/initiatives/${at(initiativeId, command.initiative)}/benefits`, body);
      }
      case "changeBenefit": {
        const { benefit, version, unitValue, baseline } = command;
        const given = baseline === null ? {} : { baselineId: at(baselineId, baseline) };
        const body = { version, assumptions: assumptionsOf(unitValue), ...given };
        return { ...post(`/benefits/${at(benefitId, benefit)}`, body), method: "PATCH" };
      }
      case "withdrawBenefit": {
        const body = { version: command.version, reason: "claimed by mistake" };
        return post(`/benefits/${at(benefitId, command.benefit)}/withdraw`, body);
      }
      case "draftBaseline": {
        const { control, subtracts } = command;
        const compared = control === null ? {} : { controlSeriesIds: [at(seriesId, control)] };
        const wanted = { seriesId: at(seriesId, command.series), interventionStart: weekOf(3), ...compared };
        return post("/baselines", subtracts ? { ...wanted, controlMethod: "subtract" } : wanted);
      }
      case "freezeBaseline":
        return post(`/baselines/${at(baselineId, command.baseline)}/freeze`);
      case "unfreezeBaseline": {
        const body = { version: command.version, reason: "A week was counted twice" };
        return post(`/baselines/${at(baselineId, command.baseline)}/unfreeze`, body);
      }
      case "addCostLine": {
        const amount = `${command.amount}.50`;
        const line = {
          category: "licences",
          month: monthOf(command.month),
          amount,
          currency: "EUR",
          kind: "actual",
        };
        return post(`/initiatives/${at(initiativeId, command.initiative)}/cost-lines`, { costLines: [line] });
      }
      case "retractCostLine":
        return { method: "DELETE", path: `/cost-lines/${at(costLineId, command.costLine)}` };
      case "addAnnotation":
        return post("/annotations", {
          initiativeId: at(initiativeId, command.initiative),
          from: `2026-05-0${1 + command.day}`,
          text: "A note",
        });
      case "changeAnnotation": {
        const body = { version: command.version, from: `2026-05-0${1 + command.day}`, text: "Another" };
        return { ...post(`/annotations/${at(annotationId, command.annotation)}`, body), method: "PUT" };
      }
      case "retractAnnotation":
        return { method: "DELETE", path: `/annotations/${at(annotationId, command.annotation)}` };
      case "setProductionFacts": {
        const handOverOwner = command.isNamed ? "Tom Reed" : null;
        const facts = { ...(examples.setProductionFacts.body as object), handOverOwner };
        const path = `/initiatives/${at(initiativeId, command.initiative)}/production-facts`;
        return { ...post(path, { ...facts, version: command.version }), method: "PUT" };
      }
      case "setWorkflow": {
        const scope = command.isNarrow ? "The web shop" : "Every shop";
        const workflow = { ...(examples.setWorkflow.body as object), scope, version: command.version };
        const path = `/initiatives/${at(initiativeId, command.initiative)}/workflow`;
        return { ...post(path, workflow), method: "PUT" };
      }
      case "answerReadiness":
        return post(`/initiatives/${at(initiativeId, command.initiative)}/readiness-answers`, {
          question: command.question === 0 ? "workflow" : "owner",
          score: command.score,
          evidence: [{ kind: "file", reference: "map.pdf" }],
        });
      case "saveView":
        return post("/saved-views", { ...view, page: "portfolio", isDefault: command.isDefault });
      case "changeSavedView": {
        const { version, isDefault } = command;
        const body = { ...view, name: "Another", version, isDefault };
        return { ...post(`/saved-views/${at(viewId, command.view)}`, body), method: "PUT" };
      }
      case "removeSavedView":
        return { method: "DELETE", path: `/saved-views/${at(viewId, command.view)}` };
      case "addHoldOut": {
        const { benefit, converted, key } = command;
        return post(`/benefits/${at(benefitId, benefit)}/hold-outs`, holdOutOf(converted), key);
      }
      case "changeHoldOut": {
        const { holdOut, version, converted } = command;
        const body = { version, ...holdOutOf(converted) };
        return { ...post(`/hold-outs/${at(holdOutId, holdOut)}`, body), method: "PUT" };
      }
      case "retractHoldOut":
        return { method: "DELETE", path: `/hold-outs/${at(holdOutId, command.holdOut)}` };
      case "createBenchmarkSet":
        return post("/benchmark-sets", {
          name: `Hurdles ${command.name}`,
          source: "board paper",
          bands: { pilots: { floor: `${command.floor}.5` } },
          validFrom: `${monthOf(command.month)}-01`,
          approvedBy: "Grace",
        });
      case "chooseBenchmarks": {
        const { set, initiative, version } = command;
        return post("/benchmark-choices", {
          judgedBy: "own",
          setId: at(setId, set),
          ...(initiative === null ? {} : { initiativeId: at(initiativeId, initiative) }),
          validFrom: `${monthOf(command.month)}-01`,
          version,
        });
      }
      case "createCase": {
        const { initiative, name, key } = command;
        const body = { initiativeId: at(initiativeId, initiative), name: `Case ${name}`, plan: examplePlan };
        return post("/cases", body, key);
      }
      case "moveCase":
        return this.#moveOf(command);
      case "setCaseSettings": {
        const { version, twoSignaturesFrom } = command;
        const rules = { twoSignaturesFrom: String(twoSignaturesFrom), onePageBelow: "5" };
        return post("/case-settings", { version, ...rules, source: "Board paper", approvedBy: "Grace" });
      }
      case "createCostPool": {
        const { name, driver } = command;
        return post("/cost-pools", { name: `Licence ${name}`, category: "licences", driver, unit: "seats" });
      }
      case "bookCostPool": {
        const { pool, month, amount, seats, revision } = command;
        const quantities = initiativeId.map((id, place) => ({
          initiativeId: id,
          quantity: String(seats + place),
        }));
        const body = { kind: "actual", amount: `${amount}.01`, quantities, revision };
        return {
          ...post(`/cost-pools/${at(costPoolId, pool)}/months/${monthOf(month)}`, body),
          method: "PUT",
        };
      }
      case "retire":
      case "restore": {
        const { version } = command;
        const body = command.do === "retire" ? { version, reason: "counted elsewhere" } : { version };
        return post(`/${command.what}/${this.#retiredOf(command)}/${command.do}`, body);
      }
      case "closePeriod":
        return post(`/periods/${monthOf(command.month)}/close`);
      case "reopenPeriod":
        return post(`/periods/${monthOf(command.month)}/reopen`, { reason: "A late invoice" });
      case "changeKpi":
        return {
          ...post("/kpis/conversion-rate", { ...kpiOf(command.minimumVolume), version: command.version }),
          method: "PUT",
        };
      case "runJob": {
        // The last is the installation's, and not this organisation's.
        const names = ["evaluate-portfolio", "clear-idempotency-keys", "clear-ended-access"];
        return post(`/jobs/${names[command.job]}/run`, undefined, command.key);
      }
      case "read":
        return { method: "GET", path: this.#readingOf(command) };
    }
  }

  #moveOf({ what, number, version, ...command }: Extract<LedgerCommand, { do: "moveCase" }>): Request {
    const path = `/cases/${at(this.#made.caseId, command.case)}/versions`;
    const post = (deed: string, body: object) => ({
      method: "POST",
      path: `${path}/${number}/${deed}`,
      body: { version, ...body },
    });
    switch (what) {
      case "change": {
        const body = { version, plan: { ...examplePlan, horizon: 2 + version } };
        return { method: "PUT", path: `${path}/${number}`, body };
      }
      case "renew":
        return { method: "POST", path, body: { from: number } };
      case "return":
        return post(what, { comment: "Look again", lines: [{ lineId: "licences", text: "Which seats?" }] });
      case "withdraw":
        return post(what, { reason: "Another offer" });
      case "submit":
      case "approve":
        return post(what, {});
    }
  }

  #retiredOf({ what, which }: Extract<LedgerCommand, { do: "retire" | "restore" }>): string {
    const { seriesId, setId, costPoolId, caseId } = this.#made;
    const ids = {
      series: seriesId,
      kpis: ["conversion-rate"],
      "benchmark-sets": setId,
      "cost-pools": costPoolId,
      cases: caseId,
    };
    return at(ids[what], which);
  }

  #readingOf({ what, which, asOf }: Extract<LedgerCommand, { do: "read" }>): string {
    const series = at(this.#made.seriesId, which);
    const clock = asOf === null ? "" : `?asOf=${instantOf(asOf)}`;
    if (what === "snapshots") return `/series/${series}/snapshots${clock}`;
    if (what === "revisions") return `/series/${series}/snapshots/${weekOf(which)}/revisions`;
    const initiative = `/initiatives/${at(this.#made.initiativeId, which)}`;
    if (what === "evaluation") return `${initiative}/evaluation${clock}`;
    if (what === "findings") return `${initiative}/findings${clock}`;
    if (what === "readiness") return `${initiative}/readiness${clock}`;
    if (what === "readiness answers") return `${initiative}/readiness-answers?limit=2`;
    if (what === "portfolio") return `/portfolio${clock}`;
    const ofCase = `/cases/${at(this.#made.caseId, which)}/versions`;
    if (what === "case versions") return `${ofCase}/1`;
    if (what === "case differences") return `${ofCase}/2/differences?against=1`;
    return `/${what}`;
  }

  #remember(answer: unknown): void {
    if (typeof answer !== "object" || answer === null) return;
    const rows = "rows" in answer && Array.isArray(answer.rows) ? answer.rows : [answer];
    for (const row of rows as Record<string, unknown>[]) {
      // What a row is of stands first in it; the ids after that are of what it refers to.
      const [name = "", id] = Object.entries(row)[0] ?? [];
      if (!(name in this.#made) || typeof id !== "string") continue;
      const ids = this.#made[name as keyof Made];
      if (!ids.includes(id)) ids.push(id);
    }
  }

  #goTo(step: number): void {
    this.#step = step;
    this.#ids = 0;
  }

  #now(): string {
    return instantOf(this.#step);
  }

  /** Begins anew at each step, so that a change that had to be repeated on one database has the same ids. */
  #newId(): string {
    const two = (number: number) => String(number).padStart(3, "0");
    return `${this.#organisationId}-${two(this.#step)}-${two(this.#ids++)}`;
  }
}

function emptyMade(): Made {
  return {
    seriesId: [],
    initiativeId: [],
    benefitId: [],
    baselineId: [],
    costLineId: [],
    holdOutId: [],
    setId: [],
    annotationId: [],
    viewId: [],
    costPoolId: [],
    caseId: [],
    importId: [],
  };
}

function at(ids: readonly string[], which: number): string {
  return ids[which % Math.max(ids.length, 1)] ?? "nothing";
}

function instantOf(step: number): string {
  return new Date(Date.UTC(2026, 5, 24, 12, 0, step)).toISOString();
}

function weekOf(week: number): string {
  return addPeriods("2026-W12", week);
}

function monthOf(month: number): string {
  return addPeriods(firstMonth, month);
}

function assumptionsOf(unitValue: number) {
  return {
    unitValue: String(50 * unitValue),
    attribution: "0.6",
    confidence: "1",
    realisation: { accepted: "0", redeployed: "0", cashed: "1" },
    ...(unitValue % 2 === 0 ? {} : { approvedBy: "Grace" }),
  };
}

function holdOutOf(converted: number) {
  return {
    kind: "proportion",
    treated: { units: 1000, sum: String(110 + 10 * converted) },
    heldOut: { units: 1000, sum: "100" },
    startedOn: "2026-04-06",
    endedOn: "2026-05-31",
    treatedShare: "1",
  };
}

function kpiOf(minimumVolume: number) {
  return {
    name: "Conversion rate",
    sentence: "Orders for each visit.",
    numerator: { counts: "orders", unit: "orders", measure: "count" },
    denominator: { counts: "visits", unit: "visits", kind: "exposure" },
    direction: "higher",
    frequency: "week",
    dating: "event",
    maturationPeriods: 0,
    role: "outcome",
    proportion: true,
    minimumVolume,
    display: "percent",
    owner: null,
  };
}

function importForm({ shop, weeks, conversions }: Extract<LedgerCommand, { do: "importFile" }>): FormData {
  const lines = Array.from({ length: weeks + 1 }, (_, week) => `${weekOf(week)},400,${30 + conversions}`);
  const sum = (column: string) => ({ kind: "sum", columns: [column] });
  const form = new FormData();
  form.append("file", new File([`Week,Visits,Orders\n${lines.join("\n")}\n`], "weeks.csv"));
  const recipe = {
    name: "Weeks",
    source: "shop",
    dateColumn: "Week",
    dateFormat: "yyyy-Www",
    period: "week",
    scope: `Shop ${shop}`,
    measures: [{ kpi: "conversion-rate", numerator: sum("Orders"), denominator: sum("Visits") }],
  };
  form.append("recipe", JSON.stringify(recipe));
  return form;
}
