import type { Station } from "./station.ts";
import { alertStations } from "./stations/alerts.ts";
import { caseResultStations } from "./stations/case-results.ts";
import { casesStations } from "./stations/cases.ts";
import { candidatesStations } from "./stations/candidates.ts";
import { emptyStations } from "./stations/empty.ts";
import { financeStations } from "./stations/finance.ts";
import { governanceStations } from "./stations/governance.ts";
import { importStations } from "./stations/import.ts";
import { initiativeStations } from "./stations/initiative.ts";
import { kpisStations } from "./stations/kpis.ts";
import { logStations } from "./stations/log.ts";
import { moneyStations } from "./stations/money.ts";
import { newInitiativeStations } from "./stations/new-initiative.ts";
import { organisationStations } from "./stations/organisation.ts";
import { portfolioStations } from "./stations/portfolio.ts";
import { productionStations } from "./stations/production.ts";
import { registerStations } from "./stations/registers.ts";
import { retirementStations } from "./stations/retirement.ts";
import { shellStations } from "./stations/shell.ts";
import { stateStations } from "./stations/states.ts";

/** Every page and everything that opens on one, a list for each part of the product. */
export const stations: readonly Station[] = [
  ...portfolioStations,
  ...initiativeStations,
  ...newInitiativeStations,
  ...casesStations,
  ...caseResultStations,
  ...governanceStations,
  ...productionStations,
  ...registerStations,
  ...alertStations,
  ...candidatesStations,
  ...logStations,
  ...importStations,
  ...kpisStations,
  ...moneyStations,
  ...financeStations,
  ...retirementStations,
  ...organisationStations,
  ...shellStations,
  ...stateStations,
  ...emptyStations,
];
