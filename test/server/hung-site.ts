import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

export interface HungSite {
  readonly url: string;
  /** Resolves when somebody waits for the page. */
  readonly asked: Promise<void>;
  /** Breaks the connections of those who wait. */
  release(): void;
}

/** A site whose one page never comes. */
export async function startHungSite(t: TestContext): Promise<HungSite> {
  const asked = Promise.withResolvers<void>();
  const hung: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url === "/robots.txt") response.writeHead(404).end();
    else {
      hung.push(response);
      asked.resolve();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: asked.promise,
    release: () => server.closeAllConnections(),
  };
}
