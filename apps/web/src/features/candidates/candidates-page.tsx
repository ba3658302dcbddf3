import { Alert, Button, Card, Group, List, NativeSelect, Stack, Text, Title } from "@mantine/core";
import type { Candidate } from "@liftledger/contracts/candidate";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { PageHeader } from "../../components/page-header.tsx";
import { ShownQuery } from "../../components/shown-query.tsx";
import { teamChoices } from "../../components/team-choices.ts";
import { readCandidatesSearch, withoutEmpty } from "../../search-params.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { SavedViewsButton } from "../saved-views/saved-views-button.tsx";
import { CandidateCard } from "./candidate-card.tsx";
import { candidatesQuery, focusQuery } from "./queries.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { form, plural, t } from "../../words.ts";

const route = "/$organisationId/candidates";

/** Ideas that are not begun, in the order in which they are worth beginning. */
export function CandidatesPage() {
  const organisationId = useOrganisationId();
  const query = useQuery(candidatesQuery(organisationId));
  const canWrite = (usePerson()?.role ?? "viewer") !== "viewer";
  return (
    <>
      <PageHeader
        title={finding(query.data?.rows)}
        subline={t`Ideas that are not begun. Each is ranked by what it could bring, as far as it can be measured and is ready, for each week of effort.`}
        aside={canWrite ? <EnterIdea /> : null}
      />
      <Stack gap="md" maw={1100}>
        <FocusWarnings />
        <ShownQuery query={query} failed={t`The candidates could not be loaded.`} height={480}>
          {({ rows }) => <Filtered rows={rows} canWrite={canWrite} />}
        </ShownQuery>
      </Stack>
    </>
  );
}

function finding(rows: readonly Candidate[] | undefined): string {
  const few = rows?.filter(({ isAmongTheFew }) => isAmongTheFew).length ?? 0;
  if (few === 0) return t`Candidates`;
  return plural(few, form`${few} idea is worth beginning with`, form`${few} ideas are worth beginning with`);
}

function EnterIdea() {
  const organisationId = useOrganisationId();
  return (
    <Button
      renderRoot={(props) => (
        <Link to="/$organisationId/new" params={{ organisationId }} search={{ as: "candidate" }} {...props} />
      )}
    >
      {t`Enter an idea`}
    </Button>
  );
}

function FocusWarnings() {
  const { data } = useQuery(focusQuery(useOrganisationId()));
  if (data === undefined || data.warnings.length === 0) return null;
  return (
    <Alert variant="default" title={t`Much runs at once already`}>
      <List size="sm" spacing={4}>
        {data.warnings.map(({ text }) => (
          <List.Item key={text}>{formatSentence(text)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Filtered({ rows, canWrite }: { rows: readonly Candidate[]; canWrite: boolean }) {
  const { team = "" } = useSearch({ from: route });
  const navigate = useNavigate({ from: route });
  const shown = team === "" ? rows : rows.filter((row) => row.team === team);
  if (rows.length === 0) return <Candidates rows={rows} canWrite={canWrite} />;
  return (
    <>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t`Team`}
          w={{ base: "100%", xs: 240 }}
          value={team}
          data={teamChoices(rows, team)}
          onChange={({ currentTarget }) =>
            void navigate({
              search: (now) => withoutEmpty({ ...now, team: currentTarget.value }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        <SavedViewsButton page="candidates" read={readCandidatesSearch} size="sm" />
      </Group>
      {shown.length === 0 ? (
        <Card withBorder padding="md">
          <Text>{t`No idea of this team waits here.`}</Text>
        </Card>
      ) : (
        <Candidates rows={shown} canWrite={canWrite} />
      )}
    </>
  );
}

function Candidates({ rows, canWrite }: { rows: readonly Candidate[]; canWrite: boolean }) {
  if (rows.length === 0) {
    return (
      <Card withBorder padding="md">
        <Text
          maw={640}
        >{t`No idea waits here. Enter one with its sentence: which number shall change, which way, by how much. It is ranked as soon as its effort and its worth are known.`}</Text>
      </Card>
    );
  }
  const hasFew = rows.some(({ isAmongTheFew }) => isAmongTheFew);
  const groups = [
    {
      key: "few",
      name: t`Begin with these`,
      of: rows.filter(({ isAmongTheFew }) => isAmongTheFew),
    },
    {
      key: "later",
      name: hasFew ? t`Later` : t`In this order`,
      of: rows.filter(({ isAmongTheFew, place }) => !isAmongTheFew && place !== null),
    },
    { key: "unranked", name: t`Not ranked yet`, of: rows.filter(({ place }) => place === null) },
  ];
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ key, name, of }) => (
      <Stack key={key} gap="sm" component="section" aria-labelledby={`candidates-${key}`}>
        <Title order={2} fz={18} id={`candidates-${key}`}>
          {name}
        </Title>
        {of.map((candidate) => (
          <CandidateCard key={candidate.initiativeId} candidate={candidate} canWrite={canWrite} />
        ))}
      </Stack>
    ));
}
