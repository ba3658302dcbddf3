import { published, type PublishedFigure } from "./published-figure.ts";

function context(key: string, what: string, value: string, publisher: string): PublishedFigure {
  return published({ key, group: "context", what, quantity: "share", value, publisher });
}

/** What is published of the field at large: shown beside, never held against anything. */
export const contextFigures: readonly PublishedFigure[] = [
  context(
    "companies-using-ai",
    "companies using AI in at least one business function",
    "0.88",
    "McKinsey 2025",
  ),
  published({
    key: "not-scaling-yet",
    group: "context",
    what: "organisations that have not begun scaling AI across the enterprise",
    quantity: "none",
    asPrinted: "nearly two thirds",
    publisher: "McKinsey 2025",
  }),
  context(
    "data-quality-issues",
    "AI professionals whose company still has significant data quality issues",
    "0.81",
    "Qlik 2025",
  ),
  context(
    "data-quality-neglected",
    "AI professionals who believe leadership is not addressing them",
    "0.85",
    "Qlik 2025",
  ),
  published({
    key: "returns-to-unlock",
    group: "context",
    what: "improved marketing returns AI could unlock in the US, in billion USD",
    quantity: "money",
    high: "90",
    asPrinted: "up to 90",
    publisher: "McKinsey, June 2026",
  }),
  published({
    key: "applied-across-workflows",
    group: "context",
    what: "organisations that apply AI successfully across marketing workflows",
    quantity: "share",
    high: "0.1",
    asPrinted: "under 10%",
    publisher: "McKinsey, June 2026",
  }),
  context(
    "lack-of-understanding",
    "non-adopters naming lack of understanding as the main barrier",
    "0.72",
    "Landbase 2026",
  ),
  context(
    "no-training-from-employer",
    "marketers who get no generative AI training from their employer",
    "0.7",
    "Landbase 2026; SQ Magazine",
  ),
  context(
    "any-formal-training",
    "companies that provide any formal AI training",
    "0.4",
    "Writer and McKinsey",
  ),
  context(
    "cultural-resistance",
    "executives naming cultural resistance as a top barrier",
    "0.54",
    "Writer and McKinsey",
  ),
  context(
    "integration-gaps",
    "enterprise AI pilots that fail through integration gaps",
    "0.95",
    "MIT 2025, cited by Writer",
  ),
  context(
    "small-businesses-using",
    "small businesses already using AI marketing tools",
    "0.54",
    "Constant Contact Q1 2026, Forbes",
  ),
  context(
    "small-businesses-planning",
    "small businesses planning to start this year",
    "0.27",
    "Constant Contact Q1 2026, Forbes",
  ),
];
