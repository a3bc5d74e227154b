/** A big site in a process of its own: `node big-site-process.ts '{"hosts":…}'`. Says what it is, and what was asked of it when told "requests". */
import { startBigSite, type BigSiteOptions } from "../site/big-site.ts";

const site = await startBigSite(JSON.parse(process.argv[2] ?? "{}") as BigSiteOptions);
process.on("message", () => process.send?.({ requests: site.requests }));
process.send?.({ seeds: site.seeds, stories: site.stories });
process.once("disconnect", () => process.exit());
