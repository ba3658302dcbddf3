import { Command } from "commander";
import { auditCommand } from "./commands/audit.ts";
import { backupCommand } from "./commands/backup.ts";
import { checkCommand } from "./commands/check.ts";
import { demoCommand } from "./commands/demo.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { importCaseCommand } from "./commands/import-case.ts";
import { jobsCommand } from "./commands/jobs.ts";
import { keysCommand } from "./commands/keys.ts";
import { logCommand } from "./commands/log.ts";
import { loginCommand, logoutCommand } from "./commands/login.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { peopleCommand } from "./commands/people.ts";
import { reopenCommand } from "./commands/reopen.ts";
import { reportCommand } from "./commands/report.ts";
import { restoreCommand } from "./commands/restore.ts";
import { retractCommand } from "./commands/retract.ts";
import { undoImportCommand } from "./commands/undo-import.ts";
import { exitCodesInWords } from "./exit-codes.ts";

/** The whole command with its subcommands. */
export function liftledgerProgram(): Command {
  const program = new Command("liftledger")
    .description("Which of your AI initiatives pay.")
    .exitOverride()
    .addHelpText("after", exitCodesInWords);
  const commands = [
    importCommand(),
    importCaseCommand(),
    undoImportCommand(),
    logCommand(),
    retractCommand(),
    reopenCommand(),
    exportCommand(),
    reportCommand(),
    backupCommand(),
    restoreCommand(),
    checkCommand(),
    migrateCommand(),
    auditCommand(),
    jobsCommand(),
    demoCommand(),
    loginCommand(),
    logoutCommand(),
    peopleCommand(),
    keysCommand(),
  ];
  for (const command of commands) {
    program.addCommand(command.exitOverride().addHelpText("after", exitCodesInWords));
  }
  return program;
}
