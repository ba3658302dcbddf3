import type { Verdict } from "@liftledger/contracts/evaluation";
import { Box, Text, type TextProps } from "@mantine/core";
import { markPaths, verdictLooks } from "./verdict-look.ts";

/** The shape alone; decoration, since the word always stands beside it. */
export function StatusShape({ status, size = 13 }: { status: Verdict["status"]; size?: number }) {
  const { shape, colour } = verdictLooks[status];
  const hollow = shape === "ring";
  return (
    <svg
      width={size}
      height={size}
      viewBox="-6.5 -6.5 13 13"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none" }}
    >
      <path
        d={markPaths[shape]}
        fill={hollow ? "none" : colour}
        stroke={hollow ? colour : "none"}
        strokeWidth={1.6}
        {...(hollow ? { strokeDasharray: "2.2 1.6" } : {})}
      />
    </svg>
  );
}

export interface StatusMarkProps extends TextProps {
  verdict: Verdict;
  shapeSize?: number;
}

/** Shape, word and colour together. */
export function StatusMark({ verdict, shapeSize = 13, ...text }: StatusMarkProps) {
  return (
    <Text
      span
      size="sm"
      fw={500}
      c={verdictLooks[verdict.status].colour}
      style={{ display: "inline-flex", alignItems: "baseline", gap: 6 }}
      {...text}
    >
      <Box component="span" style={{ display: "inline-flex", transform: "translateY(0.1em)" }}>
        <StatusShape status={verdict.status} size={shapeSize} />
      </Box>
      <span>{verdict.headline}</span>
    </Text>
  );
}
