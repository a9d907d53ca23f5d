import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

// Next wrote it, as there was none.
assert.match(readFileSync("tsconfig.json", "utf8"), /"name": "next"/);
assert.match(readFileSync(".next/server/app/index.html", "utf8"), /<main>Denied/);
