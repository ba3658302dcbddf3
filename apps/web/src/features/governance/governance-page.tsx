import type { Governance } from "@liftledger/contracts/governance";
import {
  Anchor,
  Card,
  Group,
  NativeSelect,
  Paper,
  Skeleton,
  Stack,
  Switch,
  Table,
  Text,
  Title,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { portfolioQuery } from "../../api.ts";
import { formatCount } from "../../components/format-number.ts";
import { PageHeader, PageHeaderSkeleton } from "../../components/page-header.tsx";
import { said, type Sentence } from "../../components/sentence.ts";
import { ShownQuery } from "../../components/shown-query.tsx";
import { teamChoices } from "../../components/team-choices.ts";
import { readGovernanceSearch, withoutEmpty, type GovernanceSearch } from "../../search-params.ts";
import { useClocks, useOrganisationId } from "../../use-organisation.ts";
import { ValuedOn } from "../clocks/valued-on.tsx";
import { LikelyFigure } from "../explain/likely-figure.tsx";
import { SentenceFigure } from "../explain/sentence-figure.tsx";
import { governanceQuery } from "../findings/queries.ts";
import { BeginInitiative } from "../new-initiative/begin-initiative.tsx";
import { FunnelCard } from "../portfolio/funnel-card.tsx";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { phaseNames } from "../verdict/verdict-look.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t, tx } from "../../words.ts";
import { GatesCard } from "./gates-card.tsx";
import { Warnings } from "./warnings.tsx";

const route = "/$organisationId/governance";

/** The portfolio on its way from pilot to production: what is stuck, the funnel, and the time in each phase. */
export function GovernancePage() {
  const organisationId = useOrganisationId();
  const clocks = useClocks();
  const query = useQuery(governanceQuery(organisationId, clocks));
  const portfolio = useQuery(portfolioQuery(organisationId, clocks));
  return (
    <>
      {query.data === undefined ? (
        <PageHeaderSkeleton title={t`What is stuck`} waiting={query.isPending} />
      ) : (
        <PageHeader
          title={titleOf(query.data).text}
          heading={titleOf(query.data).shown}
          subline={t`What holds initiatives up on their way to production, found in what is logged; how far they come, against what is published of other companies.`}
          aside={<ValuedOn />}
        />
      )}
      <ShownQuery query={query} failed={t`The findings could not be loaded.`} height={620}>
        {(governance) => (
          <Warnings height={620}>
            {portfolio.data?.rows.length === 0 && <NoneYet />}
            <StuckTable initiatives={governance.initiatives} />
            {portfolio.isPending && <Skeleton height={230} radius="md" />}
            {portfolio.data !== undefined && portfolio.data.rows.length > 0 && (
              <>
                <FunnelCard funnel={portfolio.data.funnel} />
                <TimesCard governance={governance} />
              </>
            )}
            {portfolio.data !== undefined && <GatesCard />}
          </Warnings>
        )}
      </ShownQuery>
    </>
  );
}

/** Each number leads to the rows that it counts. */
function titleOf({ initiatives }: Governance): Sentence {
  const stuck = initiatives.filter(isStuck).length;
  const all = initiatives.length;
  if (all === 0) return said`No initiative is under way`;
  if (stuck === 0) return said`Nothing is found that holds an initiative up`;
  const of = { text: String(all), shown: <CountedRows count={all} search={{}} /> };
  const held = { text: String(stuck), shown: <CountedRows count={stuck} search={{ stuck: true }} /> };
  return stuck === 1
    ? said`${held} of ${of} initiatives under way is held up`
    : said`${held} of ${of} initiatives under way are held up`;
}

const isStuck = ({ findings }: Row) => findings.length > 0;

/** A count, and the address under which the table holds exactly those. */
function CountedRows({ count, search }: { count: number; search: GovernanceSearch }) {
  const label = search.stuck === true ? t`${count}, show what is held up` : t`${count}, show all under way`;
  return (
    <Anchor
      inherit
      className="figure-button in-sentence"
      aria-label={label}
      renderRoot={(props) => (
        <Link
          from={route}
          to={route}
          search={(now) => withoutEmpty({ ...now, team: undefined, stuck: undefined, ...search })}
          resetScroll={false}
          {...props}
        />
      )}
    >
      {count}
    </Anchor>
  );
}

/** Before there is an initiative there is nothing that could be stuck, and no rate of anything. */
function NoneYet() {
  return (
    <Card withBorder padding="md">
      <Text
        maw={640}
      >{t`What holds an initiative up is looked for every day from its start on, and how far all come is held against other companies. It begins with one sentence.`}</Text>
      <div>
        <BeginInitiative />
      </div>
    </Card>
  );
}

type Row = Governance["initiatives"][number];

function StuckTable({ initiatives: all }: { initiatives: readonly Row[] }) {
  const organisationId = useOrganisationId();
  const { team = "", stuck = false } = useSearch({ from: route });
  if (all.length === 0) return null;
  const initiatives = all.filter((row) => (team === "" || row.team === team) && (!stuck || isStuck(row)));
  return (
    <Card withBorder padding="sm">
      <StuckFilters rows={all} team={team} stuck={stuck} />
      {initiatives.length === 0 && <Text p="sm">{t`No initiative under way is like that.`}</Text>}
      <Table verticalSpacing="sm" className="stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="24%">{t`Initiative`}</Table.Th>
            <Table.Th>{t`What is found`}</Table.Th>
            <Table.Th w="20%">{t`Roadmap`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {initiatives.map(({ initiativeId, name, phase, owner, team, findings, roadmap }) => (
            <Table.Tr key={initiativeId} style={{ verticalAlign: "top" }}>
              <Table.Th scope="row" fw={400}>
                <Anchor
                  fw={600}
                  renderRoot={(props) => (
                    <Link
                      to="/$organisationId/initiatives/$initiativeId/findings"
                      params={{ organisationId, initiativeId }}
                      {...props}
                    />
                  )}
                >
                  {name}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {[phaseNames[phase], owner, team].join(" · ")}
                </Text>
              </Table.Th>
              <Table.Td data-label={t`What is found`}>
                {findings.length === 0 ? (
                  <Text size="sm" c="dimmed">{t`Nothing`}</Text>
                ) : (
                  findings.map(({ mode, name: found, signals }, place) => (
                    <div key={mode} style={{ marginBlockStart: place === 0 ? 0 : 8 }}>
                      <Text size="sm" fw={600}>
                        {found}
                      </Text>
                      <Text size="sm">{signals.map(({ text }) => formatSentence(text)).join(" ")}</Text>
                    </div>
                  ))
                )}
              </Table.Td>
              <Table.Td data-label={t`Roadmap`}>
                <Anchor
                  size="sm"
                  renderRoot={(props) => (
                    <Link
                      to="/$organisationId/initiatives/$initiativeId/roadmap"
                      params={{ organisationId, initiativeId }}
                      {...props}
                    />
                  )}
                >
                  {roadmap === null ? t`None yet` : formatSentence(roadmap.sentence)}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function StuckFilters({ rows, team, stuck }: { rows: readonly Row[]; team: string; stuck: boolean }) {
  const navigate = useNavigate({ from: route });
  const show = (next: GovernanceSearch) =>
    void navigate({ search: (now) => withoutEmpty({ ...now, ...next }), replace: true, resetScroll: false });
  return (
    <Group gap="sm" p="xs" align="flex-end" className="not-printed">
      <NativeSelect
        label={t`Team`}
        w={{ base: "100%", xs: 240 }}
        value={team}
        data={teamChoices(rows, team)}
        onChange={({ currentTarget }) => show({ team: currentTarget.value })}
      />
      <Switch
        mb={8}
        label={t`Only what is held up`}
        checked={stuck}
        onChange={({ currentTarget }) => show({ stuck: currentTarget.checked })}
      />
      <SavedViewsButton page="governance" read={readGovernanceSearch} size="sm" />
    </Group>
  );
}

/** The time in each phase against what is published, and how many were given up. */
function TimesCard({ governance: { phases, abandoned } }: { governance: Governance }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="times">
      <Title order={2} fz={18} id="times">{t`How long each phase takes`}</Title>
      <Table fz="sm" mt="xs" className="tabular stacks-on-phone">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Phase`}</Table.Th>
            <Table.Th>{t`In it now`}</Table.Th>
            <Table.Th>{t`For longer than published`}</Table.Th>
            <Table.Th>{t`Half of those that left took up to`}</Table.Th>
            <Table.Th>{t`Published, months`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {phases.map(({ phase, now, over, left, medianMonths, shortest, longest }) => (
            <Table.Tr key={phase}>
              <Table.Th scope="row" fw={500}>
                {phaseNames[phase]}
              </Table.Th>
              <Table.Td data-label={t`In it now`}>
                <SentenceFigure figureId={`governance/${phase}-now`} text={String(now)} />
              </Table.Td>
              <Table.Td data-label={t`For longer than published`}>
                <SentenceFigure figureId={`governance/${phase}-over`} text={String(over)} />
              </Table.Td>
              <Table.Td data-label={t`Half of those that left took up to`}>
                {medianMonths === null
                  ? t`None has left it`
                  : tx`${<SentenceFigure figureId={`governance/${phase}-median-months`} text={formatCount(medianMonths, { digits: 1 })} />} months; ${<SentenceFigure figureId={`governance/${phase}-left`} text={String(left)} />} left it`}
              </Table.Td>
              <Table.Td data-label={t`Published, months`}>{t`${shortest} to ${longest}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Stack gap={4} mt="sm">
        <Text size="sm" c="dimmed">{t`Initiatives that were given up, in any phase`}</Text>
        {abandoned.figure !== null && <LikelyFigure figure={abandoned.figure} />}
        <Text size="sm">{formatSentence(abandoned.sentence)}</Text>
      </Stack>
    </Paper>
  );
}
