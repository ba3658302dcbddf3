import { createTransport } from "nodemailer";
import type { Letter } from "./couriers.ts";

const waitMilliseconds = 20_000;

/**
 * Hands letters to a mail server, "smtps://name:password@mail.example:465" or "smtp://mail.example:587". The id of a message is its
 * Message-ID, so that a mail that had to be sent again is known by it.
 */
export function mailCourier(smtpUrl: string, from: string): (letter: Letter) => Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: waitMilliseconds,
    greetingTimeout: waitMilliseconds,
    socketTimeout: waitMilliseconds,
    // Nothing is read from files or fetched for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.replace(/.*@/, "").replace(/[^A-Za-z0-9.-].*/, "");
  return async ({ messageId, to, subject, text, html }) => {
    const sent = await transport.sendMail({
      from,
      to: { name: "", address: to },
      subject,
      text,
      html,
      messageId: `<${messageId}@${domain}>`,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
    if (sent.rejected.length > 0) throw new Error("The mail server did not take the address.");
  };
}
