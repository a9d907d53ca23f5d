/** The short form of `npm run reliability`. */
import { expect, test } from "vitest";
import { faultMeasurements } from "./reliability/fault-measurements.js";
import { faults } from "./reliability/faults.js";
import { type Measurement, type Scale, short } from "./reliability/measurement.js";
import { measure } from "./reliability/run.js";
import { measureSandbox } from "./reliability/sandbox.js";

const scale: Scale = { ...short, seed: 1 };

test("every measurement of the client holds, and every naive control shows the damage", async () => {
  hold(await measure(scale), 14);
});

test("every measurement of the sandbox holds, and every naive control shows the damage", async () => {
  hold(await measureSandbox({ seed: 1, rounds: 1, concurrent: 200, slow: 0, fuzzed: 300, inFlight: 20 }), 3);
});

function hold(measurements: Measurement[], count: number): void {
  for (const { name, value, ok, control } of measurements) {
    expect({ name, value, ok }).toEqual({ name, value, ok: true });
    expect({ name, ...control }).toEqual({ name, ...control, ok: true });
  }
  expect(measurements).toHaveLength(count);
}

test("a fault that ends other than expected is reported", async () => {
  const [measurement] = await faultMeasurements(scale, [
    {
      name: "a refusal",
      serve: (socket) => socket.end("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"),
      expected: { code: "network", outcome: "unknown" },
    },
  ]);
  expect(measurement?.ok).toBe(false);
  expect(measurement?.value).toContain("a refusal: code api");
  expect(measurement?.value).toContain("a refusal: outcome not-applied");
});

test("a call that ends too late is reported, over HTTP and over TLS", async () => {
  const impatient = { ...scale, slack: -60_000 };
  const silent = faults.filter(({ name }) => name === "no response at all");
  const measurements = await faultMeasurements(impatient, silent);
  for (const { ok, value } of measurements.slice(0, 2)) {
    expect(ok).toBe(false);
    expect(value).toMatch(/0 of 1\n +no response at all: .* ms over the deadline/);
  }
});
