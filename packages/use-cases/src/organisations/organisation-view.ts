import type { Organisation as WireOrganisation } from "@liftledger/contracts/organisation";
import { countInitiatives } from "@liftledger/database/initiatives";
import type { Organisation } from "@liftledger/database/organisations";
import type { Reader } from "@liftledger/database/transaction";

/** An organisation as it crosses the wire, with the number of its initiatives. */
export async function organisationView(
  db: Reader,
  { organisationId, name, kind, currency, timeZone, version }: Organisation,
): Promise<WireOrganisation> {
  const initiatives = await countInitiatives(db, organisationId);
  return { organisationId, name, kind, currency, timeZone, initiatives, version };
}
