import { readQueueStats } from "../../queue/queue-stats.ts";
import type { App } from "../app.ts";
import type { ServerParts } from "../server-parts.ts";
import { addPage } from "./add-page.ts";
import { queuePage } from "./queue-page.ts";

/** Pages in work that are named; workers have some dozens each. */
const MOST_ACTIVE = 100;

/** `/jobs`: the queue at a glance. Bull Board, for those who look closer, is at `/queue/`. */
export function addQueuePage(app: App, { redis, queues }: ServerParts): void {
  addPage(app, "/jobs", async () => {
    const [stats, jobs] = await Promise.all([
      readQueueStats(redis),
      queues.crawl.getActive(0, MOST_ACTIVE - 1),
    ]);
    const active = jobs.flatMap((job) =>
      // A job that ended between the two looks is not there any more.
      job?.data === undefined
        ? []
        : [
            {
              id: job.id ?? "",
              url: job.data.url,
              since: job.processedOn === undefined ? null : new Date(job.processedOn).toISOString(),
            },
          ],
    );
    return queuePage({ stats, active });
  });
}
