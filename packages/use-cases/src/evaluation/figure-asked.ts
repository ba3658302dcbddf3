/** A figure that is asked for by its id, valued until a day with what was known at an instant; today and now without. */
export interface FigureAsked {
  figureId: string;
  until?: string | undefined;
  asOf?: string | undefined;
}
