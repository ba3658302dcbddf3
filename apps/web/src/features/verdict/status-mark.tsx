import type { Verdict } from "@liftledger/contracts/evaluation";
import classes from "./status-mark.module.css";
import { markPaths, verdictLooks, type VerdictLook } from "./verdict-look.ts";
import { formatSentence } from "../../components/format-sentence.ts";

/** The shape of a verdict alone; decoration, since the word always stands beside it. */
export function StatusShape({ status, size = 13 }: { status: Verdict["status"]; size?: number }) {
  return <LookShape look={verdictLooks[status]} size={size} />;
}

/** A shape in its colour; decoration beside a word. */
export function LookShape({ look: { shape, colour }, size = 13 }: { look: VerdictLook; size?: number }) {
  const hollow = shape === "ring";
  return (
    <svg
      width={size}
      height={size}
      viewBox="-6.5 -6.5 13 13"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none" }}
    >
      <path
        d={markPaths[shape]}
        fill={hollow ? "none" : colour}
        stroke={hollow ? colour : "none"}
        strokeWidth={1.6}
        {...(hollow ? { strokeDasharray: "2.2 1.6" } : {})}
      />
    </svg>
  );
}

/** Shape, word and colour together. */
export function StatusMark({ verdict }: { verdict: Verdict }) {
  return (
    <span className={classes["status"]} style={{ color: verdictLooks[verdict.status].colour }}>
      <span className={classes["shape"]}>
        <StatusShape status={verdict.status} />
      </span>
      <span>{formatSentence(verdict.headline)}</span>
    </span>
  );
}
