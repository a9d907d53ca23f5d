import tls from "node:tls";
import { generate } from "selfsigned";
import { onTestFinished, vi } from "vitest";

const day = 86_400_000;

type Given = { ip?: string; ca?: { cert: string; key: string }; until?: number };

function issue(name: string, { ip, ca, until = day }: Given, extensions: object[] = []) {
  return generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - 2 * day),
    notAfterDate: new Date(Date.now() + until),
    extensions: [...extensions, ...(ip ? [{ name: "subjectAltName", altNames: [{ type: 7, ip }] }] : [])] as never,
    ...(ca && { ca }),
  }).then(({ private: key, cert }) => ({ key, cert }));
}

const ca = await issue("authority", {}, [{ name: "basicConstraints", cA: true }]);

/** Keys and certificates: all but one from an authority that can be trusted. */
export const certificates = {
  good: await issue("server", { ip: "127.0.0.1", ca }),
  selfSigned: await issue("server", { ip: "127.0.0.1" }),
  ofAnotherHost: await issue("server", { ip: "127.0.0.9", ca }),
  expired: await issue("server", { ip: "127.0.0.1", ca, until: -day }),
};

/** Until the test ends, this process trusts the authority, as one that began with `NODE_EXTRA_CA_CERTS` would. */
export function trustAuthority(): void {
  const connect = tls.connect as (options: tls.ConnectionOptions, ...more: unknown[]) => tls.TLSSocket;
  const trusting = vi.spyOn(tls, "connect") as unknown as ReturnType<typeof vi.fn>;
  trusting.mockImplementation((options, ...more) => connect({ ca: ca.cert, ...options }, ...more));
  onTestFinished(() => void trusting.mockRestore());
}
