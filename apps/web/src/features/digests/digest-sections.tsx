import type { Digest } from "@liftledger/contracts/alert";
import { Button, Card, Group, List, SimpleGrid, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { formatSentence } from "../../components/format-sentence.ts";
import { PageLink } from "../../components/page-link.tsx";
import { form, plural, t } from "../../words.ts";
import { foldedForPhone } from "./folded-for-phone.ts";

type Section = Digest["sections"][number];

/** The sections of a digest, beside each other where there is room, and on one screen of a phone as well. */
export function DigestSections({ sections }: { sections: readonly Section[] }) {
  const isPhone = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false }) === true;
  const shown = isPhone ? foldedForPhone(sections.map(({ lines }) => lines.length)) : [];
  const columns = sections.length === 4 ? 2 : sections.length;
  return (
    <SimpleGrid cols={{ base: 1, md: 2, lg: columns }} spacing={{ base: 8, sm: "md" }}>
      {sections.map((section, place) => (
        <SectionCard key={section.part} section={section} first={shown[place] ?? section.lines.length} />
      ))}
    </SimpleGrid>
  );
}

function SectionCard({ section, first }: { section: Section; first: number }) {
  const { part, title, lines, more } = section;
  const [isOpen, setOpen] = useState(false);
  const count = isOpen ? lines.length : first;
  const folded = lines.length - count;
  return (
    <Card withBorder className="digest-section" component="section" aria-label={title}>
      <Group justify="space-between" gap="xs" wrap="nowrap" className="digest-head">
        <Title order={2} fz={{ base: "md", sm: "lg" }}>
          {title}
        </Title>
        {folded > 0 ? (
          <Button
            variant="subtle"
            size="compact-sm"
            px={6}
            mx={-6}
            aria-label={t`Show ${folded + more} more of “${title}”`}
            onClick={() => setOpen(true)}
          >{t`${folded + more} more`}</Button>
        ) : (
          more > 0 && <LeftOut part={part} more={more} title={title} />
        )}
      </Group>
      <List className="digest-lines">
        {lines.slice(0, count).map((line) => (
          <List.Item key={line}>{formatSentence(line)}</List.Item>
        ))}
      </List>
    </Card>
  );
}

/** How many had no room, and the page on which they are. */
function LeftOut({ part, more, title }: { part: Section["part"]; more: number; title: string }) {
  const words = t`${more} more`;
  return (
    <PageLink
      to={pages[part]}
      size="sm"
      className="digest-more"
      aria-label={plural(
        more,
        form`${more} more of “${title}”: open the page that has it`,
        form`${more} more of “${title}”: open the page that has them`,
      )}
    >
      {words}
    </PageLink>
  );
}

/** Where everything of a kind stands. */
const pages = {
  figures: "/$organisationId/log",
  verdicts: "/$organisationId/portfolio",
  alerts: "/$organisationId/alerts",
  coming: "/$organisationId/governance",
} as const;
