/** The short form of `npm run reliability`. */
import { expect, test } from "vitest";
import { faultFigures } from "./reliability/faults.js";
import { type Scale, short } from "./reliability/figure.js";
import { measure } from "./reliability/run.js";

const scale: Scale = { ...short, seed: 1 };

test("every figure holds, and every naive control shows the damage", async () => {
  const figures = await measure(scale);
  for (const { name, value, ok, control } of figures) {
    expect({ name, value, ok }).toEqual({ name, value, ok: true });
    expect({ name, ...control }).toEqual({ name, ...control, ok: true });
  }
  expect(figures).toHaveLength(11);
});

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
