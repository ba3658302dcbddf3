import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useOrganisationId } from "../../use-organisation.ts";
import { gateRulesQuery } from "../gate-rules/queries.ts";
import { askedBy } from "./asked-by.ts";
import { placeOfFact, type FactKey } from "./production-facts.ts";
import classes from "./production.module.css";
import { factWords } from "./production-words.ts";
import { formatSentence } from "../../components/format-sentence.ts";
import { t } from "../../words.ts";

/** The id of the one field of a fact that its name labels. */
export const fieldOfFact = (fact: FactKey) => `${placeOfFact(fact)}-field`;

export interface FactRowProps {
  fact: FactKey;
  /** Whether the name labels a field of it, which then has the id `fieldOfFact`. */
  isLabel?: boolean;
  children: ReactNode;
}

/** A fact: what it is, what is recorded or the fields for it, and why it is asked and by which gate. */
export function FactRow({ fact, isLabel = false, children }: FactRowProps) {
  const place = placeOfFact(fact);
  const { name, why } = factWords[fact];
  const group = { role: "group", "aria-labelledby": `${place}-name`, "aria-describedby": `${place}-why` };
  return (
    <div id={place} className={classes["fact"]} {...(isLabel ? {} : group)}>
      {isLabel ? (
        <Text component="label" display="block" fw={500} htmlFor={fieldOfFact(fact)}>
          {name}
        </Text>
      ) : (
        <Text fw={500} id={`${place}-name`}>
          {name}
        </Text>
      )}
      <div className={classes["said"]}>{children}</div>
      <div id={`${place}-why`}>
        <Text size="sm" c="dimmed">
          {why}
        </Text>
        <Asked fact={fact} />
      </div>
    </div>
  );
}

function Asked({ fact }: { fact: FactKey }) {
  const rules = useQuery(gateRulesQuery(useOrganisationId())).data;
  if (rules === undefined) return null;
  const asked = askedBy(fact, rules);
  return (
    <>
      {asked.length === 0 && <Text size="sm" c="dimmed">{t`No gate asks for it by your rules.`}</Text>}
      {asked.map((sentence) => (
        <Text key={sentence} size="sm" c="dimmed">
          {formatSentence(sentence)}
        </Text>
      ))}
    </>
  );
}
