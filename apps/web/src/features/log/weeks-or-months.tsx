import { SegmentedControl } from "@mantine/core";
import type { PeriodType } from "@liftledger/kpis/period";

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
      aria-label="Weeks or months"
      value={value}
      data={[
        { value: "week", label: "Weeks" },
        { value: "month", label: "Months" },
      ]}
      onChange={onChange}
    />
  );
}
