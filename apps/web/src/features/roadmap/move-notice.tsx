import type { PlaceRoadmapTasks, Roadmap } from "@liftledger/contracts/roadmap";
import { Button, Group, Text } from "@mantine/core";
import { ProblemAlert } from "../../components/problem-alert.tsx";
import { useWrite } from "../../use-write.ts";
import { form, plural, t } from "../../words.ts";

export interface MoveNoticeProps {
  initiativeId: string;
  title: string;
  /** The days that are given back, of what was moved and of what it pushed. */
  days: PlaceRoadmapTasks["tasks"];
  onUndone: (roadmap: Roadmap) => void;
}

/** What a move pushed back, and the button that takes all of it back. */
export function MoveNotice({ initiativeId, title, days, onUndone }: MoveNoticeProps) {
  const undo = useWrite<PlaceRoadmapTasks, Roadmap>(
    (client, body, idempotencyKey) =>
      client.call("placeRoadmapTasks", { params: { initiativeId }, body, idempotencyKey }),
    onUndone,
  );
  const pushed = days.length - 1;
  return (
    <>
      <Group gap="sm" mt={6} className="not-printed">
        <Text size="sm" role="status">
          {pushed === 0
            ? t`It was moved.`
            : plural(
                pushed,
                form`It was moved, and ${pushed} task that waits for it was pushed back.`,
                form`It was moved, and ${pushed} tasks that wait for it were pushed back.`,
              )}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={undo.pending}
          aria-label={t`Take the move back: ${title}`}
          onClick={() => undo.send({ tasks: days })}
        >{t`Take the move back`}</Button>
      </Group>
      {undo.error !== null && <ProblemAlert what={t`The move was not taken back.`} error={undo.error} />}
    </>
  );
}
