import { t } from "../../words.ts";

/** What a note can be about, under a name for it in a form. */
export interface NotedThing {
  key: string;
  name: string;
  on: { initiativeId: string } | { seriesId: string };
}

/** The key of the initiative whose page it is. */
export const ownInitiative = "";

/** An initiative whose page it is, and the series that it claims. */
export function initiativeAndSeries(
  initiativeId: string,
  series: readonly { seriesId: string; name: string }[],
): NotedThing[] {
  return [
    { key: ownInitiative, name: t`This initiative`, on: { initiativeId } },
    ...series.map(({ seriesId, name }) => ({ key: seriesId, name, on: { seriesId } })),
  ];
}
