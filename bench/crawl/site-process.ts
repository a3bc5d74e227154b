/** The site of bench:crawl in a process of its own: `node site-process.ts '{"hosts":…}'`; sends its seeds to its parent. */
import { startBigSite, type BigSiteOptions } from "../../test/site/big-site.ts";

const site = await startBigSite({
  ...(JSON.parse(process.argv[2] ?? "{}") as BigSiteOptions),
  keepPages: true,
});
process.send?.({ seeds: site.seeds, stories: site.stories.length });
process.once("disconnect", () => process.exit());
