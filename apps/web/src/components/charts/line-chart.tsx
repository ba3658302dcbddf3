import { useComputedColorScheme } from "@mantine/core";
import {
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import annotation from "chartjs-plugin-annotation";
import { useEffect, useRef } from "react";
import { chartColours } from "./chart-colours.ts";
import { lineChartConfig } from "./line-chart-config.ts";
import type { LineChartSpec } from "./line-chart-spec.ts";

Chart.register(
  LineController,
  LineElement,
  PointElement,
  LinearScale,
  CategoryScale,
  Filler,
  Tooltip,
  annotation,
);

export interface LineChartProps {
  spec: LineChartSpec;
  /** Says what the picture shows, for those who do not see it: the finding. */
  label: string;
  /** Told which point a pointer chose. */
  onPoint?: ((index: number) => void) | undefined;
}

/** A time chart on a canvas. Fills its parent, which must have a height. */
export function LineChart({ spec, label, onPoint }: LineChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Chart>(undefined);
  const scheme = useComputedColorScheme("light");
  useEffect(() => {
    if (canvas.current === null) return undefined;
    const place = canvas.current;
    const draw = (as: "light" | "dark") => new Chart(place, lineChartConfig(spec, chartColours(as)));
    let chart = draw(scheme);
    drawn.current = chart;
    let alive = true;
    // Paper is light, whatever the screen was.
    const redraw = (as: "light" | "dark") => () => {
      if (scheme === "light") return;
      chart.destroy();
      chart = draw(as);
      drawn.current = chart;
    };
    const [onPaper, onScreen] = [redraw("light"), redraw(scheme)];
    window.addEventListener("beforeprint", onPaper);
    window.addEventListener("afterprint", onScreen);
    // Text drawn before the font arrived has the wrong width.
    void document.fonts.ready.then(() => (alive ? chart.update("none") : undefined));
    return () => {
      alive = false;
      window.removeEventListener("beforeprint", onPaper);
      window.removeEventListener("afterprint", onScreen);
      chart.destroy();
    };
  }, [spec, scheme]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      onClick={({ nativeEvent }) => {
        const nearest = { intersect: false } as const;
        const [point] = drawn.current?.getElementsAtEventForMode(nativeEvent, "index", nearest, false) ?? [];
        if (point !== undefined) onPoint?.(point.index);
      }}
    />
  );
}
