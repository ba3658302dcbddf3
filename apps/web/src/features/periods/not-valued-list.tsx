import { Anchor, List, Skeleton, Text } from "@mantine/core";
import type { ClosePreview } from "@liftledger/contracts/period-close";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FailedQuery } from "../../components/failed-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { t } from "../../words.ts";
import { closePreviewQuery } from "./queries.ts";

const mostNamed = 8;

/** Before a month is closed: the benefits that are not valued in it, each with why and where that is mended. */
export function NotValuedList({ month }: { month: string }) {
  const preview = useQuery(closePreviewQuery(useOrganisationId(), month));
  if (preview.isError)
    return (
      <FailedQuery
        what={t`What is not valued in the month could not be loaded.`}
        error={preview.error}
        onRetry={() => void preview.refetch()}
      />
    );
  if (preview.data === undefined) return <Skeleton height={48} />;
  const { notValued } = preview.data;
  if (notValued.length === 0)
    return <Text size="sm">{t`Every benefit that is claimed here is valued and approved.`}</Text>;
  return (
    <div>
      <Text size="sm">{t`These benefits are not valued here yet. Once the month is closed, valuing them wants it reopened:`}</Text>
      <List size="sm" mt="xs" spacing={4}>
        {notValued.slice(0, mostNamed).map((one) => (
          <List.Item key={one.benefitId}>
            <OneNotValued benefit={one} />
          </List.Item>
        ))}
      </List>
      {notValued.length > mostNamed && (
        <Text size="sm" mt="xs">{t`and ${notValued.length - mostNamed} more`}</Text>
      )}
    </div>
  );
}

function OneNotValued({ benefit }: { benefit: ClosePreview["notValued"][number] }) {
  const { initiativeId, initiative, reasons } = benefit;
  const params = { organisationId: useOrganisationId(), initiativeId };
  return (
    <>
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link to="/$organisationId/initiatives/$initiativeId" params={params} {...props} />
        )}
      >
        {initiative}
      </Anchor>
      : {reasons.map(({ what }) => what).join(" ")}
    </>
  );
}
