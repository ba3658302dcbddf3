import { Badge } from "@mantine/core";
import { IconCheck, IconClock, IconCornerUpLeft, IconPencil, IconX } from "@tabler/icons-react";
import { statusNames, type CaseStatus } from "./case-words.ts";

const icons = {
  draft: IconPencil,
  submitted: IconClock,
  returned: IconCornerUpLeft,
  approved: IconCheck,
  withdrawn: IconX,
  superseded: IconX,
};

/** How far a version is: a shape and the word. */
export function StatusBadge({ status }: { status: CaseStatus }) {
  const Icon = icons[status];
  return (
    <Badge variant="default" tt="none" fw={500} leftSection={<Icon size={12} aria-hidden />}>
      {statusNames[status]}
    </Badge>
  );
}
