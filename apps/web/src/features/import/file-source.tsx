import "@mantine/dropzone/styles.css";
import { Button, Card, Group, Stack, Text, Textarea } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconClipboard, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { saveFile } from "../../components/save-file.ts";
import { today } from "../../today.ts";
import { sampleCsv } from "./sample-file.ts";
import { t } from "../../words.ts";

export interface FileSourceProps {
  onFile: (file: File) => void;
  reading: boolean;
}

/** Largest upload the server takes. */
const mostBytes = 50 * 1024 * 1024;

/** Where the rows come from: a file dropped or chosen, or a block pasted from a spreadsheet. */
export function FileSource({ onFile, reading }: FileSourceProps) {
  const [pasting, setPasting] = useState(false);
  const sample = () => sampleCsv(today());
  return (
    <Stack gap="sm">
      <DropArea onFile={onFile} reading={reading} />
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconClipboard size={16} aria-hidden />}
          onClick={() => setPasting(!pasting)}
          aria-expanded={pasting}
        >{t`Paste from a spreadsheet`}</Button>
        <Button
          variant="subtle"
          onClick={() => onFile(new File([sample()], "sample.csv", { type: "text/csv" }))}
        >{t`Try it with a sample`}</Button>
        <Button
          variant="subtle"
          onClick={() => saveFile("sample.csv", sample(), "text/csv")}
        >{t`Download the sample`}</Button>
      </Group>
      {pasting && <PasteArea onFile={onFile} />}
    </Stack>
  );
}

function DropArea({ onFile, reading }: FileSourceProps) {
  const [refused, setRefused] = useState("");
  return (
    <>
      <Dropzone
        onDrop={([file]) => {
          setRefused("");
          if (file !== undefined) onFile(file);
        }}
        onReject={([rejection]) => {
          const isLarge = rejection?.errors.some((error) => error.code === "file-too-large") === true;
          setRefused(
            isLarge ? t`The file is larger than 50 MB: split it, by year for example.` : t`Choose one file.`,
          );
        }}
        multiple={false}
        maxSize={mostBytes}
        loading={reading}
        inputProps={{ "aria-label": t`File to import` }}
        aria-label={t`Drop a file here, or choose one`}
        py="xl"
      >
        <Group justify="center" gap="md" style={{ pointerEvents: "none" }}>
          <IconFileSpreadsheet size={36} stroke={1.3} aria-hidden />
          <div>
            <Text fw={600}>{t`Drop a file here, or choose one`}</Text>
            <Text
              size="sm"
              c="dimmed"
            >{t`CSV or Excel (.xlsx) with headings: figures by day or week, a list of initiatives, costs, or hold-outs. Up to 50 MB.`}</Text>
          </div>
        </Group>
      </Dropzone>
      {refused !== "" && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {refused}
        </Text>
      )}
    </>
  );
}

function PasteArea({ onFile }: { onFile: (file: File) => void }) {
  const [text, setText] = useState("");
  return (
    <Card withBorder padding="sm">
      <Stack gap="sm">
        <Textarea
          label={t`Rows from a spreadsheet`}
          description={t`With the headings as the first row. Select the cells there, copy, and paste here.`}
          minRows={5}
          maxRows={12}
          autosize
          value={text}
          styles={{ input: { fontFamily: "monospace" } }}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <div>
          <Button
            disabled={text.trim() === ""}
            onClick={() => onFile(new File([text], "pasted.csv", { type: "text/csv" }))}
          >{t`Read the pasted rows`}</Button>
        </div>
      </Stack>
    </Card>
  );
}
