import type { Database } from "@liftledger/database/open-database";
import type { SignInServer } from "../sign-in-server.ts";
import { AccessLedger } from "./access-ledger.ts";
import { accessStateOf, faultOfAccessState } from "./access-state.ts";
import { BrowserOfOne } from "./browser-of-one.ts";
import { chanceOf } from "./chance.ts";
import { faultOfAnswer } from "./judge-answer.ts";
import { oddAnswers, type Comer, type OddAnswer } from "./odd-answers.ts";

/** What became of answers of a sign-in server. */
export interface PlayedSignOns {
  asked: number;
  statuses: Record<string, number>;
  /** Each with the seed by which it comes again. */
  faults: string[];
}

const names = Object.keys(oddAnswers);
const answerPath = "/session/single-sign-on/answer";
/** No refusal says more than this: what the other server said may be as long as it likes. */
const longestRefusal = 2000;

/** How many ways there are in which an answer is odd: so many seeds in a row go through all of them. */
export const waysToBeOdd = names.length;

/**
 * Has people come back from the company's sign-in server with something in each answer otherwise than it should be, and
 * finds what is not answered as it must be: no failure of our own, a session for nobody but the person it is of, nothing
 * written by what is refused, and nothing written that the audit chain is not told of.
 */
export async function playSingleSignOn(
  db: Database,
  seeds: Iterable<number>,
  server: SignInServer,
): Promise<PlayedSignOns> {
  const ledger = new AccessLedger(db, server.signOn("http://localhost"));
  await ledger.begin();
  const played: PlayedSignOns = { asked: 0, statuses: {}, faults: [] };
  for (const seed of seeds) {
    const name = names[seed % names.length] as string;
    const tell = (what: string) => played.faults.push(`seed ${seed}, ${name}: ${what.slice(0, 500)}`);
    try {
      await playOne(ledger, server, { name, seed, played, tell });
    } catch (error) {
      tell(String(error));
    }
    for (const failure of ledger.failures.splice(0)) tell(String(failure));
    server.answers(() => {});
    await db.write.deleteFrom("auth_rate_limits").execute();
  }
  return played;
}

interface Playing {
  name: string;
  seed: number;
  played: PlayedSignOns;
  tell: (what: string) => void;
}

async function playOne(
  ledger: AccessLedger,
  server: SignInServer,
  { name, seed, played, tell }: Playing,
): Promise<void> {
  const browser = () => new BrowserOfOne(ledger.app, () => ledger.address());
  const { personId, email } = await ledger.invited();
  const comer: Comer = { personId, email, subject: `there-${personId}`, browser: browser() };
  const other = await ledger.person();
  const coming = { ledger, server, chance: chanceOf(seed), comer, other, elsewhere: browser() };
  const bind = async (by: BrowserOfOne) => {
    const search = await visit(server, { ...comer, browser: by }, {});
    const { response, text } = await by.send("POST", answerPath, { search });
    if (response.status !== 200) throw new Error(`the first sign-in: ${response.status} ${text}`);
  };
  const odd = await oddAnswers[name]?.({ ...coming, bind });
  if (odd === undefined) throw new Error(`there is no way ${name}`);
  const search = await visit(server, comer, odd);
  await odd.meanwhile?.();
  const wasIn = await comer.browser.person();
  const kept = new Map(comer.browser.cookies);
  const brought = odd.search?.(search) ?? search;
  for (const must of odd.twice === true ? [odd.must, "be refused" as const] : [odd.must]) {
    const before = await accessStateOf(ledger.db);
    const { response, text } = await comer.browser.send("POST", answerPath, { search: brought });
    const { status } = response;
    played.asked += 1;
    played.statuses[status] = (played.statuses[status] ?? 0) + 1;
    const after = await accessStateOf(ledger.db);
    const fault = faultOfAnswer(response, text) ?? faultOfAccessState(status, before, after);
    if (fault !== undefined) tell(fault);
    if (status >= 400 && text.length > longestRefusal) tell(`a refusal of ${text.length} characters`);
    if (must !== undefined && (status === 200) !== (must === "enter"))
      tell(`${status}, must ${must}: ${text}`);
    const isIn = await comer.browser.person();
    if (isIn !== null && isIn !== email) tell(`${status}, and in the session of ${isIn}`);
    if (status >= 400 && must === odd.must && isIn !== wasIn)
      tell(`${status}, and yet in a session of ${isIn}`);
    if (status === 200 && isIn === null) tell("200, and yet in no session");
    // The second time with the cookies of the first, as whoever took them would.
    comer.browser.cookies.clear();
    for (const [cookie, value] of kept) comer.browser.cookies.set(cookie, value);
  }
}

/** Begins here and signs in there: the query with which the browser is sent back. */
async function visit(
  server: SignInServer,
  { subject, email, browser }: Comer,
  { claims, tokens }: OddAnswer,
): Promise<string> {
  const begun = await browser.send("POST", "/session/single-sign-on");
  if (!begun.response.ok) throw new Error(`to begin: ${begun.response.status} ${begun.text}`);
  const { address } = JSON.parse(begun.text) as { address: string };
  server.answers(tokens ?? (() => {}));
  return server.visit(address, { sub: subject, email, email_verified: true, ...claims });
}
