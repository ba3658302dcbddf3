import type { Reading } from "@liftledger/contracts/reading";
import { Button, Card, Group, NativeSelect, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "../../components/format-date.ts";
import { formatCount } from "../../components/format-number.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useCall } from "../access/use-call.ts";
import { english, languagesQuery, writtenAs } from "./reading-choices.ts";
import { t } from "../../words.ts";

/** In which language one reads, and as where numbers and days are written. */
export function ReadingCard({ reading }: { reading: Reading }) {
  const { data: translations = [] } = useQuery(languagesQuery);
  const languages = [english, ...translations];
  const [chosen, setChosen] = useState(reading);
  // Texts and formats are settled when the page begins: it begins anew.
  const save = useCall(
    (client, body: Reading, idempotencyKey) => client.call("setReading", { body, idempotencyKey }),
    () => window.location.reload(),
  );
  const asBrowser = { value: "", label: t`As the browser says` };
  const isSame = chosen.language === reading.language && chosen.locale === reading.locale;
  return (
    <Card withBorder padding="md" mt="md" component="section" aria-labelledby="reading">
      <Title order={2} fz={18} mb={4} id="reading">{t`Language and numbers`}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t`The mails you get write days as you choose here, too. What the product records, such as verdicts and reasons, stays in the English it was recorded in.`}
      </Text>
      <Stack gap="sm" align="flex-start">
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t`Language of the pages`}
            w={{ base: "100%", xs: 240 }}
            value={chosen.language ?? ""}
            data={[asBrowser, ...languages]}
            onChange={({ currentTarget: { value } }) =>
              setChosen({ ...chosen, language: value === "" ? null : value })
            }
          />
          <NativeSelect
            label={t`Numbers and days as in`}
            w={{ base: "100%", xs: 240 }}
            value={chosen.locale ?? ""}
            data={[asBrowser, ...writtenAs(chosen.locale)]}
            onChange={({ currentTarget: { value } }) =>
              setChosen({ ...chosen, locale: value === "" ? null : value })
            }
          />
        </Group>
        {chosen.locale !== null && (
          <Text size="sm">
            {t`So: ${formatCount(1234.5, { locale: chosen.locale, digits: 1 })} and ${formatDate("2026-11-25", chosen.locale)}`}
          </Text>
        )}
        {save.error !== null && <ProblemAlert what={t`It was not saved.`} error={save.error} />}
        <Button disabled={isSame} loading={save.pending} onClick={() => save.send(chosen)}>
          {t`Save and load the page anew`}
        </Button>
      </Stack>
    </Card>
  );
}
