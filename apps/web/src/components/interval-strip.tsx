import { axisShare, type IntervalAxis, type IntervalRow } from "./interval-axis.ts";

export interface IntervalStripProps extends IntervalRow {
  axis: IntervalAxis;
  /** A CSS colour of the palette. */
  colour: string;
  /** Path of the mark around the origin, 10 units wide. */
  markPath: string;
  /** Dashed while the point waits: too early to judge. */
  tentative?: boolean;
}

const height = 26;
const middle = height / 2;

/**
 * An interval against its band on a shared axis, as inline SVG. The numbers stand beside it as text, so it
 * is hidden from assistive technology.
 */
export function IntervalStrip({ axis, value, low, high, floor, ceiling, ...style }: IntervalStripProps) {
  const at = (position: number) => `${(axisShare(axis, position) * 100).toFixed(2)}%`;
  return (
    <svg
      width="100%"
      height={height}
      aria-hidden="true"
      focusable="false"
      style={{ display: "block", overflow: "visible" }}
    >
      {floor !== null && <Band axis={axis} floor={floor} ceiling={ceiling} />}
      <line x1={at(0)} x2={at(0)} y1={1} y2={height - 1} stroke="var(--ll-band-edge)" strokeDasharray="2 2" />
      {low !== null && high !== null && (
        <>
          <line
            x1={at(low)}
            x2={at(high)}
            y1={middle}
            y2={middle}
            stroke={style.colour}
            strokeWidth={2.5}
            {...(style.tentative === true ? { strokeDasharray: "4 2" } : {})}
          />
          {low < axis.low && <Arrow x={at(low)} points="0,-4 -6,0 0,4" colour={style.colour} />}
          {high > axis.high && <Arrow x={at(high)} points="0,-4 6,0 0,4" colour={style.colour} />}
        </>
      )}
      {value !== null && style.tentative !== true && (
        <svg x={at(value)} y={middle} overflow="visible">
          <path
            d={style.markPath}
            fill={style.colour}
            stroke="var(--ll-ground)"
            strokeWidth={1.5}
            paintOrder="stroke"
          />
        </svg>
      )}
    </svg>
  );
}

function Band({ axis, floor, ceiling }: { axis: IntervalAxis; floor: number; ceiling: number | null }) {
  const from = axisShare(axis, floor);
  const to = ceiling === null ? 1 : axisShare(axis, ceiling);
  return (
    <>
      <rect
        x={`${from * 100}%`}
        width={`${Math.max(0, to - from) * 100}%`}
        y={3}
        height={height - 6}
        fill="var(--ll-band)"
      />
      <line x1={`${from * 100}%`} x2={`${from * 100}%`} y1={3} y2={height - 3} stroke="var(--ll-band-edge)" />
    </>
  );
}

function Arrow({ x, points, colour }: { x: string; points: string; colour: string }) {
  return (
    <svg x={x} y={middle} overflow="visible">
      <polygon points={points} fill={colour} />
    </svg>
  );
}

/** The ticks of the shared axis, for the header of the column. */
export function IntervalTicks({ axis, label }: { axis: IntervalAxis; label: (tick: number) => string }) {
  return (
    <svg
      width="100%"
      height={14}
      aria-hidden="true"
      focusable="false"
      style={{ display: "block", overflow: "visible" }}
    >
      {axis.ticks.map((tick) => (
        <text
          key={tick}
          x={`${(axisShare(axis, tick) * 100).toFixed(2)}%`}
          y={10}
          textAnchor="middle"
          fontSize={10}
          fontWeight={500}
          fill="var(--ll-quiet)"
        >
          {label(tick)}
        </text>
      ))}
    </svg>
  );
}
