import type { Board } from "@liftledger/contracts/portfolio";
import { Anchor, Paper, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatPercent } from "../../components/format-number.ts";
import { intervalAxis, type IntervalAxis } from "../../components/interval-axis.ts";
import { IntervalTicks } from "../../components/interval-strip.tsx";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import classes from "../../components/table.module.css";
import { useOrganisationId } from "../../use-organisation.ts";
import { FigureButton } from "../explain/figure-button.tsx";
import { figureRange } from "../explain/figure-text.ts";
import { IntervalCell, intervalOf } from "../portfolio/initiative-cells.tsx";
import { BeginInitiative } from "../new-initiative/begin-initiative.tsx";
import { StatusMark } from "../verdict/status-mark.tsx";
import { stoppingWords } from "../verdict/stopping-words.ts";
import { phaseNames } from "../verdict/verdict-look.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

const nowrap = { whiteSpace: "nowrap" } as const;

type Decision = Board["decisions"][number];

/** What is to be decided, a row each: what is asked, what it returned, what stopping would cost. */
export function DecisionsAsked({ board }: { board: Board }) {
  const { decisions, more } = board;
  const axis = useMemo(() => intervalAxis(decisions.map(intervalOf)), [decisions]);
  return (
    <Paper withBorder px="md" py="sm" miw={0} component="section" aria-labelledby="decisions">
      <Title order={2} fz={18} fw={700} id="decisions">
        {titleOf(decisions.length + more)}
      </Title>
      {decisions.length === 0 ? (
        <>
          <Text c="dimmed" mt="xs">
            {nothingAsked(board.counts)}
          </Text>
          {board.counts.initiatives === 0 && <BeginInitiative />}
        </>
      ) : (
        <ScrollRegion label={t`Table of decisions`}>
          <table className={`${classes["table"]} stacks-on-phone`}>
            <thead>
              <tr>
                <th scope="col" style={{ width: "21%" }}>{t`Initiative`}</th>
                <th scope="col" style={{ width: "15%" }}>{t`Status`}</th>
                <th scope="col" style={{ width: "19%" }}>{t`Decision asked`}</th>
                <th scope="col" data-numeric>{t`Spent`}</th>
                <th scope="col" data-numeric>{t`Cash returned`}</th>
                <th scope="col" data-numeric>{t`Return`}</th>
                <th scope="col" style={{ width: "15%" }}>
                  {t`Range against benchmark`}
                  <IntervalTicks axis={axis} label={(tick) => formatPercent(tick)} />
                </th>
                <th scope="col" data-numeric>{t`Stopping, a month`}</th>
              </tr>
            </thead>
            <tbody>
              {decisions.map((decision) => (
                <DecisionRow key={decision.initiativeId} decision={decision} axis={axis} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {more > 0 && <MoreInPortfolio more={more} />}
    </Paper>
  );
}

/** Why nothing is to be decided: what is not there cannot meet a benchmark. */
function nothingAsked({ initiatives, judged }: Board["counts"]): string {
  if (initiatives === 0) return t`There is no initiative yet. It begins with one sentence.`;
  return judged === 0
    ? t`Nothing can be judged yet: each initiative says on its own page what is missing and when it will be known.`
    : t`Whatever can be judged meets its benchmark. What cannot yet says on its own page when it will be known.`;
}

function titleOf(count: number): string {
  if (count === 0) return t`Nothing needs a decision`;
  return count === 1 ? t`One initiative needs a decision` : t`${count} initiatives need a decision`;
}

function DecisionRow({ decision, axis }: { decision: Decision; axis: IntervalAxis }) {
  const { initiativeId, name, owner, phase, verdict, netRoi, realisedValue, cost, costOfStopping } = decision;
  return (
    <tr>
      <th scope="row">
        <InitiativeLink initiativeId={initiativeId} size="sm" fw={600} c="var(--mantine-color-text)">
          {name}
        </InitiativeLink>
        <Text size="xs" c="dimmed">
          {phaseNames[phase]}, {owner}
        </Text>
      </th>
      <td>
        <StatusMark verdict={verdict} />
      </td>
      <td>{decision.decisionAsked}</td>
      <td data-numeric className="short" data-label={t`Spent`}>
        <FigureButton figure={cost} of={name} />
      </td>
      <td data-numeric className="short" data-label={t`Cash returned`}>
        <FigureButton figure={realisedValue} of={name} />
      </td>
      <td data-numeric data-label={t`Return`}>
        <FigureButton figure={netRoi} of={name} />
        <Text size="xs" c="dimmed" component="span" display="block" style={nowrap}>
          {figureRange(netRoi)}
        </Text>
      </td>
      <td>
        <IntervalCell row={decision} axis={axis} />
      </td>
      <td data-numeric data-label={t`Stopping, a month`} style={nowrap}>
        <FigureButton figure={costOfStopping} of={name} instead={stoppingWords(costOfStopping)} />
      </td>
    </tr>
  );
}

function MoreInPortfolio({ more }: { more: number }) {
  const organisationId = useOrganisationId();
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          to="/$organisationId/portfolio"
          params={{ organisationId }}
          search={{ show: "needs-decision" }}
          {...props}
        />
      )}
    >{t`${more} more in the portfolio`}</Anchor>
  );
}
