import tls from "node:tls";
import { generate } from "selfsigned";
import { onTestFinished, vi } from "vitest";

const day = 86_400_000;

/** A key and a certificate for this address, which signs itself. */
async function issue(name: string, ip = "127.0.0.1", until = day) {
  const { private: key, cert } = await generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - 2 * day),
    notAfterDate: new Date(Date.now() + until),
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip }] }],
  });
  return { key, cert };
}

const trusted = {
  good: await issue("good"),
  ofAnotherHost: await issue("of another host", "127.0.0.9"),
  expired: await issue("expired", "127.0.0.1", -day),
};

export const certificates = { ...trusted, selfSigned: await issue("self-signed") };

/** Until the test ends, this process trusts all but the self-signed one, as with `NODE_EXTRA_CA_CERTS`. */
export function trustCertificates(): void {
  const ca = Object.values(trusted).map(({ cert }) => cert);
  const connect = tls.connect as (options: tls.ConnectionOptions, ...more: unknown[]) => tls.TLSSocket;
  const trusting = vi.spyOn(tls, "connect") as unknown as ReturnType<typeof vi.fn>;
  trusting.mockImplementation((options, ...more) => connect({ ca, ...options }, ...more));
  onTestFinished(() => void trusting.mockRestore());
}
