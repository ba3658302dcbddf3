import { spawnSync } from "node:child_process";

/** What a rival in Python answered, or how to install what it needs. */
export type PythonAnswer<Answer> =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "not-installed"; readonly advice: string };

/** A program, the modules it imports, and the Debian packages that bring them. */
export type PythonRival = {
  readonly modules: readonly string[];
  readonly packages: readonly string[];
  /** Reads JSON from standard input and prints JSON as its only output. */
  readonly program: string;
};

/** Libraries beneath numpy take one thread, as we do. */
const oneThread = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/**
 * Runs a rival in a Python that can import what it needs: the one on the path, or the system's. Throws
 * where the program itself fails.
 */
export function runPython<Answer>(rival: PythonRival, input: unknown): PythonAnswer<Answer> {
  const python = ["python3", "/usr/bin/python3"].find((command) => {
    const { status } = spawnSync(command, ["-c", `import ${rival.modules.join(", ")}`]);
    return status === 0;
  });
  if (python === undefined) {
    const advice = `python3 with ${rival.modules.join(" and ")} is not here (Debian: apt install ${rival.packages.join(" ")})`;
    return { kind: "not-installed", advice };
  }
  const { status, stdout, stderr } = spawnSync(python, ["-c", rival.program], {
    input: JSON.stringify(input),
    encoding: "utf8",
    env: { ...process.env, ...oneThread },
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`the rival in Python failed: ${stderr}`);
  return { kind: "answer", answer: JSON.parse(stdout) as Answer };
}
