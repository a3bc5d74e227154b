import { z } from "zod";
import { sourceSchema } from "../../queue/sources/source-schema.ts";
import type { SourceStatus } from "../../queue/sources/schedules.ts";
import type { SourceRun } from "../../queue/sources/source-runs.ts";
import type { App } from "../app.ts";
import { withSource } from "../operations/with-source.ts";
import type { ServerParts } from "../server-parts.ts";
import { answers } from "./answers.ts";

const MOST_RUNS = 200;

const runSchema = z.object({
  number: z.int(),
  runId: z.string().nullable(),
  trigger: z.enum(["tick", "manual"]),
  tick: z.string().nullable(),
  late: z.boolean(),
  state: z.enum(["running", "finished", "cancelled", "lost"]),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  mergedTicks: z.int(),
  counts: z.object({
    found: z.int(),
    fetched: z.int(),
    unchanged: z.int(),
    new: z.int(),
    changed: z.int(),
    skipped: z.int(),
    failed: z.int(),
  }),
});

const scheduleSchema = z
  .object({
    name: z.string(),
    state: z.enum(["active", "paused", "manual"]),
    next: z.string().nullable().describe("The next scheduled time; null unless active"),
    running: runSchema.nullable(),
    last: runSchema.nullable(),
    definition: z.record(z.string(), z.unknown()).describe("As in sources.yaml, with its defaults"),
  })
  .meta({ id: "Schedule" });

const paramsSchema = z.object({ name: z.string().min(1).max(64) });

const toRun = ({ ...run }: SourceRun): z.output<typeof runSchema> => run;

function toSchedule({
  name,
  state,
  next,
  running,
  last,
  definition,
}: SourceStatus): z.output<typeof scheduleSchema> {
  const known = (run: SourceRun | null) => (run === null ? null : toRun(run));
  return { name, state, next, running: known(running), last: known(last), definition: { ...definition } };
}

function addReads(app: App, { schedules }: ServerParts): void {
  const tags = ["schedules"];
  app.get(
    "/api/v1/schedules",
    {
      schema: {
        operationId: "listSchedules",
        summary: "The sources, their schedules and their last runs",
        tags,
        response: answers(z.object({ schedules: z.array(scheduleSchema) })),
      },
    },
    async () => ({ schedules: (await schedules.list()).map(toSchedule) }),
  );
  app.get(
    "/api/v1/schedules/:name",
    {
      schema: {
        operationId: "getSchedule",
        summary: "One source",
        tags,
        params: paramsSchema,
        response: answers(scheduleSchema),
      },
    },
    ({ params }) => withSource(async () => toSchedule(await schedules.get(params.name))),
  );
  app.get(
    "/api/v1/schedules/:name/runs",
    {
      schema: {
        operationId: "listScheduleRuns",
        summary: "A source's runs, the newest first",
        tags,
        params: paramsSchema,
        querystring: z.strictObject({ limit: z.coerce.number().int().min(1).max(MOST_RUNS).default(20) }),
        response: answers(z.object({ runs: z.array(runSchema) })),
      },
    },
    ({ params, query }) =>
      withSource(async () => ({ runs: (await schedules.history(params.name, query.limit)).map(toRun) })),
  );
}

function addWrites(app: App, { schedules }: ServerParts): void {
  const tags = ["schedules"];
  app.put(
    "/api/v1/schedules/:name",
    {
      schema: {
        operationId: "putSchedule",
        summary: "Add a source, or change it",
        tags,
        params: z.object({ name: sourceSchema.shape.name }),
        body: sourceSchema.omit({ name: true }),
        response: answers(scheduleSchema),
      },
    },
    async ({ params: { name }, body }) => {
      await schedules.apply([{ name, ...body }]);
      return toSchedule(await schedules.get(name));
    },
  );
  app.delete(
    "/api/v1/schedules/:name",
    {
      schema: {
        operationId: "deleteSchedule",
        summary: "Forget a source and its history; its articles stay",
        tags,
        params: paramsSchema,
        response: answers(z.object({ name: z.string() })),
      },
    },
    ({ params: { name } }) =>
      withSource(async () => {
        await schedules.remove(name);
        return { name };
      }),
  );
  const actions = {
    run: {
      summary: "Begin a run now, or join the one that is going",
      act: async (name: string) => void (await schedules.begin(name)),
    },
    pause: { summary: "Stop its ticks", act: (name: string) => schedules.pause(name) },
    resume: { summary: "Let its ticks go on from now", act: (name: string) => schedules.resume(name) },
  };
  for (const [action, { summary, act }] of Object.entries(actions)) {
    app.post(
      `/api/v1/schedules/:name/${action}`,
      {
        schema: {
          operationId: `${action}Schedule`,
          summary,
          tags,
          params: paramsSchema,
          response: answers(scheduleSchema),
        },
      },
      ({ params: { name } }) =>
        withSource(async () => {
          await act(name);
          return toSchedule(await schedules.get(name));
        }),
    );
  }
}

/** `/api/v1/schedules`: sources, when they run, and what came of it. */
export function addScheduleRoutes(app: App, parts: ServerParts): void {
  addReads(app, parts);
  addWrites(app, parts);
}
