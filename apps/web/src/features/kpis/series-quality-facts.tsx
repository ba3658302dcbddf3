import { Anchor, Text } from "@mantine/core";
import type { Series } from "@liftledger/contracts/series";
import type { QualityCheck, SeriesQuality } from "@liftledger/contracts/series-quality";
import { capitalised } from "@liftledger/kpis/within-sentence";
import { Link } from "@tanstack/react-router";
import { countPeriods } from "../../components/period-words.ts";
import { formatPeriod } from "../../components/format-date.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { Fact, Quiet } from "../initiative/fact.tsx";
import classes from "../initiative/benefit-facts.module.css";
import { LookShape } from "../verdict/status-mark.tsx";
import statusClasses from "../verdict/status-mark.module.css";
import { checkWords, completenessWords, gradeLooks, timelinessWords } from "./quality-words.ts";
import { letteredUses } from "./series-chart.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { t, tx } from "../../words.ts";

interface SeriesQualityFactsProps {
  series: Series;
  quality: SeriesQuality;
}

/** How good the numbers of a series are, what to do about it, and which initiatives stand on them. */
export function SeriesQualityFacts({ series, quality }: SeriesQualityFactsProps) {
  const found = quality.checks.filter(({ status, check }) => status === "found" && check !== "provenance");
  const provenance = quality.checks.find(({ check }) => check === "provenance");
  // What is to be seen to stands under its own name.
  const needsPerson = quality.grade === "poor" || quality.grade === "fair";
  return (
    <dl className={classes["facts"]}>
      <Fact name={t`Data quality`}>
        <GradeMark grade={quality.grade} />
        {!needsPerson && <Quiet>{formatSentence(quality.sentence)}</Quiet>}
      </Fact>
      <Fact name={t`How complete`}>
        {completenessWords(quality, series.periodType)}
        <Quiet>{t`Logged ${timelinessWords(quality)}.`}</Quiet>
        {quality.immature.length > 0 && <Quiet>{stillFilling(quality.immature, series.periodType)}</Quiet>}
      </Fact>
      {found.map((check) => (
        <Fact key={check.check} name={checkWords[check.check].name}>
          <Found check={check} series={series} quality={quality} />
        </Fact>
      ))}
      <Fact name={quality.sources.length === 1 ? t`Source` : t`Sources`}>
        {quality.sources.length === 0 ? t`none yet` : quality.sources.join(", ")}
        {series.sourceOfRecord !== null && (
          <Quiet>{t`${series.sourceOfRecord} counts wherever it has numbers.`}</Quiet>
        )}
        {provenance?.status === "found" && <Found check={provenance} series={series} quality={quality} />}
      </Fact>
      <Fact name={t`Used by`}>
        <UsedBy quality={quality} />
      </Fact>
      {quality.comparedBy.length > 0 && (
        <Fact name={t`Compared with it`}>
          <ComparedBy quality={quality} />
        </Fact>
      )}
    </dl>
  );
}

function GradeMark({ grade }: { grade: SeriesQuality["grade"] }) {
  const look = gradeLooks[grade];
  return (
    <span className={statusClasses["status"]} style={{ color: look.colour }}>
      <span className={statusClasses["shape"]}>
        <LookShape look={look} />
      </span>
      <span>{look.word}</span>
    </span>
  );
}

function stillFilling(immature: readonly string[], periodType: Series["periodType"]): string {
  const count = immature.length;
  const last = formatPeriod(immature.at(-1) ?? "");
  if (count === 1) return t`${capitalised(last)} is still filling up: shown, not counted yet.`;
  return t`The last ${countPeriods(count, periodType)} are still filling up, to ${last}: shown, not counted yet.`;
}

/** What a check found, with what to do about it. */
function Found({ check, series, quality }: SeriesQualityFactsProps & { check: QualityCheck }) {
  const organisationId = useOrganisationId();
  const { toDo } = checkWords[check.check];
  const needsPerson = check.findings.some(({ severity }) => severity !== "note");
  const [missing] = quality.completeness.missing;
  return (
    <>
      {check.findings.map(({ sentence }) => (
        <div key={sentence}>{formatSentence(sentence)}</div>
      ))}
      {needsPerson && (
        <Text size="sm" mt={2}>
          {toDo}{" "}
          {check.check === "completeness" && missing !== undefined && (
            <Anchor
              size="sm"
              underline="always"
              renderRoot={(props) => (
                <Link
                  to="/$organisationId/log"
                  params={{ organisationId }}
                  search={{ period: missing }}
                  {...props}
                />
              )}
            >{t`Log ${formatPeriod(missing)}`}</Anchor>
          )}
          {check.check === "provenance" && quality.disagreements.length > 0 && (
            <PageLink
              to="/$organisationId/sources"
              size="sm"
              underline="always"
              aria-label={t`Compare the sources of ${series.scope}`}
            >{t`Compare them`}</PageLink>
          )}
        </Text>
      )}
    </>
  );
}

function UsedBy({ quality }: { quality: SeriesQuality }) {
  if (quality.usedBy.length === 0) return t`no initiative yet`;
  return letteredUses(quality.usedBy).map(({ benefitId, initiativeId, initiative, from, letter }) => (
    <div key={benefitId}>
      {letter !== "" && `${letter} `}
      {tx`${(
        <InitiativeLink initiativeId={initiativeId} size="sm" underline="always">
          {initiative}
        </InitiativeLink>
      )}, since ${formatPeriod(from)}`}
    </div>
  ));
}

/** The baselines that take the series for comparison, each a way to where it is set up. */
function ComparedBy({ quality }: { quality: SeriesQuality }) {
  const organisationId = useOrganisationId();
  return quality.comparedBy.map(({ baselineId, status, kpiName, scope, initiative, ...benefit }) => {
    const link = (
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(props) => (
          <Link
            to="/$organisationId/initiatives/$initiativeId/benefits/$benefitId/baseline"
            params={{ organisationId, ...benefit }}
            {...props}
          />
        )}
      >
        {/* no text: names */ `${kpiName}, ${scope}`}
      </Anchor>
    );
    return (
      <div key={baselineId}>
        {status === "frozen" ? tx`${link}, of ${initiative}` : tx`${link}, of ${initiative}: a draft`}
      </div>
    );
  });
}
