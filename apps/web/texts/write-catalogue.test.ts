import { describe, expect, it } from "vitest";
import { sourceTree } from "./syntax-tree.ts";
import { writeCatalogue } from "./write-catalogue.ts";

describe("writeCatalogue", () => {
  it("writes each text once, in order, with where it stands and what fills it", () => {
    const page = sourceTree(
      "page.tsx",
      "t`Save`; t`Close ${month}`; plural(n, form`${n} week`, form`${n} weeks`);",
    );
    const form = sourceTree("form.tsx", "t`Save`;");
    const { catalogue, faults } = writeCatalogue([page, form]);
    expect(faults).toEqual([]);
    expect(catalogue.match(/^msgid.*$/gm)).toEqual([
      'msgid ""',
      'msgid "Close {0}"',
      'msgid "Save"',
      'msgid "{0} week"',
      'msgid_plural "{0} weeks"',
    ]);
    expect(catalogue).toMatch(/#\. \{0\}: month\n#: .*page\.tsx\nmsgid "Close \{0\}"\nmsgstr ""\n/);
    expect(catalogue).toMatch(/#: .*page\.tsx\n#: .*form\.tsx\nmsgid "Save"/);
  });

  it("tells that one text is a plural in one place only", () => {
    const page = sourceTree("page.tsx", "t`${n} week`; plural(n, form`${n} week`, form`${n} weeks`);");
    expect(writeCatalogue([page]).faults).toEqual([expect.stringContaining("is a plural in one place")]);
  });
});
