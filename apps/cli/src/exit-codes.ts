/** What the command tells a shell; the numbers above 60 are those of sysexits. */
export const exitCodes = {
  done: 0,
  failed: 1,
  questionOpen: 2,
  chainBroken: 3,
  faultsFound: 3,
  usage: 64,
  refused: 65,
  noInput: 66,
  unreachable: 69,
  alreadyThere: 73,
  notAllowed: 77,
  badConfiguration: 78,
  cancelled: 130,
} as const;

/** The same in words, for `--help`. */
export const exitCodesInWords = `
Exit codes:
   0  done, also when the file changed nothing or some of its rows were refused (they are listed)
   1  something failed
   2  the file can be read in more than one way: the questions and their choices are printed
   3  the check found something wrong, or the audit chain is broken: it is printed
  64  the command line is wrong
  65  the file, its recipe or what is to be written is refused
  66  a file cannot be read
  69  the server does not answer
  73  a file cannot be written, or there is one, or a ledger, already where it was to be
  77  the server does not know who asks, or does not allow it
  78  nobody is signed in, or the data folder or a setting is wrong
 130  the import was cancelled with Ctrl-C: nothing was written

People and keys are asked of a server: liftledger login --server ADDRESS comes first.

Data: --data FOLDER, else LIFTLEDGER_DATA, else "data" in the folder of the program;
with DATABASE_URL a PostgreSQL database.`;

/** Ends the command with a code, after its message has been printed. */
export class CommandError extends Error {
  override name = "CommandError";
  readonly exitCode: number;

  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
