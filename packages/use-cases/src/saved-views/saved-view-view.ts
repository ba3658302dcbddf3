import type { SavedView as WireSavedView } from "@liftledger/contracts/saved-view";
import type { SavedView } from "@liftledger/database/saved-views";
import type { Context } from "../context.ts";
import type { PersonNames } from "../people/person-names.ts";

/** A saved view as it crosses the wire, to the person who asks. */
export function savedViewView(
  ctx: Context,
  { personId, page, isDefault, ...view }: SavedView,
  nameOf: PersonNames,
): WireSavedView {
  const isOwn = personId === ctx.actor.personId;
  return {
    ...view,
    page: page as WireSavedView["page"],
    // What a page opens with is everybody's own.
    isDefault: isOwn && isDefault,
    isOwn,
    savedBy: nameOf(personId),
  };
}
