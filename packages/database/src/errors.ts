/** Nothing with that id exists in the organisation asked about; another organisation's rows count as absent. */
export class NotFoundError extends Error {
  override name = "NotFoundError";
  readonly noun: string;
  readonly id: string;

  constructor(noun: string, id: string) {
    super(`There is no ${noun} ${id}.`);
    this.noun = noun;
    this.id = id;
  }
}

/** Somebody changed the row since the caller read it: read it again, then decide. */
export class LostUpdateError extends Error {
  override name = "LostUpdateError";
  readonly noun: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly foundVersion: number;

  constructor(noun: string, id: string, expectedVersion: number, foundVersion: number) {
    super(
      `The ${noun} ${id} is at version ${foundVersion}; the change was made from version ${expectedVersion}.`,
    );
    this.noun = noun;
    this.id = id;
    this.expectedVersion = expectedVersion;
    this.foundVersion = foundVersion;
  }
}

/** The baseline is not in the state the step needs: only a draft is frozen, only a frozen one is superseded. */
export class BaselineStatusError extends Error {
  override name = "BaselineStatusError";
  readonly baselineId: string;
  readonly found: string;
  readonly needed: string;

  constructor(baselineId: string, found: string, needed: string) {
    super(`The baseline ${baselineId} is ${found}; this needs one that is ${needed}.`);
    this.baselineId = baselineId;
    this.found = found;
    this.needed = needed;
  }
}

/** The database could not be opened; the message is one line that says which and why. */
export class CannotOpenDatabaseError extends Error {
  override name = "CannotOpenDatabaseError";
}

/** Another process kept the write lock for longer than a change waits: nothing was written, try again later. */
export class DatabaseBusyError extends Error {
  override name = "DatabaseBusyError";
}

/** The database was migrated by a newer version of this software, which must not write into it. */
export class NewerSchemaError extends Error {
  override name = "NewerSchemaError";
  readonly found: string;
  readonly known: string;

  constructor(found: string, known: string) {
    super(
      `The database has schema ${found}, made by a newer version; this version knows up to ${known}. Start the newer version, or restore a backup made before it.`,
    );
    this.found = found;
    this.known = known;
  }
}

/**
 * The commit was asked for and no answer can be trusted: the rows may be there or not. The honest reply
 * is "outcome unknown"; retry with the same idempotency key.
 */
export class OutcomeUnknownError extends Error {
  override name = "OutcomeUnknownError";
}

/** Another process committed a change with a later instant meanwhile: nothing was written, and the same again may succeed. */
export class OvertakenError extends Error {
  override name = "OvertakenError";
}

/** The disk failed under this process: it writes no more, since what it believes to be on the disk may not be there. */
export class DiskFailedError extends Error {
  override name = "DiskFailedError";
}

/** There is a ledger where one was to be restored, and nobody said that it is to be replaced. */
export class LedgerNotEmptyError extends Error {
  override name = "LedgerNotEmptyError";
}

/** A file that was to be restored is not a whole export or copy of a ledger; nothing was changed. */
export class DamagedExportError extends Error {
  override name = "DamagedExportError";
}

/** The cursor was not given by a page of this list in this order. */
export class InvalidCursorError extends Error {
  override name = "InvalidCursorError";
  readonly cursor: string;

  constructor(cursor: string, sort: string) {
    super(`expected is the nextCursor of a page before of this list, sorted by ${sort}`);
    this.cursor = cursor;
  }
}
