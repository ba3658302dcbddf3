import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useOrganisationId } from "../../use-organisation.ts";
import type { Evidence } from "./queries.ts";
import classes from "./evidence-list.module.css";
import { InitiativeLink } from "../initiative/initiative-link.tsx";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

export interface EvidenceListProps {
  initiativeId: string;
  evidence: readonly Evidence[];
}

/** What shows a score: links, references of files, and things of the product, each where it leads. */
export function EvidenceList({ initiativeId, evidence }: EvidenceListProps) {
  return (
    <ul className={classes["evidence"]} aria-label={t`What shows it`}>
      {evidence.map((shown) => (
        <li key={keyOf(shown)}>
          <Shown shown={shown} initiativeId={initiativeId} />
        </li>
      ))}
    </ul>
  );
}

function Shown({ shown, initiativeId }: { shown: Evidence; initiativeId: string }) {
  const organisationId = useOrganisationId();
  if (shown.kind === "file") return <Text size="sm">{t`File: ${shown.reference}`}</Text>;
  if (shown.kind === "link")
    return (
      <Anchor size="sm" href={shown.address} target="_blank" rel="noreferrer noopener">
        {shown.text}
      </Anchor>
    );
  if (shown.noun === "business-case")
    return (
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            to="/$organisationId/cases/$caseId"
            params={{ organisationId, caseId: shown.id }}
            {...props}
          />
        )}
      >
        {shown.text}
      </Anchor>
    );
  if (shown.noun === "initiative" || shown.noun === "baseline")
    return (
      <InitiativeLink
        size="sm"
        initiativeId={initiativeId}
        {...(shown.noun === "baseline" ? { hash: "set-up" } : {})}
      >
        {shown.noun === "baseline" ? t`Baseline: ${shown.text}` : formatSentence(shown.text)}
      </InitiativeLink>
    );
  if (shown.noun === "workflow" || shown.noun === "production")
    return (
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            to={`/$organisationId/initiatives/$initiativeId/${shown.noun === "workflow" ? "workflow" : "production"}`}
            params={{ organisationId, initiativeId: shown.id }}
            {...props}
          />
        )}
      >
        {shown.text}
      </Anchor>
    );
  if (shown.noun === "data-asset")
    return (
      <Anchor
        size="sm"
        renderRoot={(props) => <Link to="/$organisationId/data" params={{ organisationId }} {...props} />}
      >
        {t`Data: ${shown.text}`}
      </Anchor>
    );
  return <Text size="sm">{shown.text}</Text>;
}

function keyOf(shown: Evidence): string {
  if (shown.kind === "link") return `${shown.address} ${shown.text}`;
  return shown.kind === "file" ? shown.reference : `${shown.noun} ${shown.id}`;
}
