import type { Example } from "../examples.js";
import type { Description } from "../generate/description.js";
import type { Pact } from "../pact.js";
import type { Problem } from "../report.js";
import { checkCoverage } from "./coverage.js";
import { checkFacts, factCount } from "./facts.js";
import { checkRelease, lastRelease, thisEdition } from "./release.js";
import { blockCount, checkSources } from "./sources.js";
import { checkValues, values } from "./values.js";

/** What a gate beside the matrix found: all is well where there is no problem. */
export interface Finding {
  /** What was checked, and how much of it. */
  figure: string;
  problems: Problem[];
  /** Whether this copy of the project lacks what the gate looks at: then it counts for nothing. */
  skipped?: boolean;
}

export interface GateResult extends Finding {
  gate: string;
  seconds: number;
}

/** The gates that look at the contract as a whole, and not at one example. */
export async function runGates(
  description: Description,
  examples: readonly Example[],
  pact: Pact,
): Promise<GateResult[]> {
  const gates: Record<string, () => Finding | Promise<Finding>> = {
    coverage: () => checkCoverage(description.file, pact),
    release: async () => {
      const release = await lastRelease();
      if ("missing" in release) return { figure: `not compared: ${release.missing}`, problems: [], skipped: true };
      return checkRelease(description, release, thisEdition());
    },
    sources: () => ({ figure: `${blockCount} blocks of Microsoft's page`, problems: checkSources(examples) }),
    facts: () => ({ figure: `${factCount} facts of the documents`, problems: checkFacts(description) }),
    values: async () => {
      const refused = values.filter(({ keyword }) => keyword !== undefined).length;
      const figure = `${refused} values that must be refused, ${values.length - refused} that must not`;
      return { figure, problems: await checkValues() };
    },
  };
  const results: GateResult[] = [];
  for (const [gate, check] of Object.entries(gates)) {
    const started = performance.now();
    const finding = await settled(check);
    results.push({ gate, ...finding, seconds: Math.round((performance.now() - started) / 100) / 10 });
  }
  return results;
}

/** A gate that cannot be run is red, and the others are run all the same. */
async function settled(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (failure) {
    return { figure: "", problems: [{ message: `the gate could not be run: ${(failure as Error).message}` }] };
  }
}
