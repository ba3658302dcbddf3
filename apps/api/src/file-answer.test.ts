import { createClient } from "@liftledger/contracts/client";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { fileAnswer } from "./file-answer.ts";

describe("fileAnswer", () => {
  it.each(["Scored-leads-v1.xlsx", "Größere-Bestellungen-v2.xlsx", "第一-v1.xlsx", 'a"b\r\nc.xlsx'])(
    "hands %j to the client as it is named, with every byte",
    async (fileName) => {
      const bytes = Uint8Array.from({ length: 256 }, (_, place) => place);
      const app = new Hono();
      app.all("*", (c) => fileAnswer(c, "application/octet-stream", { fileName, bytes }));
      const fetch = async (url: string, init: RequestInit) => app.request(url, init);
      const client = createClient({ baseUrl: "", organisationId: "default", fetch });
      const params = { caseId: "c1", number: 1 };
      expect(await client.call("getCaseWorkbook", { params })).toEqual({ fileName, bytes });
    },
  );
});
