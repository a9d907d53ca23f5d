/** What the entry `./examples` exports is what `openapi.yaml` documents, by another way to read it than the generator's. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { examples } from "../src/examples.js";

type Node = Record<string, unknown>;

/** Each `examples` below an operation, with the path to it and references followed. */
function documented(): Map<string, unknown> {
  const root = parse(readFileSync("openapi.yaml", "utf8")) as Node;
  const followed = (node: unknown): Node => {
    const { $ref } = Object(node) as { $ref?: string };
    if ($ref === undefined) return Object(node);
    return followed(
      $ref
        .slice(2)
        .split("/")
        .reduce<unknown>((value, key) => (value as Node)[key], root),
    );
  };
  const found = new Map<string, unknown>();
  const collect = (id: string, body: unknown) => {
    for (const media of Object.values(Object(followed(body).content) as Node)) {
      for (const [name, example] of Object.entries((media as { examples: Node }).examples)) {
        found.set(`${id} ${name}`, followed(example).value);
      }
    }
  };
  for (const path of Object.values(root.paths as Node)) {
    for (const { operationId, requestBody, responses } of Object.values(path as Record<string, Node>)) {
      if (operationId === undefined) continue;
      collect(`${operationId} request`, requestBody);
      for (const [status, response] of Object.entries(responses as Node)) collect(`${operationId} ${status}`, response);
    }
  }
  return found;
}

test("each example is what openapi.yaml documents, and no other one is there", () => {
  const expected = documented();
  expect(expected.size).toBeGreaterThan(40);
  const bodies = Object.entries(examples).map(([id, { body }]) => [id, body]);
  expect(Object.fromEntries(bodies.filter(([, body]) => body !== undefined))).toEqual(Object.fromEntries(expected));
  for (const [id, example] of Object.entries(examples)) {
    const [, part] = id.split(" ");
    expect("status" in example ? String(example.status) : "request").toBe(part);
  }
  expect(examples["getQualifications 429 RateLimited"].headers).toEqual({ "Retry-After": "57" });
});

test("no test can change what another one reads", () => {
  const { body } = examples["getQualifications 200 Approved"];
  expect(() => body.push({ qualification: "StateOwnedEntity" })).toThrow(TypeError);
  expect(() => Object.assign(body[0] ?? {}, { qualification: "StateOwnedEntity" })).toThrow(TypeError);
});
