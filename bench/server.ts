/** Answers a list to whatever it is asked, over TLS where that is set, and tells its port. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { listed } from "./answers.js";

const headers = { "Content-Type": "application/json", "Content-Length": listed.length };
const [key, cert] = process.env.TLS ? ["key", "cert"].map((name) => readFileSync(`built/${name}.pem`)) : [];
const server = key && cert ? createSecureServer({ key, cert }) : createServer();
server.on("request", (_, response) => response.writeHead(200, headers).end(listed));
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
