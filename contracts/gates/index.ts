import type { Description } from "../../generated/description.js";
import type { Example } from "../examples.js";
import type { Pact } from "../pact.js";
import type { Problem } from "../report.js";
import { checkCoverage } from "./coverage.js";
import { checkFacts, factCount } from "./facts.js";
import { blockCount, checkSources } from "./sources.js";
import { checkValues, valueCount } from "./values.js";

/** What a gate beside the matrix found: all is well where there is no problem. */
export interface GateResult {
  gate: string;
  /** What was checked, and how much of it. */
  figure: string;
  problems: Problem[];
}

/** The gates that look at the contract as a whole, and not at one example. */
export async function runGates(
  description: Description,
  examples: readonly Example[],
  pact: Pact,
): Promise<GateResult[]> {
  return [
    { gate: "coverage", ...(await checkCoverage(description.file, pact)) },
    { gate: "sources", figure: `${blockCount} blocks of Microsoft's page`, problems: checkSources(examples) },
    { gate: "facts", figure: `${factCount} facts of the documents`, problems: checkFacts(description) },
    {
      gate: "values",
      figure: `${valueCount} values that must, or must not, be refused`,
      problems: await checkValues(),
    },
  ];
}
