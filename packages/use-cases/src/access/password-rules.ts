import { ProblemError } from "../problem.ts";

/** The fewest characters; what they are is free. */
const fewestCharacters = 10;
/** On zxcvbn's scale of 0 to 4: what a fast guess with the lists of leaked passwords does not find. */
const lowestScore = 3;

type Check = (password: string, known: readonly string[]) => number;
let loading: Promise<Check> | undefined;

/**
 * Throws "invalid-request" for a password that is short, common, leaked, or made of what is known of the person.
 * Nothing is asked of any other server: the lists come with the package, and are read when first needed.
 *
 * @param known the person's name and e-mail
 */
export async function refuseWeakPassword(
  password: string,
  known: readonly string[],
  field = "password",
): Promise<void> {
  const refuse = (message: string) => {
    throw new ProblemError("invalid-request", message, [{ field, message }]);
  };
  if ([...password].length < fewestCharacters) {
    refuse(`A password has at least ${fewestCharacters} characters. Three or four unrelated words do well.`);
  }
  const scoreOf = await (loading ??= loadLists());
  const words = ["liftledger", ...known.flatMap((text) => [text, ...text.split(/[\s@._-]+/)])];
  if (scoreOf(password, words) >= lowestScore) return;
  refuse(
    "This password is on the lists of leaked ones, or easily guessed. Three or four unrelated words do well.",
  );
}

async function loadLists(): Promise<Check> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs: graphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const zxcvbn = new ZxcvbnFactory({ graphs, dictionary });
  return (password, known) => zxcvbn.check(password, [...known]).score;
}
