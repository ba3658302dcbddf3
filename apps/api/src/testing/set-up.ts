/** Who makes the first admin of a server in a test. */
export const firstAdmin = {
  name: "Ada Vance",
  email: "ada@vance.example",
  password: "copper lantern meadow",
};

/**
 * Makes the first admin of a running server with the link in what it printed. Answers the cookies of the session, as
 * a browser would send them.
 */
export async function setUp(address: string, printed: string): Promise<string> {
  const token = /\/access#(\S+)/.exec(printed)?.[1];
  const response = await fetch(`${address}/api/v1/access-links/set-up`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...firstAdmin, token }),
  });
  if (!response.ok) throw new Error(`the set-up answered ${response.status}: ${await response.text()}`);
  return cookiesIn(response);
}

/** The cookies that a response sets, as a browser would send them. */
export function cookiesIn({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
