import type { LoggedSnapshots, NewSnapshot } from "@liftledger/contracts/series";
import type { RetractedSnapshots, RetractSnapshots } from "@liftledger/contracts/snapshot-retraction";
import { useWrite } from "../../use-write.ts";
import { t } from "../../words.ts";

/** Saves snapshots, and undoes that; a sheet shows what was written at once. */
export function useLogWrites(
  onSaved: (saved: LoggedSnapshots, sent: readonly NewSnapshot[]) => void,
  onUndone: (undone: RetractedSnapshots) => void,
) {
  const save = useWrite<NewSnapshot[], LoggedSnapshots>(
    (client, snapshots, idempotencyKey) =>
      client.call("logSnapshots", { body: { snapshots }, idempotencyKey }),
    onSaved,
  );
  const undo = useWrite<RetractSnapshots["snapshots"], RetractedSnapshots>(
    (client, snapshots, idempotencyKey) => {
      const body = { snapshots, restore: true, reason: t`Undone right after it was saved` };
      return client.call("retractSnapshots", { body, idempotencyKey });
    },
    onUndone,
  );
  return { save, undo };
}
