import { capitalised } from "@liftledger/kpis/within-sentence";
import { Button, Group, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { t } from "../../words.ts";

export interface PointChooserProps {
  /** What each point is, as its tooltip is headed. */
  titles: readonly string[];
  /** Of what: the finding of the chart. */
  chart: string;
  chosen: number | undefined;
  onChoose: (index: number | undefined) => void;
  onNote: (index: number) => void;
}

/** Chooses a point of a chart by keyboard where a pointer would touch it, and notes what happened there. */
export function PointChooser({ titles, chart, chosen, onChoose, onNote }: PointChooserProps) {
  const slider = useRef<HTMLInputElement>(null);
  const isOpen = chosen !== undefined;
  useEffect(() => {
    if (isOpen) slider.current?.focus({ preventScroll: true });
  }, [isOpen]);
  if (chosen === undefined) {
    return (
      <div className="not-printed">
        <Button
          variant="subtle"
          size="compact-sm"
          // Its words begin where the chart does.
          ml={-8}
          aria-label={t`Note what happened at a point: ${chart}`}
          onClick={() => onChoose(titles.length - 1)}
        >{t`Note what happened at a point`}</Button>
      </div>
    );
  }
  const [title = ""] = (titles[chosen] ?? "").split("\n");
  return (
    <div className="not-printed">
      <input
        ref={slider}
        type="range"
        className="point-slider"
        min={0}
        max={titles.length - 1}
        value={chosen}
        aria-label={t`Point of the chart: ${chart}`}
        aria-valuetext={title}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      />
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {capitalised(title)}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t`Note what happened here: ${title}`}
          onClick={() => onNote(chosen)}
        >{t`Note what happened here`}</Button>
        <Button size="compact-sm" variant="subtle" onClick={() => onChoose(undefined)}>{t`Leave it`}</Button>
      </Group>
    </div>
  );
}
