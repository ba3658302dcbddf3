import { SegmentedControl } from "@mantine/core";
import type { PeriodType } from "@liftledger/kpis/period";
import { t } from "../../words.ts";

/** Changes between what is logged by the week and by the month. */
export function WeeksOrMonths({
  value,
  onChange,
}: {
  value: PeriodType;
  onChange: (chosen: PeriodType) => void;
}) {
  return (
    <SegmentedControl<PeriodType>
      aria-label={t`Weeks or months`}
      value={value}
      data={[
        { value: "week", label: t`Weeks` },
        { value: "month", label: t`Months` },
      ]}
      onChange={onChange}
    />
  );
}
