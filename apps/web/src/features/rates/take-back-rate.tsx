import type { ListedRate } from "@liftledger/contracts/exchange-rate";
import { formatDate } from "../../components/format-date.ts";
import { readerLocale } from "../../components/reader-locale.ts";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { t } from "../../words.ts";

/** Takes a rate back, with the reason. */
export function TakeBackRate({ rate, onClose }: { rate: ListedRate; onClose: () => void }) {
  const { from, date, revision } = rate;
  return (
    <ReasonDialog
      title={t`Take back the rate of ${from} from ${formatDate(date, readerLocale)}`}
      failed={t`The rate was not taken back.`}
      action={t`Take the rate back`}
      about={`take-back-rate:${from}:${date}`}
      write={(client, reason, idempotencyKey) =>
        client.call("retractExchangeRate", { body: { from, date, revision, reason }, idempotencyKey })
      }
      onClose={onClose}
    >{t`The rate before it counts again, of the same day or an earlier one, and costs are converted anew. Reports as of an earlier day keep what they showed.`}</ReasonDialog>
  );
}
