import type { Command } from "commander";
import type { Config } from "../config.ts";
import { collect, wholeNumber } from "../parse-option.ts";
import { type Finish, dataOption, storeOption, withStore } from "./shared-options.ts";

interface SinkFlags {
  readonly data: string;
  readonly store?: string;
  readonly allowNet?: readonly string[];
  readonly since?: number;
  readonly secretFile?: string;
  readonly redis?: string;
  readonly maxLength?: number;
  readonly once?: true;
}

export function addSink(program: Command, config: Config, finish: Finish): void {
  const sink = program
    .command("sink")
    .description("where the feed is delivered to: webhooks and Redis streams");
  const load = () => import("../commands/sink.ts");
  const placeOf = (flags: SinkFlags) => ({
    dataDir: flags.data,
    config: withStore(config, flags),
    allowNet: [...(config.allowNet ?? []), ...(flags.allowNet ?? [])],
  });
  const start = [
    "--since <cursor>",
    "start after this event; 0 is the very first (default: from now on)",
    wholeNumber(0),
  ] as const;

  const add = sink.command("add").description("declare a sink");
  add
    .command("webhook")
    .description("POST every event to a URL, signed as Standard Webhooks asks")
    .argument("<name>", "what the sink is called")
    .argument("<url>", "the receiver")
    .option("--secret-file <file>", "the file with the secret, whsec_… (default: make one and print it)")
    .option(...start)
    .option("--allow-net <cidr>", "the receiver may be in this private network; repeatable", collect)
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (name: string, url: string, flags: SinkFlags) => {
      const { addWebhookCommand } = await load();
      const { secretFile = null, since = null } = flags;
      finish(await addWebhookCommand(name, url, { ...placeOf(flags), secretFile, since }));
    });
  add
    .command("redis-stream")
    .description("add every event to a Redis stream")
    .argument("<name>", "what the sink is called")
    .argument("<key>", "the stream's key")
    .option("--redis <url>", "the Redis of the stream (default: the queue's)")
    .option("--max-length <n>", "trim the stream to about this many entries", wholeNumber(1))
    .option(...start)
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (name: string, key: string, flags: SinkFlags) => {
      const { addStreamCommand } = await load();
      const { redis: redisUrl = null, maxLength = null, since = null } = flags;
      finish(await addStreamCommand(name, key, { ...placeOf(flags), redisUrl, maxLength, since }));
    });

  sink
    .command("list", { isDefault: true })
    .description("list the sinks: name, kind, target, cursor, events behind, waiting, given up, trouble")
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (flags: SinkFlags) => finish(await (await load()).listSinksCommand(placeOf(flags))));
  sink
    .command("run")
    .description("deliver until Ctrl-C; galley work does so too")
    .argument("[name...]", "these alone")
    .option("--once", "end when nothing is left to deliver")
    .option("--allow-net <cidr>", "receivers may be in this private network; repeatable", collect)
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (names: string[], flags: SinkFlags) =>
      finish(await (await load()).runSinksCommand(names, { ...placeOf(flags), once: flags.once ?? false })),
    );
  sink
    .command("failed")
    .description("list the events that were given up")
    .argument("<name>")
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (name: string, flags: SinkFlags) =>
      finish(await (await load()).listFailedCommand(name, placeOf(flags))),
    );
  sink
    .command("retry")
    .description("try events again that were given up")
    .argument("<name>")
    .argument("[event...]", "their ids (default: all)")
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (name: string, events: string[], flags: SinkFlags) =>
      finish(await (await load()).retryFailedCommand(name, events, placeOf(flags))),
    );
  sink
    .command("replay")
    .description("deliver everything after an event once more")
    .argument("<name>")
    .requiredOption("--since <cursor>", "after this event; 0 is the very first", wholeNumber(0))
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (name: string, flags: SinkFlags) =>
      finish(await (await load()).replayCommand(name, flags.since ?? 0, placeOf(flags))),
    );
  sink
    .command("remove")
    .description("forget a sink and what waits for it")
    .argument("<name>")
    .addOption(dataOption(config))
    .addOption(storeOption())
    .action(async (name: string, flags: SinkFlags) =>
      finish(await (await load()).removeSinkCommand(name, placeOf(flags))),
    );
}
