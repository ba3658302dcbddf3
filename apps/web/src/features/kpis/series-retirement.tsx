import { Group } from "@mantine/core";
import type { Series } from "@liftledger/contracts/series";
import { RetirementControls } from "../retirement/retirement-controls.tsx";
import { t } from "../../words.ts";

/** Retires a series, or says that it is retired and brings it back. */
export function SeriesRetirement({ series }: { series: Series }) {
  const { seriesId, kpiName, scope, version, retired } = series;
  const params = { seriesId };
  return (
    <Group gap="sm" justify={retired === null ? "flex-end" : "space-between"}>
      <RetirementControls
        thing={`series:${seriesId}`}
        size="xs"
        needs="contributor"
        name={`${kpiName}, ${scope}`}
        retired={retired}
        explained={t`It leaves the log sheet and is claimed no more. What was logged stays, and so does every figure that stands on it. It can be restored.`}
        retire={(client, reason, idempotencyKey) =>
          client.call("retireSeries", { params, body: { version, reason }, idempotencyKey })
        }
        restore={(client, idempotencyKey) =>
          client.call("restoreSeries", { params, body: { version }, idempotencyKey })
        }
      />
    </Group>
  );
}
