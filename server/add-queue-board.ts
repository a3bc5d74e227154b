import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { FastifyAdapter } from "@bull-board/fastify";
import type { App } from "./app.ts";
import type { ServerParts } from "./server-parts.ts";

const BASE = "/queue";

/** `/queue/`: Bull Board on the queues. It looks and changes nothing, unless the server was told to let it. */
export async function addQueueBoard(app: App, { queues, queueChanges }: ServerParts): Promise<void> {
  const serverAdapter = new FastifyAdapter();
  const options = { readOnlyMode: queueChanges === "refuse" };
  createBullBoard({
    queues: [queues.crawl, queues.extract].map((queue) => new BullMQAdapter(queue, options)),
    serverAdapter,
    options: {
      uiConfig: { boardTitle: "Galley: queues", favIcon: { default: "data:,", alternative: "data:," } },
    },
  });
  serverAdapter.setBasePath(BASE);
  await app.register(serverAdapter.registerPlugin(), { prefix: BASE });
}
