import { administrationLists } from "./administration-lists.ts";
import { benchmarkLists } from "./benchmark-lists.ts";
import { caseLists } from "./case-lists.ts";
import { governanceLists } from "./governance-lists.ts";
import { initiativeLists } from "./initiative-lists.ts";
import { ledgerLists } from "./ledger-lists.ts";
import { moneyLists } from "./money-lists.ts";
import { noticeLists } from "./notice-lists.ts";

/** Every list of the endpoint table: what it is ordered and filtered by. */
export const lists = {
  ...ledgerLists,
  ...initiativeLists,
  ...moneyLists,
  ...benchmarkLists,
  ...governanceLists,
  ...caseLists,
  ...noticeLists,
  ...administrationLists,
};
