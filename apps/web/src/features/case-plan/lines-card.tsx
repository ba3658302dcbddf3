import { Button, Card, Stack, Text, Title } from "@mantine/core";
import type { LiveCase } from "./live-case.ts";
import { newBenefit, newCost, type Side } from "./edit-plan.ts";
import { LineCard } from "./line-card.tsx";
import { usePlanForm } from "./plan-form.ts";
import { t } from "../../words.ts";

/** The benefits of a plan, or its costs: one to open at a time or several, and another to add. */
export function LinesCard({ side, live }: { side: Side; live: LiveCase | undefined }) {
  const { typed, isShort, change, toggleLine, problemAt } = usePlanForm();
  const lines = typed[side];
  const title = side === "benefits" ? t`Benefits` : t`Costs`;
  const problem = lines.length === 0 ? problemAt(`/${side}`) : undefined;
  const add = () => {
    if (side === "benefits") {
      const line = newBenefit(typed, { name: t`New benefit`, kind: isShort ? "money" : "factors" });
      change((before) => ({ ...before, benefits: [...before.benefits, line] }));
      toggleLine(line.id, true);
    } else {
      const line = newCost(typed, t`New cost`);
      change((before) => ({ ...before, costs: [...before.costs, line] }));
      toggleLine(line.id, true);
    }
  };
  return (
    <Card withBorder padding="md" component="section" aria-labelledby={`plan-${side}`}>
      <Title order={2} fz="lg" mb="sm" id={`plan-${side}`}>
        {title}
      </Title>
      <Stack gap="xs">
        {lines.map((line, index) => (
          <LineCard key={line.id} at={`/${side}/${index}`} line={line} total={live?.totalOf.get(line.id)} />
        ))}
        {problem !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)">
            {problem}
          </Text>
        )}
        <div>
          <Button variant="default" data-path={`/${side}`} onClick={add}>
            {side === "benefits" ? t`Add a benefit` : t`Add a cost`}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}
