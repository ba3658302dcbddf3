import type { ToolOverload } from "@liftledger/contracts/tool";
import { Card, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { form, plural, t } from "../../words.ts";

/** Where tools crowd, what is published of those that are integrated, and which systems each initiative touches. */
export function OverloadCard({ overload }: { overload: ToolOverload }) {
  const { overloads, tools, published, systems } = overload;
  const { integrated, standalone } = tools;
  // Initiatives and vendors may crowd at one and the same.
  const places = new Set(overloads.map(({ on }) => on)).size;
  return (
    <>
      <Card withBorder padding="md">
        <Title order={2} fz={18} mb="xs">
          {overloads.length === 0
            ? t`Tools do not crowd anywhere`
            : plural(places, form`Tools crowd at ${places} place`, form`Tools crowd at ${places} places`)}
        </Title>
        <Stack gap="xs">
          {overloads.map(({ key, on, text, because }) => (
            <div key={`${key} ${on}`}>
              <Text>{text}</Text>
              <Text size="sm" c="dimmed">
                {because}
              </Text>
            </div>
          ))}
          {overloads.length === 0 && (
            <Text c="dimmed">{t`No two initiatives or vendors have a tool on one series, or different tools for one use case.`}</Text>
          )}
        </Stack>
      </Card>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Card withBorder padding="md">
          <Title order={2} fz={18} mb="xs">{t`Integrated or standalone`}</Title>
          <Text>{t`Integrated: ${integrated}. Standalone: ${standalone}. Not known: ${tools.notKnown}.`}</Text>
          <Text size="sm" c="dimmed" mt="xs">
            {t`Published: integrated tools return ${published.factor} times as much as standalone ones (${published.publisher}). ${published.caveat}`}
          </Text>
        </Card>
        <Card withBorder padding="md">
          <Title order={2} fz={18} mb="xs">{t`Systems each initiative touches`}</Title>
          {systems.length === 0 && <Text c="dimmed">{t`No initiative has a tool yet.`}</Text>}
          <Stack gap={6}>
            {systems.map(({ initiativeId, initiative, systems: touched }) => (
              <Systems key={initiativeId} initiativeId={initiativeId} name={initiative} systems={touched} />
            ))}
          </Stack>
        </Card>
      </SimpleGrid>
    </>
  );
}

interface SystemsProps {
  initiativeId: string;
  name: string;
  systems: readonly string[];
}

function Systems({ initiativeId, name, systems }: SystemsProps) {
  return (
    <Text size="sm">
      <InitiativeLink initiativeId={initiativeId} underline="always">
        {name}
      </InitiativeLink>
      {": "}
      {systems.length === 0 ? t`none named` : systems.join(", ")}
    </Text>
  );
}
