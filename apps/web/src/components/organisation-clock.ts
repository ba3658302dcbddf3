let shown: string | undefined;

/** From now on instants, and which day it is, are told by the clock of this time zone; by the reader's where none is known. */
export function followClock(timeZone: string | undefined): void {
  shown = timeZone;
}

/** The time zone that instants are told in; undefined for the reader's own. */
export function followedZone(): string | undefined {
  return shown;
}

/** The time zone of this computer. */
export function readersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
