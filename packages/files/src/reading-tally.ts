import { ownText } from "./own-text.ts";

/** One way of reading a text: the canonical reading, or undefined where the text does not fit. */
export type ReadingCandidate<Style> = { style: Style; read: (text: string) => string | undefined };

export type ReadingDecision<Style> =
  | { kind: "none"; example: string | undefined }
  | { kind: "decided"; style: Style }
  /** Two styles or more fit equally and disagree on `example`: somebody has to say. */
  | { kind: "ambiguous"; example: string; readings: { style: Style; reading: string }[] }
  /** No style reads all: `example` is read by `others` only, though they also read what `style` reads. */
  | { kind: "mixed"; example: string; style: Style; others: Style[] };

const mostRemembered = 50_000;

/**
 * Decides over a whole column how its texts are written, keeping counters and one example a pair, never
 * the column. A style wins when it reads the most texts and no other style that reads as many reads one
 * of them differently; a text two styles read alike is no evidence for either.
 *
 * @example
 * const tally = new ReadingTally([dayFirst, monthFirst]);
 * tally.add("03/04/2026");
 * tally.decide().kind // "ambiguous": 3 April or 4 March
 * tally.add("25/04/2026");
 * tally.decide() // { kind: "decided", style: "dd/MM/yyyy" }
 */
export class ReadingTally<Style> {
  readonly #candidates: readonly ReadingCandidate<Style>[];
  readonly #fits: number[];
  readonly #pairs: PairEvidence[];
  readonly #seen = new Set<string>();
  #unread: string | undefined;
  #texts = 0;

  constructor(candidates: readonly ReadingCandidate<Style>[]) {
    this.#candidates = candidates;
    this.#fits = candidates.map(() => 0);
    this.#pairs = candidates.flatMap(() => candidates.map(() => ({ overlaps: false })));
  }

  /** Counts a text. Texts that repeat are evidence once. */
  add(cell: string): void {
    if (this.#seen.has(cell)) return;
    const text = ownText(cell);
    if (this.#seen.size < mostRemembered) this.#seen.add(text);
    this.#texts += 1;
    const readings = this.#candidates.map(({ read }) => read(text));
    if (readings.every((reading) => reading === undefined)) this.#unread ??= text;
    readings.forEach((reading, index) => {
      if (reading === undefined) return;
      this.#fits[index] = (this.#fits[index] as number) + 1;
      readings.forEach((other, otherIndex) => {
        const pair = this.#pair(index, otherIndex);
        if (other === undefined) pair.exclusive ??= text;
        else {
          pair.overlaps = true;
          if (other !== reading) pair.differs ??= text;
        }
      });
    });
  }

  decide(): ReadingDecision<Style> {
    const most = Math.max(...this.#fits);
    if (most === 0) return { kind: "none", example: this.#unread };
    const best = [...this.#fits.keys()].filter((index) => this.#fits[index] === most);
    const first = best[0] as number;
    const example = best.map((index) => this.#pair(first, index).differs).find((text) => text !== undefined);
    if (example !== undefined) return { kind: "ambiguous", example, readings: this.#readings(best, example) };
    return this.#mixed(first) ?? { kind: "decided", style: this.#style(first) };
  }

  /** The styles that read the most texts, agreeing ones once, and which share of the different texts they read. */
  best(): { best: Style[]; share: number } {
    const most = Math.max(...this.#fits);
    if (most === 0) return { best: [], share: 0 };
    const best = [...this.#fits.keys()].filter((index) => this.#fits[index] === most);
    const different = best.filter((index, place) =>
      best.slice(0, place).every((earlier) => this.#pair(earlier, index).differs !== undefined),
    );
    return { best: different.map((index) => this.#style(index)), share: most / this.#texts };
  }

  #mixed(chosen: number): ReadingDecision<Style> | undefined {
    const others = [...this.#fits.keys()].filter((index) => {
      const pair = this.#pair(index, chosen);
      return index !== chosen && pair.overlaps && pair.exclusive !== undefined;
    });
    const example = others.map((index) => this.#pair(index, chosen).exclusive)[0];
    if (example === undefined) return undefined;
    return {
      kind: "mixed",
      example,
      style: this.#style(chosen),
      others: others.map((index) => this.#style(index)),
    };
  }

  /** What the styles make of a text, each reading once. */
  #readings(indexes: readonly number[], text: string): { style: Style; reading: string }[] {
    const readings = new Map<string, { style: Style; reading: string }>();
    for (const index of indexes) {
      const candidate = this.#candidates[index] as ReadingCandidate<Style>;
      const reading = candidate.read(text);
      if (reading !== undefined && !readings.has(reading))
        readings.set(reading, { style: candidate.style, reading });
    }
    return [...readings.values()];
  }

  #style(index: number): Style {
    return (this.#candidates[index] as ReadingCandidate<Style>).style;
  }

  #pair(index: number, other: number): PairEvidence {
    return this.#pairs[index * this.#candidates.length + other] as PairEvidence;
  }
}

/** What is known of two styles: a text only the first reads, a text they read differently, whether any text is read by both. */
type PairEvidence = { exclusive?: string; differs?: string; overlaps: boolean };
