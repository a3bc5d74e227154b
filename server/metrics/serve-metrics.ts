import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { messageOf, UsageError } from "../../errors.ts";
import type { Metrics } from "./create-metrics.ts";

export interface ServedMetrics {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves `/metrics` and `/healthz`, for processes that serve nothing else.
 * @param place `HOST:PORT`; port 0 takes a free one.
 * @throws UsageError (usage) for what is no such place, or one that is taken
 */
export async function serveMetrics({ registry }: Metrics, place: string): Promise<ServedMetrics> {
  const { host, port } = /^(?<host>.+):(?<port>\d{1,5})$/u.exec(place)?.groups ?? {};
  if (host === undefined || Number(port) > 65_535)
    throw new UsageError("usage", `"${place}" is no HOST:PORT to serve metrics on, as in 127.0.0.1:9464.`);
  const server = createServer((request, response) => {
    if (request.url === "/healthz") {
      response.end("ok\n");
      return;
    }
    if (request.url !== "/metrics") {
      response.writeHead(404).end("There are /metrics and /healthz here.\n");
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      (error: unknown) => response.writeHead(500).end(`${messageOf(error)}\n`),
    );
  });
  try {
    server.listen(Number(port), host.replaceAll(/[[\]]/gu, ""));
    await once(server, "listening");
  } catch (cause) {
    const message = `Cannot serve metrics on ${place}: ${messageOf(cause)}. Choose another --metrics.`;
    throw new UsageError("usage", message, { cause });
  }
  // A port in use is said above; what comes later is one connection's trouble.
  const bound = server.address() as AddressInfo;
  return {
    address: `http://${host}:${bound.port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
