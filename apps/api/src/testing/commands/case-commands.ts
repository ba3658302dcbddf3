import { examplePlan } from "@liftledger/contracts/business-case-examples";
import * as fc from "fast-check";
import { command, patch, post, put, readVersion, which, type Request } from "./command.ts";

/** What becomes of a version of a case. */
const moves = ["change", "submit", "approve", "return", "withdraw", "renew"] as const;

interface Move {
  what: (typeof moves)[number];
  case: number;
  number: number;
  version: number;
}

/** Business cases from their first draft to their approval, and by which rules they are approved. */
export const caseCommands = {
  createCase: command<{ initiative: number; name: number }>(
    2,
    { initiative: which, name: fc.nat(1) },
    ({ initiative, name }, made) =>
      post("/cases", {
        initiativeId: made.at("initiativeId", initiative),
        name: `Case ${name}`,
        plan: examplePlan,
      }),
  ),
  renameCase: command<{ case: number; version: number }>(
    1,
    { case: which, version: readVersion },
    ({ version, ...one }, made) =>
      patch(`/cases/${made.at("caseId", one.case)}`, { version, name: "As the board asked" }),
  ),
  moveCase: command<Move>(
    8,
    {
      what: fc.constantFrom(...moves),
      // Mostly the first of it, so that much is taken.
      case: fc.constantFrom(0, 0, 0, 1),
      number: fc.constantFrom(1, 1, 2),
      version: fc.constantFrom(1, 2, 2, 3, 4),
    },
    (move, made) => moveOf(move, `/cases/${made.at("caseId", move.case)}/versions`),
  ),
  addCaseComment: command<{ case: number; field: string; text: string }>(
    1,
    {
      case: fc.constantFrom(0, 0, 1),
      field: fc.constantFrom("volume", "amount"),
      text: fc.constantFrom("Without robots?", " "),
    },
    ({ field, text, ...one }, made) =>
      post(`/cases/${made.at("caseId", one.case)}/versions/1/comments`, {
        lineId: "more-orders",
        field,
        text,
      }),
  ),
  resolveCaseComment: command<{ comment: number; version: number; isResolved: boolean }>(
    1,
    { comment: which, version: readVersion, isResolved: fc.boolean() },
    ({ comment, ...body }, made) => post(`/case-comments/${made.at("commentId", comment)}/resolve`, body),
  ),
  setCaseSettings: command<{ version: number; twoSignaturesFrom: number }>(
    1,
    { version: fc.nat(1), twoSignaturesFrom: fc.constantFrom(1, 99_999) },
    ({ version, twoSignaturesFrom }) =>
      post("/case-settings", {
        version,
        twoSignaturesFrom: String(twoSignaturesFrom),
        onePageBelow: "5",
        source: "Board paper",
        approvedBy: "Grace",
      }),
  ),
};

function moveOf({ what, number, version }: Move, path: string): Request {
  const deed = (body: object) => post(`${path}/${number}/${what}`, { version, ...body });
  switch (what) {
    case "change":
      return put(`${path}/${number}`, { version, plan: { ...examplePlan, horizon: 2 + version } });
    case "renew":
      return post(path, { from: number });
    case "return":
      return deed({ comment: "Look again", lines: [{ lineId: "licences", text: "Which seats?" }] });
    case "withdraw":
      return deed({ reason: "Another offer" });
    case "submit":
    case "approve":
      return deed({});
  }
}
