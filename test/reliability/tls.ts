import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "selfsigned";
import type { Measurement } from "./measurement.js";
import type { Ended } from "./tls-child.js";

type Issued = Awaited<ReturnType<typeof issue>>;

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
        code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION or EPROTO",
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

/** Keys and certificates, and the environment of a process that trusts the authority of all but one. */
export async function withCertificates<Value>(
  use: (given: Awaited<ReturnType<typeof certificates>> & { env: NodeJS.ProcessEnv }) => Promise<Value>,
): Promise<Value> {
  const issued = await certificates();
  const folder = mkdtempSync(join(tmpdir(), "tls-"));
  const file = join(folder, "authority.pem");
  writeFileSync(file, issued.trusted);
  try {
    return await use({ ...issued, env: { ...process.env, NODE_EXTRA_CA_CERTS: file, NODE_NO_WARNINGS: "1" } });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a server authenticates itself with. */
type Presented = Issued & { maxVersion?: string };

interface Met {
  ended: Ended | undefined;
  /** How many requests reached the server. */
  reached: number;
}

/** A create request to an HTTPS server for each certificate, sent by a process of its own. */
async function meet(presented: Presented[], env: NodeJS.ProcessEnv): Promise<Met[]> {
  const servers = await Promise.all(presented.map(serve));
  try {
    const sender = fork(
      child,
      servers.map(({ url }) => url),
      { execArgv: ["--import", "tsx"], env },
    );
    let all: Ended[] = [];
    sender.on("message", (message) => {
      all = message as typeof all;
    });
    await once(sender, "close");
    return servers.map(({ reached }, index) => ({ ended: all[index], reached: reached() }));
  } finally {
    for (const { close } of servers) close();
  }
}

async function serve({ private: key, cert, maxVersion }: Presented) {
  let reached = 0;
  const old = maxVersion && {
    minVersion: "TLSv1" as const,
    maxVersion: "TLSv1.1" as const,
    ciphers: "DEFAULT:@SECLEVEL=0",
  };
  const server = createServer({ key, cert, ...old }, (_, response) => {
    reached += 1;
    response.writeHead(201, { "Content-Type": "application/json" }).end('{"qualification":"StateOwnedEntity"}');
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `https://127.0.0.1:${(server.address() as { port: number }).port}`,
    reached: () => reached,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function untrusted(): Promise<Measurement> {
  return withCertificates(async ({ good, bad, env }) => {
    const [welcome, ...refused] = await meet([good, ...Object.values(bad)], env);
    const wrong = Object.entries(bad).flatMap(([name, { code }], index) => {
      const { ended, reached } = refused[index] ?? {};
      const { code: kind, cause, outcome, attempts } = ended ?? {};
      const right = kind === "network" && code.split(" or ").includes(String(cause));
      return right && outcome === "not-applied" && attempts === 1 && reached === 0
        ? []
        : [`${name}: ${JSON.stringify(ended)} for ${code}, ${reached} reached`];
    });
    const count = Object.keys(bad).length;
    const trusted = welcome?.reached === 1 && JSON.stringify(welcome.ended) === "{}";
    // Only a server that is trusted shows that the others were refused for what is wrong with them.
    const complaints = trusted ? wrong : [...wrong, `trusted: ${JSON.stringify(welcome)}`];
    const [naive] = await meet([bad["self-signed"]], { ...env, NODE_TLS_REJECT_UNAUTHORIZED: "0" });
    return {
      name: "HTTPS servers that are not to be trusted",
      goal: `${count} of ${count} refused before anything is sent, none retried`,
      value: `${count - wrong.length} of ${count}${complaints.map((complaint) => `\n    ${complaint}`).join("")}`,
      ok: complaints.length === 0,
      control: { value: `without verification ${naive?.reached} request gets there`, ok: naive?.reached === 1 },
    };
  });
}
