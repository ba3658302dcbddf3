/** How far an import has come. */
export interface ImportProgress {
  /** "waiting" for another import to end; what is "committing" can no longer be cancelled. */
  readonly stage: "waiting" | "reading" | "writing" | "committing";
  /** Rows of the file that this stage has dealt with. */
  readonly rows: number;
  /** Of the whole import, between 0 and 1; it never falls. */
  readonly fraction: number;
}

/** Who watches an import, and may stop it as long as nothing is committed: it then throws the signal's reason. */
export interface ImportWatch {
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a signal is aborted with where somebody cancels an import. */
export class ImportCancelled extends Error {
  override name = "ImportCancelled";

  constructor() {
    super("The import was cancelled. Nothing was written; the same file can be imported again.");
  }
}

/** Reading takes about a third as long as comparing and writing the same rows. */
const shareOfReading = 0.3;
const shareOfWriting = 0.65;
/** Most files are looked at twice: to decide how they are to be read, and to read them. */
const looksExpected = 2;
const cellsBetweenReports = 1000;

/** Turns what the steps of an import report into how far it has come as a whole. */
export class ImportMeter {
  readonly #watch: ImportWatch;
  readonly #fileBytes: number | undefined;
  #look = 0;
  #bytesBefore = Infinity;
  #fraction = 0;
  #cells = 0;

  constructor(watch: ImportWatch, fileBytes: number | undefined) {
    this.#watch = watch;
    this.#fileBytes = fileBytes;
  }

  /** Of the bytes and rows of one look at the file; fewer bytes than before are those of the next look. */
  readonly read = ({ bytes, rows }: { bytes: number; rows: number }): void => {
    if (bytes < this.#bytesBefore) this.#look += 1;
    this.#bytesBefore = bytes;
    const share = this.#fileBytes === undefined ? 0 : Math.min(bytes / Math.max(this.#fileBytes, 1), 1);
    this.#report("reading", rows, (shareOfReading * (this.#look - 1 + share)) / looksExpected);
  };

  /** Counts a cell that was compared and written; throws where the import was cancelled meanwhile. */
  writeCell(whole: { cells: number; rows: number }): void {
    this.#cells += 1;
    if (this.#cells % cellsBetweenReports !== 0) return;
    this.#watch.signal?.throwIfAborted();
    const share = Math.min(this.#cells / whole.cells, 1);
    this.#report("writing", Math.round(whole.rows * share), shareOfReading + shareOfWriting * share);
  }

  /** The change begins, and may do so again where it collided with another. */
  beginWriting(): void {
    this.#watch.signal?.throwIfAborted();
    this.#cells = 0;
    this.#report("writing", 0, shareOfReading);
  }

  /** From here on the import cannot be cancelled any more. */
  commit(rows: number): void {
    this.#watch.signal?.throwIfAborted();
    this.#report("committing", rows, shareOfReading + shareOfWriting);
  }

  #report(stage: ImportProgress["stage"], rows: number, fraction: number): void {
    const most = stage === "reading" ? shareOfReading : 1;
    this.#fraction = Math.max(this.#fraction, Math.min(fraction, most));
    this.#watch.onProgress?.({ stage, rows, fraction: this.#fraction });
  }
}

/** How long the rest takes at the speed so far; null as long as that says nothing. */
export function secondsLeft(fraction: number, elapsedSeconds: number): number | null {
  if (fraction < 0.02 || elapsedSeconds < 1) return null;
  return Math.ceil((elapsedSeconds * (1 - fraction)) / fraction);
}
