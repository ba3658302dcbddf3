import { Badge } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconHelp } from "@tabler/icons-react";
import { resultNames } from "./gate-words.ts";
import type { Answered } from "./queries.ts";

const looks = {
  met: { icon: IconCheck, colour: "var(--ll-actual)" },
  unmet: { icon: IconAlertTriangle, colour: "var(--ll-cost)" },
  unknown: { icon: IconHelp, colour: "var(--ll-quiet)" },
};

/** How a criterion is answered: a shape and the word. */
export function ResultMark({ result }: { result: Answered["result"] }) {
  const { icon: Icon, colour } = looks[result];
  return (
    <Badge
      variant="default"
      tt="none"
      fw={500}
      styles={{ root: { flex: "none" } }}
      leftSection={<Icon size={14} color={colour} aria-hidden />}
    >
      {resultNames[result]}
    </Badge>
  );
}
