/** `npm run assemble`: writes the bytes of the network's kernel from its source. */
import { readFileSync, writeFileSync } from "node:fs";
import wabt from "wabt";

const MODEL = new URL("../extractor/model/", import.meta.url);
const SOURCE = "net-kernel.wat";
const BYTES = "net-kernel-bytes.ts";

/** The kernel's bytes as base64, assembled by the WebAssembly Binary Toolkit. */
export async function assembleKernel(): Promise<string> {
  const { parseWat } = await wabt();
  const source = readFileSync(new URL(SOURCE, MODEL), "utf8");
  const { buffer } = parseWat(SOURCE, source, { simd: true }).toBinary({});
  return Buffer.from(buffer).toString("base64");
}

if (import.meta.main) {
  const bytes = await assembleKernel();
  const file = `/** The bytes of ${SOURCE}; \`npm run assemble\` writes them. */\nexport const NET_KERNEL =\n  "${bytes}";\n`;
  writeFileSync(new URL(BYTES, MODEL), file);
}
