import type { EndpointOutput, EndpointRequest } from "@liftledger/contracts/endpoints";
import { Notice } from "@liftledger/contracts/notice";
import { listDigests as listStored } from "@liftledger/database/digests";
import { parseJson } from "@liftledger/database/json";
import { messagesCreatedAt, type Message } from "@liftledger/database/messages";
import { inSnapshot } from "@liftledger/database/transaction";
import type { Context } from "../context.ts";
import { deliveryViews } from "../delivery/delivery-view.ts";
import { mayActAs, mustBe } from "../permissions.ts";

/** The digests that were made, the latest first: to whom each went, and what became of each message. */
export async function listDigests(
  ctx: Context,
  query: EndpointRequest<"listDigests">["query"],
): Promise<EndpointOutput<"listDigests">> {
  mustBe(ctx, "viewer");
  return inSnapshot(ctx.db, async (db) => {
    const { rows, nextCursor } = await listStored(db, ctx.organisationId, query);
    // A digest and its messages are written in one transaction, at one instant.
    const instants = rows.map(({ madeAt }) => madeAt);
    const messages = await messagesCreatedAt(db, ctx.organisationId, { kind: "digest", instants });
    const views = await deliveryViews(ctx, db, messages);
    const told = Map.groupBy(views, (_view, place) => digestOf(messages[place]));
    const tellsWhy = mayActAs(ctx.actor.role, "admin");
    return {
      rows: rows.map(({ kind, period, madeAt }) => ({
        kind,
        period,
        madeAt,
        deliveries: (told.get(`${kind} ${period}`) ?? []).map(
          ({ kind: _kind, title: _title, createdAt: _at, ...delivery }) => ({
            ...delivery,
            error: tellsWhy ? delivery.error : null,
          }),
        ),
      })),
      nextCursor,
    };
  });
}

function digestOf(message: Message | undefined): string {
  const digest = message === undefined ? null : parseJson(Notice, message.content).digest;
  return digest === null ? "" : `${digest.kind} ${digest.period}`;
}
