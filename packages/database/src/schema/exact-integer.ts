import type { ColumnType } from "kysely";
import type { SelectWithExactInteger } from "../columns.ts";

/** A bigint column: written as bigint, read only through `exactInteger`. */
export type ExactInteger = ColumnType<SelectWithExactInteger, bigint, bigint>;
