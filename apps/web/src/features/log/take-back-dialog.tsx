import type { LogSheet } from "@liftledger/contracts/series";
import { readerLocale } from "../../components/reader-locale.ts";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import type { LogRow } from "./log-entries.ts";
import { periodTitle } from "./period-title.ts";
import { pairText } from "./row-words.ts";
import { t } from "../../words.ts";

export interface TakeBackDialogProps {
  period: LogSheet["period"];
  row: LogRow;
  onClose: () => void;
}

/** Takes a logged number back, with the reason: the period has no value then, and its history keeps the number. */
export function TakeBackDialog({ period, row, onClose }: TakeBackDialogProps) {
  const { current } = row;
  const kept = current === null ? "it" : pairText(row, current, readerLocale);
  return (
    <ReasonDialog
      title={t`Take back ${row.kpiName}, ${row.scope}`}
      failed={t`It was not taken back.`}
      action={t`Take back`}
      about={`take-back:${row.seriesId}:${period}`}
      write={(client, reason, idempotencyKey) => {
        const snapshots = [{ seriesId: row.seriesId, period, revision: current?.revision ?? 0 }];
        return client.call("retractSnapshots", { body: { snapshots, reason }, idempotencyKey });
      }}
      onClose={onClose}
    >
      {t`Then ${periodTitle(period, readerLocale)} has no value, as if it had not been logged. What was reported before keeps ${kept}.`}
    </ReasonDialog>
  );
}
