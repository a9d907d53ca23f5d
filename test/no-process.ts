/** In the project `unit` no test may start a process: that takes a second each, and belongs into `contract`. */
import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

for (const name of ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"] as const) {
  Object.assign(childProcess, {
    [name]: () => {
      throw new Error(`child_process.${name}: a test of the project "unit" must not start a process`);
    },
  });
}
syncBuiltinESMExports();
