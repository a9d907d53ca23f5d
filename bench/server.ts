/** Responds to every request with a list, and reports its port. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { listed } from "./answers.js";

const headers = { "Content-Type": "application/json", "Content-Length": listed.length };
const server = createServer();
server.on("request", (_, response) => response.writeHead(200, headers).end(listed));
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
