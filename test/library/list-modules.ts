/** Preloaded into a child process: prints the URL or name of every module that is loaded, one a line, on stderr. */
import { registerHooks } from "node:module";
import { writeSync } from "node:fs";

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    writeSync(2, `${found.url}\n`);
    return found;
  },
});
