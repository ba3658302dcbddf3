import { Card, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../components/page-link.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { ShownQuery } from "../../components/shown-query.tsx";
import { useOrganisationId } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { LookOnly } from "../access/look-only.tsx";
import { alertSettingsQuery } from "../alerts/queries.ts";
import { AlertRulesForm } from "./alert-rules-form.tsx";
import { AlertRulesRead } from "./alert-rules-read.tsx";
import { DeliveriesCard } from "./deliveries-card.tsx";
import { MailCard } from "./mail-card.tsx";
import { WebhooksCard } from "./webhooks-card.tsx";
import { t } from "../../words.ts";

/** By which rules people are told what, when not, and on which ways. */
export function AlertRulesPage() {
  const query = useQuery(alertSettingsQuery(useOrganisationId()));
  const isAdmin = usePerson()?.role === "admin";
  return (
    <>
      <PageLink to="/$organisationId/alerts" size="sm">{t`Alerts`}</PageLink>
      <PageHeader
        title={t`Rules and channels of alerts`}
        subline={t`What is told, to whom, when not, and by which channels. In the product it is always told.`}
      />
      <Stack gap="lg" maw={900}>
        <LookOnly least="admin">
          {t`You see by which rules people are told. An admin can change them, and sees what was sent.`}
        </LookOnly>
        <ShownQuery query={query} failed={t`The rules could not be loaded.`} height={620}>
          {(settings) => (
            <>
              <Card withBorder padding="md">
                <Title order={2} fz="lg" mb="sm">{t`Rules`}</Title>
                {isAdmin ? <AlertRulesForm settings={settings} /> : <AlertRulesRead settings={settings} />}
              </Card>
              {isAdmin && <MailCard settings={settings} />}
            </>
          )}
        </ShownQuery>
        {isAdmin && (
          <>
            <WebhooksCard />
            <DeliveriesCard />
          </>
        )}
      </Stack>
    </>
  );
}
