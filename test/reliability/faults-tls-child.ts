/** Meets all faults over TLS, but for those that send the client elsewhere, and tells what was wrong. */
import { nodeFetch } from "../../src/node.js";
import { type Asked, meetAll } from "./fault-figures.js";
import { faults } from "./faults.js";

process.once("message", async ({ names, scale, certificate }: Asked) => {
  const here = faults.filter(({ name, at }) => names.includes(name) && !at);
  process.send?.(await meetAll(here, scale, nodeFetch, certificate), () => process.exit());
});
