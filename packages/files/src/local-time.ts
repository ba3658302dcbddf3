const millisecondsPerHour = 3_600_000;

/**
 * Whether a wall clock in a time zone ever shows that day and time: where clocks are put forward, an hour
 * of the year is missing. An unknown zone has no times.
 *
 * @example
 * localTimeExists("2026-03-29", 2, 30, "Europe/Berlin") // false: 2 o'clock was followed by 3
 */
export function localTimeExists(date: string, hour: number, minute: number, zone: string): boolean {
  const clock = wallClock(zone);
  if (clock === undefined) return false;
  const asUtc = Date.parse(`${date}T00:00:00Z`) + hour * millisecondsPerHour + minute * 60_000;
  // No zone is further than a day from UTC, and a change of the clocks lies between two of these hours.
  for (const around of [-24, 0, 24]) {
    const offset = clock(asUtc + around * millisecondsPerHour) - (asUtc + around * millisecondsPerHour);
    if (clock(asUtc - offset) === asUtc) return true;
  }
  return false;
}

/** A function from an instant to what the wall clock shows then, both as milliseconds; undefined for an unknown zone. */
function wallClock(zone: string): ((instant: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    return (instant) => Date.parse(`${format.format(instant).replace(" ", "T")}Z`);
  } catch {
    return undefined;
  }
}
