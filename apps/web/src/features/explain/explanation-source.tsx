import type { ExplanationSource } from "@liftledger/contracts/explanation";
import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import { formatInstant, formatPeriod } from "../../components/format-date.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { AuditLink } from "./audit-link.tsx";
import { auditedSource } from "./audited-thing.ts";
import { describeLines } from "./explanation-tree.ts";
import classes from "./explanation-inputs.module.css";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** "measured", "assumption, version 3, approved by Finance", "benchmark, Hashmeta". */
export function SourceTag({ source }: { source: ExplanationSource }) {
  const { kind, text, version, approvedBy, period } = source;
  if (kind === "benchmark") return t`benchmark, ${formatSentence(text ?? "")}`;
  if (kind === "measured") return period === undefined ? t`measured` : t`measured, ${formatPeriod(period)}`;
  return [
    t`assumption`,
    ...(version === undefined ? [] : [t`version ${version}`]),
    ...(approvedBy === undefined || approvedBy === null ? [] : [t`approved by ${approvedBy}`]),
  ].join(", ");
}

/** Everything known about where a leaf comes from. */
export function SourceDetail({ source }: { source: ExplanationSource }) {
  const facts = [
    { name: t`Source`, value: formatSentence(source.text ?? "") },
    { name: t`Period`, value: source.period === undefined ? null : formatPeriod(source.period) },
    { name: t`Revision`, value: source.revision === undefined ? null : String(source.revision) },
    { name: t`File`, value: describeLines(source) },
    { name: t`File digest`, value: source.fileDigest ?? null },
    { name: t`Version`, value: source.version === undefined ? null : String(source.version) },
    { name: t`Recorded by`, value: source.recordedBy ?? null },
    { name: t`Recorded`, value: source.recordedAt === undefined ? null : formatInstant(source.recordedAt) },
    { name: t`Approved by`, value: source.approvedBy ?? null },
  ];
  const { initiativeId } = source;
  const thing = auditedSource(source);
  return (
    <>
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
      {initiativeId !== undefined && (
        <InitiativeLink initiativeId={initiativeId} size="sm">{t`Open the initiative`}</InitiativeLink>
      )}
      {thing !== undefined && <AuditLink thing={thing} />}
      {source.kind === "benchmark" && <BenchmarksLink />}
    </>
  );
}

/** Leads to the page on which every benchmark stands beside the others. */
function BenchmarksLink() {
  const organisationId = useOrganisationId();
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/$organisationId/benchmarks" params={{ organisationId }} {...props} />}
    >{t`All benchmarks`}</Anchor>
  );
}
