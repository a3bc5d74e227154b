import { z } from "zod";
import type { App } from "../app.ts";
import { needCrawl } from "../operations/crawls.ts";
import { withSource } from "../operations/with-source.ts";
import type { ServerParts } from "../server-parts.ts";
import { addAction, addPage } from "./add-page.ts";
import { readRequest } from "./read-request.ts";
import { sourcePage } from "./source-page.ts";
import { sourcesPage } from "./sources-page.ts";

const CHARTED_RUNS = 30;
const SHOWN_RUNS = 100;

const idSchema = z.object({ id: z.string().max(256) });
const nameSchema = z.object({ name: z.string().max(256) });

/** `/`: the sources; `/sources/NAME`: one of them; and the buttons on both. */
export function addSourcePages(app: App, parts: ServerParts): void {
  const { schedules, frontier } = parts;
  addPage(app, "/", async () => {
    const statuses = await schedules.list();
    const sources = await Promise.all(
      statuses.map(async (status) => ({ status, runs: await schedules.history(status.name, CHARTED_RUNS) })),
    );
    const runs = await Promise.all((await frontier.runs()).map((id) => frontier.status(id)));
    return sourcesPage(
      sources,
      runs.filter((run) => run !== null),
    );
  });
  addPage(app, "/sources/:name", ({ params }) =>
    withSource(async () => {
      const { name } = readRequest(nameSchema, params);
      return sourcePage({
        status: await schedules.get(name),
        runs: await schedules.history(name, SHOWN_RUNS),
      });
    }),
  );
  const actions = {
    run: async (name: string) => void (await schedules.begin(name)),
    pause: (name: string) => schedules.pause(name),
    resume: (name: string) => schedules.resume(name),
  };
  for (const [action, act] of Object.entries(actions)) {
    addAction(app, `/sources/:name/${action}`, ({ params }) =>
      withSource(async () => {
        const { name } = readRequest(nameSchema, params);
        await act(name);
        return `/sources/${encodeURIComponent(name)}`;
      }),
    );
  }
  addAction(app, "/crawls/:id/cancel", async ({ params }) => {
    const { runId } = await needCrawl(parts, readRequest(idSchema, params).id);
    await frontier.cancel(runId);
    return "/";
  });
}
