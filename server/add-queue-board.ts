import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { FastifyAdapter } from "@bull-board/fastify";
import type { App } from "./app.ts";
import type { ServerParts } from "./server-parts.ts";

const BASE = "/queue";

/** Bull Board asks for a web font. Nobody else is to learn who looks at a queue; the browser has fonts of its own. */
const FOREIGN_STYLE = /<link\b[^>]*href="https?:[^>]*>/gu;
/** The board places its boxes by styles on its elements. */
const BOARD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

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
  await app.register(async (board) => {
    board.addHook("onSend", async (_request, reply, payload) => {
      const isPage = String(reply.getHeader("content-type")).startsWith("text/html");
      if (!isPage || typeof payload !== "string") return payload;
      void reply.header("content-security-policy", BOARD_POLICY);
      return payload.replaceAll(FOREIGN_STYLE, "");
    });
    await board.register(serverAdapter.registerPlugin(), { prefix: BASE });
  });
}
