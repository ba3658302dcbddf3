import { Card, Stack, Text } from "@mantine/core";
import type { YearSheet } from "@liftledger/contracts/series";
import { useRef, type ReactNode } from "react";
import { useHasRole } from "../access/use-has-role.ts";
import { SaveBar } from "../log/save-bar.tsx";
import { useYearForm, type YearForm } from "./use-year-form.ts";
import { mostSavedAtOnce } from "./year-entries.ts";
import { cellAt, YearGrid } from "./year-grid.tsx";
import { form, plural, t } from "../../words.ts";

/** The sheet of a year with what saves it. */
export function YearFormCard({
  sheet,
  draftKey,
  more,
}: {
  sheet: YearSheet;
  draftKey: string;
  more: ReactNode;
}) {
  const mayLog = useHasRole("contributor");
  const form = useYearForm(sheet, draftKey);
  const region = useRef<HTMLDivElement>(null);
  const submit = () => {
    const wrong = form.submit();
    if (wrong !== undefined) cellAt(region.current, wrong)?.focus();
  };
  return (
    <Stack gap="md" ref={region}>
      <Card withBorder padding="md">
        <YearGrid sheet={sheet} form={form} onSave={submit} readOnly={!mayLog} />
        {more}
      </Card>
      {mayLog && (
        <SaveBar
          form={form}
          isTyped={Object.keys(form.typed).length > 0}
          progress={<Progress form={form} />}
          onSave={submit}
          saveWords={t`Save the year`}
        />
      )}
    </Stack>
  );
}

/** What is saved and what is not; of what is wrong the first, in words: the cell itself has no room for them. */
function Progress({ form }: { form: YearForm }) {
  const words = progressWords(form);
  return (
    <Text size="sm" c="dimmed" role="status">
      {words === "" ? t`Everything here is saved.` : words}
    </Text>
  );
}

function progressWords({ ready, hidden, faulty, firstFault, nothingNew }: YearForm): string {
  return [
    ready > 0 &&
      plural(
        ready,
        form`${ready} period is not saved yet (kept in this browser).`,
        form`${ready} periods are not saved yet (kept in this browser).`,
      ),
    ready > mostSavedAtOnce && t`The first ${mostSavedAtOnce} are saved at once, the rest stays here.`,
    hidden > 0 && t`Something was typed for ${hidden} more that the filter hides: show them to save it.`,
    firstFault,
    faulty > 0 &&
      (faulty === 1
        ? t`Mend the marked cell first: nothing is saved until then.`
        : t`Mend the ${faulty} marked cells first: nothing is saved until then.`),
    nothingNew && t`There is nothing new to save.`,
  ]
    .filter((part) => part !== false && part !== undefined)
    .join(" ");
}
