import { t } from "../../words.ts";

/** The templates of the engine as a page names them. */
export const templates: readonly { key: string; name: string; sentence: string }[] = [
  {
    key: "content-acceleration",
    name: t`Content acceleration`,
    sentence: t`AI drafts, people finish: the same content in fewer hours.`,
  },
  {
    key: "personalization-at-scale",
    name: t`Personalisation at scale`,
    sentence: t`Pages, offers and e-mails fit themselves to the person who sees them.`,
  },
  {
    key: "predictive-lead-scoring",
    name: t`Predictive lead scoring`,
    sentence: t`A model says which leads are worth a call first: more deals with the same team.`,
  },
];
