/** A mail as it is handed to the mail server. */
export interface Letter {
  /** The same however often it is tried. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** A call of a webhook. */
export interface WebhookCall {
  messageId: string;
  address: string;
  secret: string;
  body: string;
  /** The instant of this attempt, which is signed with it. */
  now: string;
}

/** By what messages leave a process. Each throws, in words that people read, where it did not arrive. */
export interface Couriers {
  /** Null where no mail server is set up. */
  readonly mail: ((letter: Letter) => Promise<void>) | null;
  /** From which address; null where no mail server is set up. */
  readonly mailFrom: string | null;
  readonly post: (call: WebhookCall) => Promise<void>;
  /** Whether webhooks may call this very machine, without https: for tests and trials, by a setting of the server. */
  readonly allowsLoopback: boolean;
  /** By which people reach the server, for links. */
  readonly publicUrl: string;
}
