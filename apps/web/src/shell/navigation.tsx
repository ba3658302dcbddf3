import { NavLink } from "@mantine/core";
import {
  IconArrowsDiff,
  IconBriefcase,
  IconCalendarCheck,
  IconChecklist,
  IconChartPie,
  IconCoins,
  IconGauge,
  IconPencilPlus,
  IconPresentation,
  IconRuler2,
  IconTableImport,
  IconTag,
  IconTargetArrow,
  IconListDetails,
} from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { ApprovalsCount } from "../features/approvals/approvals-count.tsx";
import { useOrganisationId } from "../use-organisation.ts";
import { pages } from "./pages.ts";

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
};

/** The left navigation: one link a page. */
export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const organisationId = useOrganisationId();
  const { pathname } = useLocation();
  return pages.map((page) => {
    const Icon = icons[page.key];
    const here = pathname === `/${organisationId}/${page.key}`;
    // An initiative is reached from the portfolio and belongs to it.
    const active =
      here ||
      (page.key === "portfolio" && pathname.startsWith(`/${organisationId}/initiatives/`)) ||
      (page.key === "cases" && pathname.startsWith(`/${organisationId}/cases/`));
    return (
      <NavLink
        key={page.key}
        label={page.name}
        leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
        rightSection={page.key === "approvals" ? <ApprovalsCount /> : null}
        active={active}
        aria-current={here ? "page" : undefined}
        onClick={onNavigate}
        renderRoot={(props) => <Link to={page.to} params={{ organisationId }} {...props} />}
      />
    );
  });
}
