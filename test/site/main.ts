import { parseArgs } from "node:util";
import { messageOf } from "../../errors.ts";
import { startSite } from "./start-site.ts";

/** `node test/site/main.ts [--port N]`: serves the local news site until it is interrupted. */

const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
try {
  const site = await startSite({ port: Number(values.port) });
  for (const seed of site.seeds) console.log(seed);
  console.log(`${site.origin("odd")}/`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void site.close());
} catch (error) {
  console.error(`Choose another --port, or none: ${messageOf(error)}`);
  process.exitCode = 1;
}
