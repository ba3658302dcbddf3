import { Alert, Button, Card, Group, Text, TextInput } from "@mantine/core";
import type { AuditVerification } from "@liftledger/contracts/audit";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { clientOf } from "../../api.ts";
import { CopiedOnce } from "../../components/copied-once.tsx";
import { formatCount } from "../../components/format-number.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { saveFile } from "../../components/save-file.ts";
import { useOrganisationId } from "../../use-organisation.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** Computes the chain again and says whether it is whole; hands all of it out as a file. */
export function ChainCard() {
  const organisationId = useOrganisationId();
  const [head, setHead] = useState("");
  const verify = useMutation({
    mutationFn: () =>
      clientOf(organisationId).call("verifyAudit", {
        query: head.trim() === "" ? {} : { head: head.trim() },
      }),
  });
  const save = useMutation({
    mutationFn: async () => {
      const lines: string[] = [];
      const entries = await clientOf(organisationId).call("exportAudit", {});
      for await (const entry of entries as unknown as AsyncIterable<object>)
        lines.push(JSON.stringify(entry));
      saveFile(`audit-${organisationId}.jsonl`, `${lines.join("\n")}\n`, "application/jsonl");
      return lines.length;
    },
  });
  return (
    <Card withBorder padding="md">
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t`Check code noted earlier (optional)`}
          description={t`With it the check also sees whether the newest entries were cut off`}
          placeholder="132:9f86d0…"
          flex="1 1 240px"
          value={head}
          onChange={({ currentTarget }) => {
            setHead(currentTarget.value);
            verify.reset();
          }}
        />
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>{t`Verify the chain`}</Button>
        <Button
          variant="default"
          loading={save.isPending}
          onClick={() => save.mutate()}
        >{t`Export as JSON lines`}</Button>
      </Group>
      <div role="status">
        {verify.data !== undefined && <Answer answer={verify.data} />}
        {save.data !== undefined && (
          <Text
            size="sm"
            mt="sm"
          >{t`${formatCount(save.data)} entries were saved: each line can be checked by its own hash.`}</Text>
        )}
      </div>
      {verify.error !== null && <ProblemAlert what={t`The chain was not verified.`} error={verify.error} />}
      {save.error !== null && <ProblemAlert what={t`Nothing was exported.`} error={save.error} />}
    </Card>
  );
}

function Answer({ answer }: { answer: AuditVerification }) {
  if (answer.kind === "broken") {
    return (
      <Alert mt="sm" color="red" variant="default" title={t`The chain is broken at entry ${answer.sequence}`}>
        <Text size="sm">{formatSentence(answer.message)}</Text>
        <Text size="sm">{t`Keep the database as it is and restore a copy from before beside it: what differs is what was touched.`}</Text>
      </Alert>
    );
  }
  return (
    <Alert mt="sm" variant="default" title={t`The chain is whole: ${formatCount(answer.entries)} entries`}>
      {answer.head !== null && (
        <>
          <Text
            size="sm"
            mb="xs"
          >{t`Note this check code outside of Liftledger, such as in the minutes of the month: with it, nobody can cut off the newest entries unseen.`}</Text>
          <CopiedOnce label={t`Check code (head of the chain)`} text={answer.head} />
        </>
      )}
    </Alert>
  );
}
