/** What a bundler wrote needs nothing of Node, and runs. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const names = readdirSync("out", { recursive: true, encoding: "utf8" }).filter((name) => /\.m?js$/.test(name));
assert.equal(names.length, 1);
const file = resolve(join("out", names[0]));
assert.doesNotMatch(readFileSync(file, "utf8"), /\bnode:|\brequire\(|\bimport\b[^(]*["']/);
await import(pathToFileURL(file).href);
assert.equal((await globalThis.read).data[0].vettingStatus, "Denied");
