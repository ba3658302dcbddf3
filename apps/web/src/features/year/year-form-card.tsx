import { Card, Stack, Text } from "@mantine/core";
import type { YearSheet } from "@liftledger/contracts/series";
import { useRef, type ReactNode } from "react";
import { SaveBar } from "../log/save-bar.tsx";
import { useYearForm, type YearForm } from "./use-year-form.ts";
import { mostSavedAtOnce } from "./year-entries.ts";
import { cellAt, YearGrid } from "./year-grid.tsx";

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
  const form = useYearForm(sheet, draftKey);
  const region = useRef<HTMLDivElement>(null);
  const submit = () => {
    const wrong = form.submit();
    if (wrong !== undefined) cellAt(region.current, wrong)?.focus();
  };
  return (
    <Stack gap="md" ref={region}>
      <Card withBorder padding="md">
        <YearGrid sheet={sheet} form={form} onSave={submit} />
        {more}
      </Card>
      <SaveBar
        form={form}
        isTyped={Object.keys(form.typed).length > 0}
        progress={<Progress form={form} />}
        onSave={submit}
        saveWords="Save the year"
      />
    </Stack>
  );
}

/** What is saved and what is not; of what is wrong the first, in words: the cell itself has no room for them. */
function Progress({ form }: { form: YearForm }) {
  const words = progressWords(form);
  return (
    <Text size="sm" c="dimmed" role="status">
      {words === "" ? "Everything here is saved." : words}
    </Text>
  );
}

function progressWords({ ready, hidden, faulty, firstFault, nothingNew }: YearForm): string {
  const cells = faulty === 1 ? "the marked cell" : `the ${faulty} marked cells`;
  return [
    ready > 0 &&
      `${ready} ${ready === 1 ? "period is" : "periods are"} not saved yet (kept in this browser).`,
    ready > mostSavedAtOnce && `The first ${mostSavedAtOnce} are saved at once, the rest stays here.`,
    hidden > 0 && `Something was typed for ${hidden} more that the filter hides: show them to save it.`,
    firstFault,
    faulty > 0 && `Mend ${cells} first: nothing is saved until then.`,
    nothingNew && "There is nothing new to save.",
  ]
    .filter((part) => part !== false && part !== undefined)
    .join(" ");
}
