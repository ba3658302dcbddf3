import { Anchor, Button, Card, Code, Group, List, Stack, Text, Title } from "@mantine/core";
import type { CaseVersion } from "@liftledger/contracts/business-case";
import { useNavigate } from "@tanstack/react-router";
import { formatInstant } from "../../components/format-date.ts";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { usePerson } from "../../use-session.ts";
import { useWrite } from "../../use-write.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { whoMay } from "../approvals/approval-words.ts";
import { DecideForm } from "./decide-form.tsx";
import { WithdrawButton } from "./withdraw-button.tsx";
import { form, plural, t } from "../../words.ts";

/** Who decides, who has signed, and what whoever reads this may do now. */
export function DecisionCard({ version }: { version: CaseVersion }) {
  const { status, signatures, terms } = version;
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="case-decision">
      <Title order={2} fz="lg" mb="xs" id="case-decision">{t`The decision`}</Title>
      <Stack gap="md">
        {signatures.length > 0 && <Signatures version={version} />}
        {(status === "draft" || status === "returned") && <Submit version={version} />}
        {status === "submitted" && <Waiting version={version} />}
        {finalWords[status] !== undefined && <Text>{finalWords[status]}</Text>}
        {version.digest !== null && <Frozen digest={version.digest} />}
        <WithdrawButton version={version} />
        {status === "submitted" && terms.signatures > 1 && signatures.length === 0 && (
          <Text size="sm" c="dimmed">{t`The second signature is another person’s.`}</Text>
        )}
      </Stack>
    </Card>
  );
}

const finalWords: Partial<Record<CaseVersion["status"], string>> = {
  approved: t`It stands approved. Whoever plans otherwise begins a new version.`,
  withdrawn: t`It was withdrawn, and is not decided any more.`,
  superseded: t`A later version stands in its place.`,
};

function Signatures({ version: { signatures } }: { version: CaseVersion }) {
  return (
    <List size="sm">
      {signatures.map(({ position, signedBy, signedAt, comment }) => (
        <List.Item key={position}>
          {comment === ""
            ? t`Signed by ${signedBy}, ${formatInstant(signedAt)}`
            : t`Signed by ${signedBy}, ${formatInstant(signedAt)}: “${comment}”`}
        </List.Item>
      ))}
    </List>
  );
}

/** What keeps a plan from being asked for, and the button that asks. */
function Submit({ version }: { version: CaseVersion }) {
  const { caseId, number, version: row, problems } = version;
  const role = usePerson()?.role ?? "viewer";
  const navigate = useNavigate();
  const write = useWrite<number, CaseVersion>((client, seen, idempotencyKey) =>
    client.call("submitCaseVersion", { params: { caseId, number }, body: { version: seen }, idempotencyKey }),
  );
  if (problems.length > 0) {
    return (
      <div>
        <Text size="sm" fw={600}>
          {plural(
            problems.length,
            form`${problems.length} thing is still to be said`,
            form`${problems.length} things are still to be said`,
          )}
        </Text>
        <List size="sm" mb="xs">
          {problems.map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>{formatSentence(message)}</List.Item>
          ))}
        </List>
        <Anchor
          size="sm"
          component="button"
          onClick={() => void navigate({ to: ".", search: ({ tab: _tab, ...rest }) => rest })}
        >{t`Go on with the plan`}</Anchor>
      </div>
    );
  }
  if (role === "viewer") return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Button loading={write.pending} onClick={() => write.send(row)}>{t`Ask for approval`}</Button>
      <Text
        size="sm"
        c="dimmed"
      >{t`From then on the plan does not change, unless it is returned or withdrawn.`}</Text>
      {write.error !== null && <ProblemAlert what={t`Approval was not asked for.`} error={write.error} />}
    </Stack>
  );
}

function Waiting({ version }: { version: CaseVersion }) {
  if (version.decision === "yours")
    return (
      <>
        <Text fw={500}>{t`It is for you to decide.`}</Text>
        <DecideForm version={version} />
      </>
    );
  if (version.decision === "none") return null;
  return (
    <Text fw={500}>
      {version.decision === "own"
        ? whoMay(t`You wrote, asked for or signed some of it, so somebody else decides`, version.approvers)
        : whoMay(t`Finance decides`, version.approvers)}
    </Text>
  );
}

function Frozen({ digest }: { digest: string }) {
  return (
    <div>
      <Text size="sm">{t`Plan and terms are frozen. Their SHA-256, which the check of the ledger computes again:`}</Text>
      <Group>
        <Code style={{ overflowWrap: "anywhere" }}>{digest}</Code>
      </Group>
    </div>
  );
}
