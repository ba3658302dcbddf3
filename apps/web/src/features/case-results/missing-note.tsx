import { Alert, List, Text } from "@mantine/core";
import type { CaseEvaluation } from "@liftledger/contracts/case-evaluation";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** What is not in the figures: lines without a value, and benefits that nobody has accepted. */
export function MissingNote({ lines }: { lines: CaseEvaluation["scenarios"][number]["lines"] }) {
  const missing = lines.flatMap(({ lineId, missing: gap }) =>
    gap === null ? [] : [{ lineId, text: formatSentence(gap.reason) }],
  );
  const left = lines.flatMap(({ lineId, notCredited }) =>
    notCredited === null ? [] : [{ lineId, text: notCredited }],
  );
  return (
    <>
      {missing.length > 0 && (
        <Note title={t`Not valued yet: the figures below leave it out, and are no total`} rows={missing} />
      )}
      {left.length > 0 && <Note title={t`Counted at nothing until somebody accepts it`} rows={left} />}
    </>
  );
}

function Note({ title, rows }: { title: string; rows: readonly { lineId: string; text: string }[] }) {
  return (
    <Alert variant="default" title={title}>
      {rows.length === 1 ? (
        <Text size="sm">{rows[0]?.text}</Text>
      ) : (
        <List size="sm">
          {rows.map(({ lineId, text }) => (
            <List.Item key={lineId}>{text}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
