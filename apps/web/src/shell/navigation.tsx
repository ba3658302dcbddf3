import { NavLink, Text } from "@mantine/core";
import {
  IconArrowsDiff,
  IconBell,
  IconBarrierBlock,
  IconBriefcase,
  IconBulb,
  IconCalendarCheck,
  IconChecklist,
  IconChartPie,
  IconClockHour4,
  IconCoins,
  IconDatabase,
  IconGauge,
  IconNotebook,
  IconPencilPlus,
  IconPresentation,
  IconRuler2,
  IconTableImport,
  IconTag,
  IconTargetArrow,
  IconTool,
  IconListDetails,
} from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { AlertsCount } from "../features/alerts/alerts-count.tsx";
import { ApprovalsCount } from "../features/approvals/approvals-count.tsx";
import { useOrganisationId } from "../use-organisation.ts";
import { pageGroups, pages } from "./pages.ts";

const icons = {
  portfolio: IconGauge,
  board: IconPresentation,
  log: IconPencilPlus,
  new: IconTargetArrow,
  cases: IconBriefcase,
  import: IconTableImport,
  kpis: IconListDetails,
  sources: IconArrowsDiff,
  approvals: IconChecklist,
  "unit-values": IconTag,
  periods: IconCalendarCheck,
  rates: IconCoins,
  benchmarks: IconRuler2,
  "shared-costs": IconChartPie,
  governance: IconBarrierBlock,
  tools: IconTool,
  data: IconDatabase,
  alerts: IconBell,
  candidates: IconBulb,
  learnings: IconNotebook,
  "work-split": IconClockHour4,
};

/** How much waits there for the reader. */
const counts = { approvals: <ApprovalsCount />, alerts: <AlertsCount /> };

type Page = (typeof pages)[number];
const groupOf = (page: Page) => ("group" in page ? page.group : undefined);

/** The left navigation: one link a page, and under their name those that stand together. */
export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const linkOf = (page: Page) => <PageLink key={page.key} page={page} onNavigate={onNavigate} />;
  return (
    <>
      {pages.filter((page) => groupOf(page) === undefined).map(linkOf)}
      {Object.entries(pageGroups).map(([key, name]) => (
        <div key={key} role="group" aria-labelledby={`pages-${key}`}>
          <Text size="xs" fw={600} c="dimmed" px="sm" pt="md" pb={4} id={`pages-${key}`}>
            {name}
          </Text>
          {pages.filter((page) => groupOf(page) === key).map(linkOf)}
        </div>
      ))}
    </>
  );
}

function PageLink({ page, onNavigate }: { page: Page; onNavigate: () => void }) {
  const organisationId = useOrganisationId();
  const { pathname } = useLocation();
  const Icon = icons[page.key];
  const here = pathname === `/${organisationId}/${page.key}`;
  // An initiative is reached from the portfolio and belongs to it.
  const active =
    here ||
    (page.key === "portfolio" && pathname.startsWith(`/${organisationId}/initiatives/`)) ||
    (page.key === "cases" && pathname.startsWith(`/${organisationId}/cases/`));
  return (
    <NavLink
      label={page.name}
      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
      rightSection={counts[page.key as keyof typeof counts] ?? null}
      active={active}
      aria-current={here ? "page" : undefined}
      onClick={onNavigate}
      renderRoot={(props) => <Link to={page.to} params={{ organisationId }} {...props} />}
    />
  );
}
