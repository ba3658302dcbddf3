/**
 * What belongs to an answer stands in the answer, out of sight of JSON and of whoever copies it. A WeakMap would do, but
 * what it leads to outlives the answer until all of the memory is collected: megabytes of every portfolio.
 */
const writtenOf = Symbol("written");
const writerOf = Symbol("writer");

/** Memory that answers are written into, one after the other: over one only when nobody reads it any more. */
export interface AnswerMemory {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many read what stands there now. */
  readers: number;
  /** How many answers were written here: who was given one of them knows by it whether it still stands. */
  turn: number;
}

/** An answer as it was written into some memory. */
export interface WrittenAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly memory: AnswerMemory;
}

/** An answer's bytes, which stay as they are until they are given back. */
export interface LentBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Says that nobody reads the bytes any more. Who never does so keeps them for good. */
  giveBack(): void;
}

interface Answer {
  [writtenOf]?: WrittenAnswer & { turn: number };
  [writerOf]?: () => WrittenAnswer;
}

/**
 * An answer as JSON in UTF-8, as it crosses the wire, for as long as somebody sends it. One that is given again, such as
 * a portfolio that was kept, is written once: it has some megabytes. An answer is not changed after it was given.
 */
export function lendAnswerBytes(answer: object & Answer): LentBytes {
  const { bytes, memory } = standing(answer) ?? written(answer);
  memory.readers += 1;
  let isLent = true;
  const giveBack = () => {
    if (isLent) memory.readers -= 1;
    isLent = false;
  };
  return { bytes, giveBack };
}

/** An answer as JSON in UTF-8, for good. */
export function answerBytes(answer: object): Uint8Array<ArrayBuffer> {
  return lendAnswerBytes(answer).bytes;
}

/** Has an answer written in another way, which must give what `JSON.stringify` gives of it. */
export function writeAnswerBy(answer: object & Answer, write: () => WrittenAnswer): void {
  Object.defineProperty(answer, writerOf, { value: write });
}

function standing(answer: Answer): WrittenAnswer | null {
  const known = answer[writtenOf];
  return known !== undefined && known.turn === known.memory.turn ? known : null;
}

function written(answer: object & Answer): WrittenAnswer {
  const made = answer[writerOf]?.() ?? inMemoryOfItsOwn(Buffer.from(JSON.stringify(answer)));
  const value = { ...made, turn: made.memory.turn };
  // What is frozen is written every time.
  Reflect.defineProperty(answer, writtenOf, { value, configurable: true });
  return made;
}

function inMemoryOfItsOwn(bytes: Uint8Array<ArrayBuffer>): WrittenAnswer {
  return { bytes, memory: { bytes, readers: 0, turn: 0 } };
}
