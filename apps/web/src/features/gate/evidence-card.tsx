import { Paper, SimpleGrid, Text, Title } from "@mantine/core";
import type { GatePack } from "@liftledger/contracts/gate";
import { FigureCard } from "../../components/figure-card.tsx";
import { formatDate } from "../../components/format-date.ts";
import { formatMoney } from "../../components/format-number.ts";
import { FigureButton } from "../explain/figure-button.tsx";
import { figureOfPack, PackFigure } from "./pack-figure.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { t } from "../../words.ts";

export interface EvidenceCardProps {
  initiativeId: string;
  pack: GatePack;
  isFrozen: boolean;
}

/** The figures the gate is judged by, what going on is worth, and what it will still cost. */
export function EvidenceCard({ initiativeId, pack, isFrozen }: EvidenceCardProps) {
  const { figures, ahead, notAhead, costAhead, until, asOf } = pack;
  const whyNot = notAhead === null ? null : formatSentence(notAhead);
  const forward = figureOfPack(pack, "forward-value");
  // The criterion that it answers opens it.
  const overFloor = figureOfPack(pack, "over-floor");
  const money = ({ amount, currency }: { amount: string; currency: string }) =>
    formatMoney(Number(amount), currency);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="evidence">
      <Title order={2} fz={18} id="evidence">{t`What it brought, and what going on is worth`}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {isFrozen ? t`As it was signed, valued on ${formatDate(until)}.` : t`As things are today.`}{" "}
        {isFrozen && (
          <InitiativeLink
            initiativeId={initiativeId}
            size="sm"
            search={{ until, asOf }}
          >{t`See every figure as it was known then`}</InitiativeLink>
        )}
      </Text>
      <SimpleGrid cols={{ base: 2, md: 3 }} spacing="md">
        {figures
          .filter((figure) => figure !== forward && figure !== overFloor)
          .map((figure) => (
            <FigureCard
              key={figure.figureId}
              label={figure.label}
              value={
                isFrozen ? (
                  <PackFigure figure={figure} pack={pack} isFrozen />
                ) : (
                  <FigureButton figure={figure} numbers={{}} fallback={t`Not yet`} />
                )
              }
              detail={figure.reason === null ? null : formatSentence(figure.reason)}
            />
          ))}
        <FigureCard
          label={t`Forward value`}
          value={
            forward !== undefined ? (
              <PackFigure figure={forward} pack={pack} isFrozen={isFrozen} />
            ) : ahead === null ? (
              t`Not known`
            ) : (
              money(ahead.forwardNetPresentValue)
            )
          }
          detail={
            ahead === null
              ? whyNot
              : money(ahead.asPlanned) === money(ahead.forwardNetPresentValue)
                ? t`With every benefit as planned from here on`
                : t`${money(ahead.asPlanned)} if every benefit came as planned from here on`
          }
        />
        <FigureCard
          label={t`Still to be spent`}
          value={costAhead === null ? t`Not known` : money(costAhead)}
          detail={costAhead === null ? whyNot : t`By the approved case`}
        />
      </SimpleGrid>
      {ahead !== null && (
        <Text size="sm" mt="sm">
          {formatSentence(ahead.sentence)}{" "}
          {t`What was spent before is spent either way and does not count here.`}
        </Text>
      )}
    </Paper>
  );
}
