import type { FunnelRate, Portfolio } from "@liftledger/contracts/portfolio";
import { Box, Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { LikelyFigure } from "../explain/likely-figure.tsx";
import { SentenceFigure } from "../explain/sentence-figure.tsx";
import { funnelFinding } from "./funnel-finding.ts";
import { t, tx } from "../../words.ts";

/** How far the initiatives come, each rate with its likely range against what is published of other companies. */
export function FunnelCard({ funnel }: { funnel: Portfolio["funnel"] }) {
  const rates = [
    { key: "reached", name: t`Pilots that reached Scale`, rate: funnel.reachedScale },
    { key: "returns", name: t`At scale with a measured return`, rate: funnel.returnsAtScale },
    { key: "scrapped", name: t`Pilots given up before Scale`, rate: funnel.scrapped },
  ];
  const undecided = <SentenceFigure figureId="portfolio/funnel-undecided" text={`${funnel.undecided}`} />;
  return (
    <Paper withBorder p="md" miw={0} component="section" aria-labelledby="funnel">
      <Title order={2} fz={18} fw={700} id="funnel">
        {funnelFinding(funnel)}
      </Title>
      <Text
        size="sm"
        c="dimmed"
        mb="sm"
        display={rates.some(({ rate }) => rate.figure !== null) ? undefined : "none"}
      >{t`Line: likely range. Tick: the rate published of other companies, whose pilots may mean something else.`}</Text>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
        {rates.map(({ key, name, rate }) => (
          <Box key={key} miw={0}>
            <Text size="sm" c="dimmed">
              {name}
            </Text>
            {rate.figure === null ? (
              <Text size="sm">{rate.sentence}</Text>
            ) : (
              <>
                <LikelyFigure figure={rate.figure} />
                <RateStrip rate={rate} />
                <Text size="sm">{rate.sentence}</Text>
              </>
            )}
          </Box>
        ))}
      </SimpleGrid>
      {funnel.undecided > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {funnel.undecided === 1
            ? tx`${undecided} of the pilots is still running and can change these rates.`
            : tx`${undecided} of the pilots are still running and can change these rates.`}
        </Text>
      )}
    </Paper>
  );
}

/** A rate from 0 to 100% with its interval and the published one, where that counts the same; the same numbers stand beside it as text. */
function RateStrip({ rate: { figure, published, against } }: { rate: FunnelRate }) {
  const at = (share: number | string) => `${Number(share) * 100}%`;
  if (figure?.value === null || figure === null) return null;
  return (
    <Box py={4} px={6}>
      <svg
        width="100%"
        height={22}
        aria-hidden="true"
        focusable="false"
        style={{ display: "block", overflow: "visible" }}
      >
        <rect width="100%" y={8} height={6} rx={3} fill="var(--ll-band)" />
        {figure.interval !== null && (
          <line
            x1={at(figure.interval.low)}
            x2={at(figure.interval.high)}
            y1={11}
            y2={11}
            stroke="var(--ll-actual)"
            strokeWidth={2.5}
          />
        )}
        <circle cx={at(figure.value)} cy={11} r={5} fill="var(--ll-actual)" />
        {published !== null && against !== "not-comparable" && (
          <line
            x1={at(published)}
            x2={at(published)}
            y1={0}
            y2={22}
            stroke="var(--ll-label)"
            strokeWidth={2}
          />
        )}
      </svg>
    </Box>
  );
}
