/** `node load-articles.ts URL…`: one document a line. ALLOW_NET opens private networks, for trying it at home. */
import { GalleyLoader } from "./galley-loader.ts";

const allowNet = process.env["ALLOW_NET"]?.split(",") ?? [];
const loader = new GalleyLoader(process.argv.slice(2), {
  allowNet,
  onFailure: (url, { code, message }) => process.stderr.write(`${code}\t${url}\t${message}\n`),
});
for await (const document of loader.lazyLoad()) process.stdout.write(`${JSON.stringify(document)}\n`);
