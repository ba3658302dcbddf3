/** A file as an import sees it: its name, and its bytes from the beginning each time they are asked for. */
export interface FileSource {
  readonly name: string;
  /** How many bytes it has, where that is known before it is read. */
  readonly bytes?: number | undefined;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What is to be imported: the file, the second one its recipe joins, and the recipe as JSON text. */
export interface ImportRequest {
  readonly file: FileSource;
  readonly lookup?: FileSource | undefined;
  readonly recipe: string;
  /** The currency of new series that measure money; the organisation's when left out. */
  readonly currency?: string | undefined;
}
