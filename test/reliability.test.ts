/** The short form of `npm run reliability`. */
import { expect, test } from "vitest";
import { faultFigures } from "./reliability/fault-figures.js";
import { faults } from "./reliability/faults.js";
import { type Figure, type Scale, short } from "./reliability/figure.js";
import { measure } from "./reliability/run.js";
import { measureSandbox } from "./reliability/sandbox.js";

const scale: Scale = { ...short, seed: 1 };

test("every figure of the client holds, and every naive control shows the damage", async () => {
  hold(await measure(scale), 13);
});

test("every figure of the sandbox holds, and every naive control shows the damage", async () => {
  hold(await measureSandbox({ seed: 1, rounds: 1, concurrent: 200, slow: 0, fuzzed: 300, inFlight: 20 }), 3);
});

function hold(figures: Figure[], count: number): void {
  for (const { name, value, ok, control } of figures) {
    expect({ name, value, ok }).toEqual({ name, value, ok: true });
    expect({ name, ...control }).toEqual({ name, ...control, ok: true });
  }
  expect(figures).toHaveLength(count);
}

test("a fault that ends otherwise than it should is told", async () => {
  const [figure] = await faultFigures(scale, [
    {
      name: "a refusal",
      serve: (socket) => socket.end("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"),
      expected: { code: "network", outcome: "unknown" },
    },
  ]);
  expect(figure?.ok).toBe(false);
  expect(figure?.value).toContain("a refusal: code api");
  expect(figure?.value).toContain("a refusal: outcome not-applied");
});

test("a call that ends too late is told over each transport", async () => {
  const impatient = { ...scale, slack: -60_000 };
  const silent = faults.filter(({ name }) => name === "no answer at all");
  const figures = await faultFigures(impatient, silent);
  for (const { ok, value } of figures.slice(0, 3)) {
    expect(ok).toBe(false);
    expect(value).toMatch(/0 of 1\n +no answer at all: .* ms over the deadline/);
  }
});
