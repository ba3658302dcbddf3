import type { ExplanationSource } from "@liftledger/contracts/explanation";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { describeLines } from "./explanation-tree.ts";
import classes from "./explanation-inputs.module.css";

/** "measured", "assumption, version 3, approved by Finance", "benchmark, Hashmeta". */
export function SourceTag({ source }: { source: ExplanationSource }) {
  const version = source.version === undefined ? "" : `, version ${source.version}`;
  const approver =
    source.approvedBy === undefined || source.approvedBy === null ? "" : `, approved by ${source.approvedBy}`;
  if (source.kind === "benchmark") return `benchmark, ${source.text}`;
  if (source.kind === "assumption") return `assumption${version}${approver}`;
  return source.period === undefined ? "measured" : `measured, ${formatPeriod(source.period)}`;
}

/** Everything known about where a leaf comes from. */
export function SourceDetail({ source }: { source: ExplanationSource }) {
  const facts = [
    { name: "Source", value: source.text },
    { name: "Period", value: source.period === undefined ? null : formatPeriod(source.period) },
    { name: "Revision", value: source.revision === undefined ? null : String(source.revision) },
    { name: "File", value: describeLines(source) },
    { name: "File digest", value: source.fileDigest ?? null },
    { name: "Version", value: source.version === undefined ? null : String(source.version) },
    { name: "Recorded by", value: source.recordedBy ?? null },
    { name: "Recorded", value: source.recordedAt === undefined ? null : formatInstant(source.recordedAt) },
    { name: "Approved by", value: source.approvedBy ?? null },
  ];
  return (
    <dl className={classes["detail"]}>
      {facts.map(({ name, value }) =>
        value === null || value === "" ? null : (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
