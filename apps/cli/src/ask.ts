import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** Asks questions on the terminal; where there is none, each answer is a line of the standard input. */
export interface Asking {
  ask(question: string): Promise<string>;
  /** The same without showing what is typed. */
  askHidden(question: string): Promise<string>;
  end(): void;
}

/** Begins to ask; call `end` when done, so that the command can end. */
export function openAsking(): Asking {
  const isTerminal = process.stdin.isTTY === true;
  let isHidden = false;
  // What is typed is shown by the terminal's line, so it is this that keeps quiet.
  const output = new Writable({
    write(text: Uint8Array, _encoding, done) {
      if (!isHidden) process.stderr.write(text);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: isTerminal });
  const answers = lines[Symbol.asyncIterator]();
  const next = async () => {
    const { done, value } = await answers.next();
    return done === true ? "" : value;
  };
  return {
    async ask(question) {
      if (isTerminal) process.stderr.write(question);
      return (await next()).trim();
    },
    async askHidden(question) {
      if (!isTerminal) return next();
      process.stderr.write(question);
      isHidden = true;
      const answer = await next();
      isHidden = false;
      process.stderr.write("\n");
      return answer;
    },
    end: () => lines.close(),
  };
}
