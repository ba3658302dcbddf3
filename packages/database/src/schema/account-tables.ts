import type { ExactInteger } from "./exact-integer.ts";

interface AuthUsersTable {
  id: string;
  name: string;
  email: string;
  email_verified: number;
  image: string | null;
  two_factor_enabled: number | null;
  created_at: string;
  updated_at: string;
}

interface AuthSessionsTable {
  id: string;
  token: string;
  user_id: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
  ip_address: string | null;
  user_agent: string | null;
}

interface AuthAccountsTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  password: string | null;
  created_at: string;
  updated_at: string;
}

interface AuthVerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

interface AuthTwoFactorsTable {
  id: string;
  secret: string;
  backup_codes: string;
  user_id: string;
  verified: number | null;
}

interface AuthRateLimitsTable {
  id: string;
  key: string;
  count: number;
  last_request: ExactInteger;
}

interface AuthSecretsTable {
  id: string;
  value: string;
}

/** What better-auth keeps; it knows no organisation. */
export interface AccountTables {
  auth_users: AuthUsersTable;
  auth_sessions: AuthSessionsTable;
  auth_accounts: AuthAccountsTable;
  auth_verifications: AuthVerificationsTable;
  auth_two_factors: AuthTwoFactorsTable;
  auth_rate_limits: AuthRateLimitsTable;
  auth_secrets: AuthSecretsTable;
}
