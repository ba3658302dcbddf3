/** What kept answers may take at most. */
export interface KeptLimits {
  readonly milliseconds: number;
  readonly answers: number;
  readonly characters: number;
}

const usualLimits: KeptLimits = { milliseconds: 600_000, answers: 200, characters: 32 * 1024 * 1024 };

/** Answers by what they were asked, for a while: the one asked for longest ago makes room. */
export class KeptAnswers {
  readonly #limits: KeptLimits;
  readonly #now: () => number;
  readonly #answers = new Map<string, { answer: unknown; size: number; at: number }>();
  #size = 0;

  constructor(limits: Partial<KeptLimits> = {}, now: () => number = () => performance.now()) {
    this.#limits = { ...usualLimits, ...limits };
    this.#now = now;
  }

  /** The answer, or undefined where it is not kept (any more). */
  find(key: string): unknown {
    const found = this.#answers.get(key);
    if (found === undefined) return undefined;
    this.#drop(key);
    if (this.#now() - found.at > this.#limits.milliseconds) return undefined;
    this.#put(key, found);
    return found.answer;
  }

  keep(key: string, answer: unknown): void {
    const size = answer instanceof Uint8Array ? answer.byteLength : JSON.stringify(answer).length;
    if (size > this.#limits.characters) return;
    this.#drop(key);
    this.#put(key, { answer, size, at: this.#now() });
    for (const oldest of this.#answers.keys()) {
      if (this.#size <= this.#limits.characters && this.#answers.size <= this.#limits.answers) return;
      this.#drop(oldest);
    }
  }

  #put(key: string, kept: { answer: unknown; size: number; at: number }): void {
    this.#answers.set(key, kept);
    this.#size += kept.size;
  }

  #drop(key: string): void {
    this.#size -= this.#answers.get(key)?.size ?? 0;
    this.#answers.delete(key);
  }
}
