import { examples } from "@liftledger/contracts/examples";
import { readinessQuestions } from "@liftledger/roi/governance/readiness-questions";
import * as fc from "fast-check";
import { command, dayOf, keptVersion, patch, post, put, readVersion, which } from "./command.ts";
import type { Made } from "./made.ts";

const facts = examples.setProductionFacts.body as object;
const workflow = examples.setWorkflow.body as object;
const duties = examples.setResponsibility.body as object;
const task = examples.addRoadmapTask.body as object;
const evidence = [{ kind: "file", reference: "review.pdf" }];

const day = fc.integer({ min: -3, max: 40 });
const ofInitiative = (made: Made, initiative: number, path: string) =>
  `/initiatives/${made.at("initiativeId", initiative)}/${path}`;

interface OfTask {
  initiative: number;
  task: number;
  version: number;
}
const ofTask = { initiative: fc.constantFrom(0, 0, 0, 1), task: which, version: readVersion };
const taskPath = (made: Made, { initiative, task }: OfTask) =>
  ofInitiative(made, initiative, `roadmap/tasks/${made.at("taskId", task)}`);

/** What an initiative is ready for: answers, facts, its workflow, who answers for what, and the plan that closes its gaps. */
export const readinessCommands = {
  answerReadiness: command<{ initiative: number; question: string; score: number; isShown: boolean }>(
    2,
    {
      initiative: which,
      question: fc.constantFrom(...readinessQuestions.map(({ key }) => key)),
      score: fc.nat(6),
      isShown: fc.constantFrom(true, true, false),
    },
    ({ initiative, question, score, isShown }, made) =>
      post(ofInitiative(made, initiative, "readiness-answers"), {
        question,
        score,
        evidence: isShown ? [{ kind: "file", reference: "map.pdf" }] : [],
      }),
  ),
  setProductionFacts: command<{
    initiative: number;
    version: number;
    isNamed: boolean;
    opened: number;
    closed: number | null;
    done: number;
  }>(
    2,
    {
      initiative: which,
      version: keptVersion,
      isNamed: fc.boolean(),
      opened: day,
      closed: fc.option(day),
      done: fc.constantFrom(0, 9, 12, 13),
    },
    ({ initiative, version, isNamed, opened, closed, done }, made) =>
      put(ofInitiative(made, initiative, "production-facts"), {
        ...facts,
        version,
        handOverOwner: isNamed ? "Tom Reed" : null,
        securityReview: {
          kind: "opened",
          openedOn: dayOf(opened),
          closedOn: closed === null ? null : dayOf(closed),
        },
        trained: { done, of: 12 },
      }),
  ),
  approveGuardrails: command<{ initiative: number; version: number }>(
    2,
    { initiative: which, version: readVersion },
    ({ initiative, version }, made) =>
      post(ofInitiative(made, initiative, "production-facts/approve-guardrails"), { version }),
  ),
  setWorkflow: command<{ initiative: number; version: number; scope: string | null }>(
    3,
    {
      initiative: which,
      version: keptVersion,
      scope: fc.constantFrom("The web shop", "The web shop", "Every shop", null),
    },
    ({ initiative, version, scope }, made) =>
      put(ofInitiative(made, initiative, "workflow"), { ...workflow, scope, version }),
  ),
  setResponsibility: command<{ initiative: number; version: number; role: string; who: string }>(
    2,
    {
      initiative: which,
      version: keptVersion,
      role: fc.constantFrom("deployer", "provider", "both"),
      who: fc.constantFrom("Ada", "Grace", " "),
    },
    ({ initiative, version, role, who }, made) =>
      put(ofInitiative(made, initiative, "responsibility"), {
        ...duties,
        version,
        aiActRole: role,
        squad: [{ role: "product", who }],
      }),
  ),
  planRoadmap: command<{ initiative: number; starts: number; into: string | null }>(
    3,
    {
      initiative: fc.constantFrom(0, 0, 1),
      starts: day,
      into: fc.constantFrom(null, "pilots", "scale", "transform"),
    },
    ({ initiative, starts, into }, made) =>
      post(ofInitiative(made, initiative, "roadmap/plan"), {
        startsOn: dayOf(starts),
        ...(into === null ? {} : { into }),
      }),
  ),
  addRoadmapTask: command<{ initiative: number; starts: number; lasts: number; after: number | null }>(
    2,
    {
      initiative: fc.constantFrom(0, 0, 1),
      starts: day,
      lasts: fc.integer({ min: -1, max: 14 }),
      after: fc.option(which),
    },
    ({ initiative, starts, lasts, after }, made) =>
      post(ofInitiative(made, initiative, "roadmap/tasks"), {
        ...task,
        startsOn: dayOf(starts),
        dueOn: dayOf(starts + lasts),
        dependsOn: after === null ? [] : [made.at("taskId", after)],
      }),
  ),
  changeRoadmapTask: command<OfTask & { starts: number; lasts: number; after: number | null; who: string }>(
    4,
    {
      ...ofTask,
      starts: day,
      lasts: fc.integer({ min: -1, max: 14 }),
      after: fc.option(which),
      who: fc.constantFrom("Ada", "Grace"),
    },
    ({ starts, lasts, after, who, ...one }, made) =>
      patch(taskPath(made, one), {
        version: one.version,
        owner: who,
        startsOn: dayOf(starts),
        dueOn: dayOf(starts + lasts),
        ...(after === null ? {} : { dependsOn: [made.at("taskId", after)] }),
      }),
  ),
  placeRoadmapTasks: command<OfTask & { starts: number; lasts: number; other: number }>(
    3,
    { ...ofTask, starts: day, lasts: fc.integer({ min: -1, max: 14 }), other: which },
    ({ initiative, task, version, starts, lasts, other }, made) =>
      put(ofInitiative(made, initiative, "roadmap/days"), {
        tasks: [task, other].map((one) => ({
          taskId: made.at("taskId", one),
          version,
          startsOn: dayOf(starts),
          dueOn: dayOf(starts + lasts),
        })),
      }),
  ),
  closeRoadmapTask: command<OfTask & { done: number | null; isShown: boolean }>(
    3,
    { ...ofTask, done: fc.option(day), isShown: fc.constantFrom(true, true, false) },
    ({ done, isShown, ...one }, made) =>
      post(`${taskPath(made, one)}/close`, {
        version: one.version,
        ...(done === null ? {} : { doneOn: dayOf(done) }),
        evidence: isShown ? evidence : [],
      }),
  ),
  reopenRoadmapTask: command<OfTask>(2, ofTask, (one, made) =>
    post(`${taskPath(made, one)}/reopen`, { version: one.version, reason: "It was closed too early" }),
  ),
  removeRoadmapTask: command<OfTask>(2, ofTask, (one, made) =>
    post(`${taskPath(made, one)}/remove`, { version: one.version, reason: "Another covers it" }),
  ),
};
