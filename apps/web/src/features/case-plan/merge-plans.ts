/**
 * What two people made of the same plan, put together: where only one of them changed something it is theirs, where both
 * did it is mine. Lines are matched by their ids, scenarios by their names; both sides' new ones are kept, and what
 * either took away is gone unless the other changed it.
 */
export function mergePlans<Value>(base: Value, mine: Value, theirs: Value): Value {
  return merged(base, mine, theirs) as Value;
}

function merged(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || isSame(mine, theirs)) return mine;
  if (isKeyed(mine) && isKeyed(theirs)) return mergedRows(isKeyed(base) ? base : [], mine, theirs);
  if (isRecord(base) && isRecord(mine) && isRecord(theirs)) {
    const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    return Object.fromEntries(
      [...keys].map((key) => [key, merged(base[key], mine[key], theirs[key])] as const),
    );
  }
  return mine;
}

type Row = Record<string, unknown>;

/** Theirs in their order, then what only I have. */
function mergedRows(base: readonly Row[], mine: readonly Row[], theirs: readonly Row[]): Row[] {
  const rowIn = (rows: readonly Row[], key: unknown) => rows.find((row) => keyOf(row) === key);
  const keys = new Set([...theirs, ...mine].map(keyOf));
  return [...keys].flatMap((key) => {
    const [was, own, other] = [rowIn(base, key), rowIn(mine, key), rowIn(theirs, key)];
    if (own === undefined) return was === undefined || !isSame(was, other) ? rowsOf(other) : [];
    if (other === undefined) return was === undefined || !isSame(was, own) ? [own] : [];
    return rowsOf(merged(was, own, other) as Row);
  });
}

const rowsOf = (row: Row | undefined): Row[] => (row === undefined ? [] : [row]);

const keyOf = (row: Row): unknown => row["id"] ?? row["name"] ?? row["field"];

function isKeyed(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) &&
    value.every((row) => isRecord(row) && typeof keyOf(row) === "string" && !("lineId" in row))
  );
}

function isRecord(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Both come from the same maker, so that equal plans are equal texts. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
