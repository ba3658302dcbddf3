/** The one row of a list that was made from one; throws when there is none, which would be our own mistake. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const row = rows[0];
  if (row === undefined) throw new Error("A list made from one row is empty.");
  return row;
}
