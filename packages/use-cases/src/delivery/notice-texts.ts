import type { Notice } from "@liftledger/contracts/notice";
import { sayDays } from "@liftledger/kpis/say-days";
import { sayNumbers } from "@liftledger/kpis/say-numbers";

/** What a notice says, part by part, for every form it is written in. */
interface Said {
  title: string;
  /** Paragraphs. */
  paragraphs: string[];
  sections: { title: string; lines: string[] }[];
  link: string;
}

/** How a reader is told days, and where the product is. */
export interface Reading {
  publicUrl: string;
  locale: string;
  /** The day of an instant by the organisation's clock. */
  dayOf: (instant: string) => string;
}

function saidOf(
  { title, text, alert, digest, organisation, path }: Notice,
  { publicUrl, locale, dayOf }: Reading,
): Said {
  const initiative = alert?.initiative ?? null;
  const about = initiative === null ? [] : [`Initiative: ${initiative.name}`];
  const since = alert === null ? [] : [`Since ${dayOf(alert.since)}. ${alert.whatToDo}`];
  const say = (sentence: string) => sayDays(sayNumbers(sentence, locale), locale);
  return {
    title: `${organisation.name}: ${say(title)}`,
    paragraphs: [...[text].map(say), ...about, ...since.map(say)].filter((part) => part !== ""),
    sections: (digest?.sections ?? []).map(({ title: name, lines, more }) => ({
      title: name,
      lines: [...lines.map(say), ...(more === 0 ? [] : [`… and ${more} more`])],
    })),
    link: `${publicUrl}${path}`,
  };
}

/** A mail: plain text, and the same as a page without anything fetched. */
export function mailOf(notice: Notice, reading: Reading): { subject: string; text: string; html: string } {
  const { title, paragraphs, sections, link } = saidOf(notice, reading);
  const text = [
    ...paragraphs,
    ...sections.flatMap((section) => [section.title, ...section.lines.map((line) => `  ${line}`)]),
    link,
  ].join("\n\n");
  const html = [
    `<h1 style="font-size:18px">${escaped(title)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...sections.map(
      (section) =>
        `<h2 style="font-size:15px">${escaped(section.title)}</h2><ul>${section.lines
          .map((line) => `<li>${escaped(line)}</li>`)
          .join("")}</ul>`,
    ),
    `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`,
  ].join("\n");
  // A line break in a subject would begin another header.
  return { subject: title.replaceAll(/\s+/g, " "), text: `${text}\n`, html };
}

/** The body of a call in the form that its receiver reads; for a program ("json") days stay as they sort. */
export function webhookBody(format: "json" | "slack" | "teams", notice: Notice, reading: Reading): string {
  if (format === "json") return JSON.stringify({ ...notice, link: `${reading.publicUrl}${notice.path}` });
  const said = saidOf(notice, reading);
  return JSON.stringify(format === "slack" ? slackMessage(said) : teamsMessage(said));
}

const longestSlackText = 2900;

/** Slack's blocks; "&", "<" and ">" are the signs it reads, and each block has its length. */
function slackMessage({ title, paragraphs, sections, link }: Said) {
  const block = (text: string) => ({
    type: "section",
    text: { type: "mrkdwn", text: text.slice(0, longestSlackText) },
  });
  const plain = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return {
    text: plain(title),
    blocks: [
      { type: "header", text: { type: "plain_text", text: title.slice(0, 150), emoji: false } },
      ...(paragraphs.length === 0 ? [] : [block(paragraphs.map(plain).join("\n"))]),
      ...sections.map((section) =>
        block(`*${plain(section.title)}*\n${section.lines.map((line) => `• ${plain(line)}`).join("\n")}`),
      ),
      block(`<${link}|Open in Liftledger>`),
    ],
  };
}

/** An adaptive card, as the workflows of Teams take it. */
function teamsMessage({ title, paragraphs, sections, link }: Said) {
  const text = (value: string, more: object = {}) => ({
    type: "TextBlock",
    text: withoutMarkdown(value),
    wrap: true,
    ...more,
  });
  return {
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
          type: "AdaptiveCard",
          version: "1.4",
          body: [
            text(title, { size: "Medium", weight: "Bolder" }),
            ...paragraphs.map((paragraph) => text(paragraph)),
            ...sections.flatMap((section) => [
              text(section.title, { weight: "Bolder" }),
              ...section.lines.map((line) => text(line)),
            ]),
          ],
          actions: [{ type: "Action.OpenUrl", title: "Open in Liftledger", url: link }],
        },
      },
    ],
  };
}

/** A name that somebody chose is no link and no heading. */
function withoutMarkdown(text: string): string {
  return text.replaceAll(/([\\*_[\]()#`])/g, "\\$1");
}

function escaped(text: string): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
