import type { Command } from "commander";
import type { Config } from "../config.ts";
import { type Finish, dataOption } from "./shared-options.ts";

export function addDemo(program: Command, config: Config, finish: Finish): void {
  program
    .command("demo", { isDefault: true })
    .description("serve a small news site on loopback, crawl it, and show what came of it")
    .addOption(dataOption(config))
    .action(async (flags: { data: string }) => {
      const { demoCommand } = await import("../commands/demo.ts");
      finish(await demoCommand({ dataDir: flags.data, config }));
    });
}

export function addDoctor(program: Command, config: Config, finish: Finish): void {
  program
    .command("doctor")
    .description("say what is there, and how to get what is not")
    .addOption(dataOption(config))
    .action(async (flags: { data: string }) => {
      const { doctorCommand } = await import("../commands/doctor.ts");
      finish(await doctorCommand({ dataDir: flags.data, config }));
    });
}
