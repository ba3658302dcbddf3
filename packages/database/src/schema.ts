import type { AccountTables } from "./schema/account-tables.ts";
import type { AlertTables } from "./schema/alert-tables.ts";
import type { BaselineTables } from "./schema/baseline-tables.ts";
import type { BenchmarkTables } from "./schema/benchmark-tables.ts";
import type { CaseTables } from "./schema/case-tables.ts";
import type { CostTables } from "./schema/cost-tables.ts";
import type { GateTables } from "./schema/gate-tables.ts";
import type { ImportTables } from "./schema/import-tables.ts";
import type { InitiativeTables } from "./schema/initiative-tables.ts";
import type { LedgerTables } from "./schema/ledger-tables.ts";
import type { MeasuredTables } from "./schema/measured-tables.ts";
import type { OrganisationTables } from "./schema/organisation-tables.ts";
import type { ReadinessTables } from "./schema/readiness-tables.ts";
import type { RegisterTables } from "./schema/register-tables.ts";

/** Every table, as the latest migration leaves it. Kysely types its queries by it. */
export interface Schema
  extends
    OrganisationTables,
    MeasuredTables,
    ImportTables,
    InitiativeTables,
    BaselineTables,
    CostTables,
    BenchmarkTables,
    CaseTables,
    GateTables,
    ReadinessTables,
    RegisterTables,
    AlertTables,
    LedgerTables,
    AccountTables {}
