import { Button, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { categoryName, classNames, isBenefit, type PlanLine } from "../cases/plan-words.ts";
import { withLine, withoutLine } from "./edit-plan.ts";
import { LineFields } from "./line-fields.tsx";
import { LineRange } from "./line-range.tsx";
import { moneyWords } from "./live-case.ts";
import { usePlanForm } from "./plan-form.ts";
import { ValueTable } from "./value-table.tsx";
import { form, plural, t } from "../../words.ts";

export interface LineCardProps {
  /** Where the line stands in the plan: "/costs/0". */
  at: string;
  line: PlanLine;
  /** What it comes to; null where it is not valued yet, undefined while nothing can be reckoned. */
  total: string | null | undefined;
}

/** What every part of a line's editor works with. */
export interface LineProps {
  at: string;
  line: PlanLine;
  onChange: (change: (line: PlanLine) => PlanLine) => void;
}

/** One line of a plan: its name and what it comes to, and opened everything that is said of it. */
export function LineCard({ at, line, total }: LineCardProps) {
  const { change, isLineOpen, toggleLine, problems, typed } = usePlanForm();
  const isOpen = isLineOpen(line.id);
  const onChange: LineProps["onChange"] = (next) => change((plan) => withLine(plan, line.id, next));
  const found = problems.filter(({ lineId }) => lineId === line.id).length;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const kind = isBenefit(line) ? classNames[line.class] : categoryName(line.category);
  return (
    <Paper withBorder>
      <UnstyledButton
        w="100%"
        p="sm"
        aria-expanded={isOpen}
        data-path={at}
        onClick={() => toggleLine(line.id)}
      >
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Chevron size={16} aria-hidden style={{ flex: "none" }} />
            <div style={{ minWidth: 0 }}>
              <Text fw={600} component="span">
                {line.name.trim() === "" ? t`Without a name` : line.name}
              </Text>
              <Text size="sm" c="dimmed">
                {kind}
                {found > 0 &&
                  ` · ${plural(found, form`${found} thing missing`, form`${found} things missing`)}`}
              </Text>
            </div>
          </Group>
          <Text className="tabular" component="span" ta="right">
            {total === undefined
              ? ""
              : total === null
                ? t`not valued yet`
                : moneyWords(total, typed.currency)}
          </Text>
        </Group>
      </UnstyledButton>
      {isOpen && (
        <Stack gap="md" p="sm" pt={0}>
          <LineFields at={at} line={line} onChange={onChange} />
          <ValueTable at={at} line={line} onChange={onChange} />
          <LineRange at={at} line={line} onChange={onChange} />
          <div>
            <Button
              size="xs"
              variant="subtle"
              px={0}
              onClick={() => change((plan) => withoutLine(plan, line.id))}
            >{t`Take this line away`}</Button>
          </div>
        </Stack>
      )}
    </Paper>
  );
}
