import { Card, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { PageHeader } from "../../components/page-header.tsx";
import { useOrganisation } from "../../use-organisation.ts";
import { usePerson } from "../../use-session.ts";
import { OrganisationFacts } from "./organisation-facts.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../words.ts";
import { settingPlaces, type SettingPlace } from "./setting-places.ts";

/** What holds for the whole organisation, and where everything else is set. */
export function SettingsPage() {
  const organisation = useOrganisation();
  const role = usePerson()?.role;
  return (
    <>
      <PageHeader
        title={t`Settings`}
        subline={t`What holds for everybody here, and where the rest is set.`}
      />
      <Stack gap="lg" maw={900}>
        <Card withBorder padding="md">
          <Title order={2} fz="lg" mb="sm">
            {t`Organisation`}
          </Title>
          {organisation === undefined ? (
            <Skeleton height={280} radius="md" />
          ) : role === "admin" ? (
            <OrganisationForm key={organisation.organisationId} organisation={organisation} />
          ) : (
            <OrganisationFacts organisation={organisation} />
          )}
        </Card>
        <SimpleGrid component="nav" aria-label={t`Other settings`} cols={{ base: 1, sm: 2 }} spacing="md">
          {settingPlaces
            .filter(({ roles }) => role !== undefined && roles.includes(role))
            .map((place) => (
              <PlaceCard key={place.to} {...place} />
            ))}
        </SimpleGrid>
      </Stack>
    </>
  );
}

function PlaceCard({ name, about, to }: SettingPlace) {
  return (
    <Card withBorder padding="md">
      <PageLink to={to} fw={600}>
        {name}
      </PageLink>
      <Text size="sm" c="dimmed" mt={4}>
        {about}
      </Text>
    </Card>
  );
}
