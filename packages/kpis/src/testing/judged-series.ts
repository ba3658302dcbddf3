import { dataQuality, type DataQuality } from "../data-quality.ts";
import type { QualityCheck } from "../data-quality/finding.ts";
import type { QualityPoint, QualitySetting } from "../data-quality/quality-input.ts";
import { pointsFrom, settingFor, soundValues } from "./example-points.ts";

/** A sound series of 60 weeks. */
export const sound = pointsFrom("2025-W01", soundValues(60));

/** The findings of one check, as severity and sentence. */
export function found(quality: DataQuality, check: QualityCheck): string[] {
  return quality.findings
    .filter((finding) => finding.check === check)
    .map(({ severity, sentence }) => `${severity}: ${sentence}`);
}

/** The data quality of weeks as of the day on which the last has just been recorded. */
export function judge(points: readonly QualityPoint[], changes: Partial<QualitySetting> = {}): DataQuality {
  return dataQuality(points, { ...settingFor(points), ...changes });
}

/** What one check came to. */
export function statusOf(quality: DataQuality, check: QualityCheck): string | undefined {
  return quality.checks.find((result) => result.check === check)?.status;
}
