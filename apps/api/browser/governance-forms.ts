import { dialogBy, initiativePath, main, under, type FormCase } from "./failing-form.ts";
import { seen } from "./seen.ts";
import { clientOn, joinFinance, type Server } from "./start-server.ts";
import { goToSetUp } from "./walk-steps.ts";

const gateToSign = initiativePath("Brief-to-draft assistant", "/gate");

/** A gate at which somebody else asks for what nothing stands in the way of. */
async function gateThatWaits(server: Server): Promise<string> {
  const path = await gateToSign(server);
  const initiativeId = path.split("/").at(-2) ?? "";
  await clientOn(await joinFinance(server, "Hana Sato"), "demo").call("openGateReview", {
    params: { initiativeId },
    body: { decision: "hold", reason: "Its texts are to be read first" },
  });
  return path;
}

/** The forms by which a pilot is led to production, each as somebody fills it in. */
export const governanceForms: Record<string, FormCase> = {
  "the series that tells adoption": {
    path: initiativePath("Checkout personalisation"),
    async open(page) {
      await goToSetUp(page);
      const card = page.locator("#who-uses-it");
      // It loads when one comes near it, and grows by its chart.
      await card.scrollIntoViewIfNeeded();
      await card.getByRole("button", { name: "Change what tells it" }).click();
      return card;
    },
    async fill(form) {
      await form.getByLabel("The business case means the same by adoption").uncheck();
    },
    send: "Save the series",
  },
  "what an initiative needs in production": {
    path: initiativePath(undefined, "/production"),
    open: under("Record what it needs"),
    async fill(form) {
      await form.getByLabel("How it stands").selectOption("It was opened");
      await form.getByLabel("Opened on").fill("2026-05-04");
      await form.getByLabel("Where it is written").first().fill("Handbook, chapter 4");
      await form.getByLabel("Who answers for it").first().fill("Ada Vance");
    },
    send: "Save what it needs",
  },
  "a tool": {
    path: "/demo/tools",
    open: dialogBy("Enter a tool"),
    async fill(form) {
      await form.getByLabel("Name", { exact: true }).fill("Rank writer");
      await form.getByLabel("Vendor").fill("Ranker Ltd");
    },
    send: "Save the tool",
  },
  data: {
    path: "/demo/data",
    open: dialogBy("Enter data"),
    async fill(form) {
      await form.getByLabel("Which data").fill("Search terms of the shop");
      await form.getByLabel("Lives in").fill("Shop log");
    },
    send: "Save the data",
  },
  "how work is done": {
    path: initiativePath("Localisation engine", "/workflow"),
    open: under("Change the workflow"),
    fill: (form) => form.getByLabel("Scope").fill("Texts of all campaigns, and of packaging"),
    send: "Save the workflow",
  },
  "who answers for what": {
    path: initiativePath(undefined, "/responsibility"),
    open: main,
    async fill(form) {
      await form.getByLabel("Last bias audit on").fill("2026-05-18");
      await form.getByLabel("Audited by").fill("Ines Duarte");
      await form.getByLabel("What was found").fill("Nothing that leans to one side");
    },
    send: "Save the register",
  },
  "how a week was split": {
    path: "/demo/work-split",
    open: main,
    async fill(form) {
      await form.getByLabel("Mechanical hours").fill("26");
      await form.getByLabel("Strategic hours").fill("12");
    },
    send: "Send my hours",
  },
  "the estimate of an idea": {
    path: "/demo/candidates",
    open: dialogBy(/^Estimate /),
    fill: (form) => form.getByLabel("Effort, in weeks of one person").fill("7"),
    send: "Save the estimate",
  },
  "what was learned": {
    path: "/demo/learnings",
    open: under("Change what was learned of Service chat assistant"),
    fill: (form) => form.getByLabel("What happened").fill("It took six weeks, and then it held"),
    send: "Save what was learned",
  },
  "the rules of alerts": {
    path: "/demo/alert-rules",
    open: main,
    async fill(form) {
      // A switch is drawn over its box.
      const quiet = form.getByRole("switch", { name: "Quiet hours" });
      await quiet.setChecked(true, { force: true });
      await form.getByLabel("From", { exact: true }).fill("19:30");
    },
    send: "Save the rules",
  },
  "an alert that is put off": {
    path: "/demo/alerts",
    open: under(/^Put off: /),
    async fill(form) {
      await form.getByLabel("Back on").fill("2099-01-11");
      await form.getByLabel("Why", { exact: true }).fill("The export comes with the new shop");
    },
    send: "Put it off",
  },
  "an answer of readiness": {
    path: initiativePath("Lead-routing classifier", "/readiness"),
    open: under(/^Answer: Is the workflow/),
    async fill(form) {
      await form.getByLabel("Score").selectOption("3");
      await form.getByLabel("Address of link 1").fill("https://wiki.example/map");
    },
    send: "Save the answer",
  },
  "a task of the roadmap": {
    path: initiativePath("Service chat assistant", "/roadmap"),
    open: under("Add a task"),
    async fill(form) {
      await form.getByLabel("What is to be done").fill("Ask the works council");
      await form.getByLabel("Who does it").fill("Ada Vance");
      await form.getByLabel("From", { exact: true }).fill("2026-12-01");
      await form.getByLabel("Due", { exact: true }).fill("2026-12-11");
      await form.getByLabel("What will show it").fill("The minutes");
    },
    send: "Add the task",
  },
  "a task of the roadmap that is changed": {
    path: initiativePath("Service chat assistant", "/roadmap"),
    open: under(/^Change: /),
    async fill(form) {
      await form.getByLabel("Who does it").fill("Tom Reed");
      await form.getByLabel("What will show it").fill("The map, signed by the service desk");
    },
    send: "Save the task",
  },
  "what closes a task of the roadmap": {
    path: initiativePath("Service chat assistant", "/roadmap"),
    open: under(/^Close: /),
    async fill(form) {
      await form.getByLabel("Kind of evidence 1").selectOption("file");
      await form.getByLabel("Reference of file 1").fill("minutes-of-the-board.pdf");
    },
    send: "Close the task",
  },
  "why a task is taken off the roadmap": {
    path: initiativePath("Service chat assistant", "/roadmap"),
    open: under(/^Take off: /),
    fill: (form) => form.getByLabel("Why", { exact: true }).fill("Another team does it for all"),
    send: "Take it off",
  },
  "a webhook": {
    path: "/demo/alert-rules",
    open: dialogBy("Add a webhook"),
    async fill(form) {
      await form.getByLabel("Name", { exact: true }).fill("Growth channel");
      await form.getByLabel("Address").fill("https://hooks.example/alerts");
      await form.getByLabel("Form of the messages").selectOption("slack");
    },
    send: "Save the webhook",
  },
  "a rule that would end it": {
    path: initiativePath("Lead-routing classifier", "/gate"),
    open: under("Declare a rule"),
    async fill(form) {
      await form.getByLabel("What is looked at").selectOption("spend");
      await form.getByLabel(/^Limit, in/).fill("50000");
    },
    send: "Declare it",
  },
  "a decision at a gate": {
    path: initiativePath("Localisation engine", "/gate"),
    async open(page) {
      const form = await under("Ask for a decision")(page);
      await seen(form.getByLabel("Why", { exact: true }));
      return form;
    },
    async fill(form) {
      await form.getByLabel("Decision", { exact: true }).selectOption("hold");
      await form.getByLabel("Why", { exact: true }).fill("The glossary is to be agreed first");
    },
    send: "Ask for the decision",
  },
  "a signature at a gate": {
    path: gateThatWaits,
    open: async (page) => page.getByRole("region", { name: "The decision" }),
    fill: (form) => form.getByLabel("What you say with it").fill("Agreed with the editors"),
    send: "Sign it",
  },
};
