/** A licence's cost of 400 that was booked in a month. */
export const licenceCost = (month: string, currency = "EUR") => ({
  category: "licences" as const,
  month,
  amount: "400",
  currency,
  kind: "actual" as const,
  source: "ledger",
});
