/** `npm run assemble`: writes the bytes of the network's kernel from its source. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MODEL = new URL("../extractor/model/", import.meta.url);
const SOURCE = "net-kernel.wat";
const BYTES = "net-kernel-bytes.ts";

/** The kernel's bytes as base64, assembled by the WebAssembly Binary Toolkit (the package `wabt`). */
export function assembleKernel(): string {
  const assembler = fileURLToPath(new URL("../node_modules/wabt/bin/wat2wasm", import.meta.url));
  const source = fileURLToPath(new URL(SOURCE, MODEL));
  return execFileSync(process.execPath, [assembler, source, "--output=-"]).toString("base64");
}

if (import.meta.main) {
  const file = `/** The bytes of ${SOURCE}; \`npm run assemble\` writes them. */\nexport const NET_KERNEL =\n  "${assembleKernel()}";\n`;
  writeFileSync(new URL(BYTES, MODEL), file);
}
