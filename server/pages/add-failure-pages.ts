import { z } from "zod";
import type { DeadLetter } from "../../queue/dead-letter.ts";
import { openDeadLetters } from "../../queue/dead-letters.ts";
import type { App } from "../app.ts";
import type { ServerParts } from "../server-parts.ts";
import { addAction, addPage } from "./add-page.ts";
import { failuresPage } from "./failures-page.ts";
import { readRequest } from "./read-request.ts";

const MOST_SHOWN = 200;

/** `/failures`: the dead letters, with a button each. */
export function addFailurePages(app: App, { redis }: ServerParts): void {
  const letters = openDeadLetters(redis);
  addPage(app, "/failures", async () => {
    const shown: DeadLetter[] = [];
    for await (const letter of letters.list()) {
      shown.push(letter);
      if (shown.length >= MOST_SHOWN) break;
    }
    return failuresPage(shown, await letters.count());
  });
  addAction(app, "/failures/retry", async () => {
    await letters.retry(null);
    return "/failures";
  });
  addAction(app, "/failures/:id/retry", async ({ params }) => {
    await letters.retry(new Set([readRequest(z.object({ id: z.string().max(64) }), params).id]));
    return "/failures";
  });
}
