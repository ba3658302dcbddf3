import { Card, Group, NativeSelect, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FailedQuery } from "../../components/failed-query.tsx";
import { ScrollRegion } from "../../components/scroll-region.tsx";
import classes from "../../components/table.module.css";
import { useOrganisationId } from "../../use-organisation.ts";
import { statusNames } from "../cases/case-words.ts";
import { caseVersionsQuery } from "../cases/queries.ts";
import { differenceText } from "./difference-text.ts";
import { caseDifferencesQuery } from "./queries.ts";
import { SaveListButton } from "./save-list-button.tsx";
import { form, plural, t } from "../../words.ts";

/** What a version says otherwise than the one that stands, or than any other: line by line, before and after. */
export function DifferencesCard({ version }: { version: CaseVersion }) {
  const { caseId, number, basedOn } = version;
  const versions = useQuery(caseVersionsQuery(useOrganisationId(), caseId)).data?.rows ?? [];
  const others = versions.filter((head) => head.number !== number);
  const [chosen, setChosen] = useState<number>();
  const standing = others.find(({ status }) => status === "approved")?.number;
  const against = chosen ?? standing ?? basedOn;
  if (against === null || others.length === 0) return null;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-differences">
      <Stack gap="sm">
        <Title order={2} fz="lg" id="case-differences">{t`What differs from another version`}</Title>
        <NativeSelect
          label={t`Held against version`}
          w={260}
          value={String(against)}
          data={others.map((head) => ({
            value: String(head.number),
            label: `${head.number} · ${statusNames[head.status]}`,
          }))}
          onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
        />
        <Differences version={version} against={against} />
      </Stack>
    </Card>
  );
}

const kindNames = { added: t`New`, removed: t`Gone`, changed: t`Changed` };

function Differences({ version, against }: { version: CaseVersion; against: number }) {
  const place = { caseId: version.caseId, number: version.number };
  const query = useQuery(caseDifferencesQuery(useOrganisationId(), place, against));
  if (query.isPending) return <Skeleton height={160} />;
  if (query.data === undefined)
    return (
      <FailedQuery
        what={t`The differences could not be loaded.`}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  const { rows } = query.data;
  if (rows.length === 0) return <Text size="sm">{t`Nothing: the two plans are the same.`}</Text>;
  return (
    <>
      <Group justify="space-between" align="flex-end" gap="sm">
        <Text size="sm">
          {plural(rows.length, form`${rows.length} thing differs.`, form`${rows.length} things differ.`)}
        </Text>
        <SaveListButton
          list="listCaseDifferences"
          place={place}
          query={{ against }}
          name={t`Differences, before and now`}
          fileName="differences.csv"
        />
      </Group>
      <ScrollRegion label={t`Differences, before and now`}>
        <table className={`${classes["table"]} stacks-on-phone`}>
          <thead>
            <tr>
              <th scope="col">{t`Where`}</th>
              <th scope="col">{t`What`}</th>
              <th scope="col">{t`Before`}</th>
              <th scope="col">{t`Now`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ position, kind, subject, field, lineId, before, after }) => (
              <tr key={position}>
                <th scope="row" style={{ fontWeight: 600 }}>
                  {subject}
                </th>
                <td data-label={t`What`}>
                  {field}
                  {kind === "changed" ? "" : ` (${kindNames[kind]})`}
                </td>
                <td translate="no" data-label={t`Before`}>
                  {before === null ? (
                    "–"
                  ) : (
                    <del>{differenceText(version.plan, { lineId, field }, before)}</del>
                  )}
                </td>
                <td translate="no" data-label={t`Now`}>
                  {after === null ? (
                    "–"
                  ) : (
                    <ins style={{ textDecoration: "none", fontWeight: 600 }}>
                      {differenceText(version.plan, { lineId, field }, after)}
                    </ins>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
