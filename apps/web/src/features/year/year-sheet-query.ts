import type { PeriodType } from "@liftledger/kpis/period";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { clientOf } from "../../api.ts";

/** Which sheet of a year: of which year, in weeks or months, of which series and how many of them. */
export interface AskedYear {
  year: string;
  periodType: PeriodType;
  q: string;
  limit: number;
}

/** What there is to log of a whole year. */
export const yearSheetQuery = (organisationId: string, { year, periodType, q, limit }: AskedYear) =>
  queryOptions({
    queryKey: [organisationId, "year-sheet", year, periodType, q, limit],
    queryFn: ({ signal }) =>
      clientOf(organisationId).call("getYearSheet", {
        query: { year, periodType, limit, ...(q === "" ? {} : { q }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
