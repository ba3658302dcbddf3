import type { Hono } from "hono";

/** The browser of one person: it keeps the cookies that it was sent, and gives them back. */
export class BrowserOfOne {
  readonly cookies = new Map<string, string>();
  readonly #app: Hono;
  readonly #address: () => string;

  /** `address` is where a request comes from, another one each time: tries are limited by it. */
  constructor(app: Hono, address: () => string) {
    this.#app = app;
    this.#address = address;
  }

  async send(method: "GET" | "POST", path: string, body?: object) {
    const headers = new Headers({ "X-Forwarded-For": this.#address() });
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (cookies !== "") headers.set("Cookie", cookies);
    if (body !== undefined) headers.set("Content-Type", "application/json");
    const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await this.#app.request(`/api/v1${path}`, request);
    const text = await response.text();
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return { response, text };
  }

  /** Whose session it is in; null where it is in nobody's. */
  async person(): Promise<string | null> {
    const { text } = await this.send("GET", "/session");
    const session = JSON.parse(text) as { kind: string; email?: string };
    return session.kind === "signed-in" ? (session.email ?? "") : null;
  }

  #keep(line: string): void {
    const [name = "", ...value] = (line.split(";")[0] ?? "").split("=");
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value.join("="));
  }
}
