/** Meets all faults over TLS, except those that send the client elsewhere, and reports what was wrong. */
import { type Assignment, meetAll } from "./fault-measurements.js";
import { faults } from "./faults.js";

process.once("message", async ({ names, scale, certificate }: Assignment) => {
  const here = faults.filter(({ name, at }) => names.includes(name) && !at);
  process.send?.(await meetAll(here, scale, certificate), () => process.exit());
});
