import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "selfsigned";
import type { Figure } from "./figure.js";
import type { Ended } from "./tls-child.js";

const child = fileURLToPath(new URL("./tls-child.ts", import.meta.url));
const day = 86_400_000;

/** Keys and certificates: all but one from an authority that the child trusts. */
async function certificates() {
  const authority = await issue("Test authority", { authority: true });
  const { cert: trusted } = authority;
  const ca = { cert: authority.cert, key: authority.private };
  const loopback = { ip: "127.0.0.1" };
  return {
    trusted,
    good: await issue("good", { ...loopback, ca }),
    bad: {
      "self-signed": { ...(await issue("self-signed", loopback)), code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
      "wrong host": { ...(await issue("x", { ip: "127.0.0.9", ca })), code: "ERR_TLS_CERT_ALTNAME_INVALID" },
      expired: { ...(await issue("old", { ...loopback, ca, until: -day })), code: "CERT_HAS_EXPIRED" },
      "TLS 1.1 only": {
        ...(await issue("old TLS", { ...loopback, ca })),
        maxVersion: "TLSv1.1",
        code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
      },
    },
  };
}

function issue(
  name: string,
  {
    ip,
    ca,
    until = day,
    authority = false,
  }: { ip?: string; ca?: { cert: string; key: string }; until?: number; authority?: boolean },
) {
  return generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - 2 * day),
    notAfterDate: new Date(Date.now() + until),
    extensions: [
      { name: "basicConstraints", cA: authority },
      ...(ip ? [{ name: "subjectAltName" as const, altNames: [{ type: 7 as const, ip }] }] : []),
    ],
    ...(ca && { ca }),
  });
}

/** A create sent to an HTTPS server by a process that trusts one authority, and how many requests reached the server. */
async function meet(
  given: { private: string; cert: string; maxVersion?: string },
  env: Record<string, string>,
): Promise<Ended & { reached: number }> {
  let reached = 0;
  const old = given.maxVersion
    ? { minVersion: "TLSv1" as const, maxVersion: "TLSv1.1" as const, ciphers: "DEFAULT:@SECLEVEL=0" }
    : {};
  const server = createServer({ key: given.private, cert: given.cert, ...old }, (_, response) => {
    reached += 1;
    response.writeHead(201, { "Content-Type": "application/json" }).end('{"qualification":"StateOwnedEntity"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const url = `https://127.0.0.1:${(server.address() as { port: number }).port}`;
    const sender = fork(child, [url], { execArgv: ["--import", "tsx"], env: { ...process.env, ...env } });
    let ended: Ended = {};
    sender.on("message", (message) => {
      ended = message as Ended;
    });
    await once(sender, "close");
    return { ...ended, reached };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

export async function untrusted(): Promise<Figure> {
  const { trusted, good, bad } = await certificates();
  const folder = mkdtempSync(join(tmpdir(), "tls-"));
  const file = join(folder, "authority.pem");
  writeFileSync(file, trusted);
  const env = { NODE_EXTRA_CA_CERTS: file, NODE_NO_WARNINGS: "1" };
  try {
    const wrong = await Promise.all(
      Object.entries(bad).map(async ([name, { code, ...given }]) => {
        const ended = await meet(given, env);
        const expected = { code: "network", cause: code, outcome: "not-applied", attempts: 1, reached: 0 };
        return Object.entries(expected).flatMap(([what, value]) => {
          const got = ended[what as keyof typeof ended];
          return got === value ? [] : [`${name}: ${what} ${got} for ${value}`];
        });
      }),
    );
    // Only a server that is trusted shows that the others were refused for what is wrong with them.
    const welcome = await meet(good, env);
    const odd = welcome.reached === 1 && !welcome.code ? [] : [`trusted: ${JSON.stringify(welcome)}`];
    const naive = await meet(bad["self-signed"], { ...env, NODE_TLS_REJECT_UNAUTHORIZED: "0" });
    const complaints = [...wrong.flat(), ...odd].map((complaint) => `\n    ${complaint}`).join("");
    return {
      name: "HTTPS servers that are not to be trusted",
      goal: `${wrong.length} of ${wrong.length} refused before anything is sent, none tried twice`,
      value: `${wrong.filter(({ length }) => length === 0).length} of ${wrong.length}${complaints}`,
      ok: complaints === "",
      control: { value: `without verification ${naive.reached} request gets there`, ok: naive.reached === 1 },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
