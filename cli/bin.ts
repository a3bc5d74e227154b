#!/usr/bin/env node
/**
 * What `npx galley` starts. It imports nothing before it has looked at Node's version: an older Node would stop at the first
 * import with a syntax error or a missing name, and say nothing of what to do.
 */
const NEEDED = [24, 15] as const;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) {
  await import("./main.ts");
} else {
  process.stderr.write(
    `galley: needs Node ${NEEDED.join(".")} or newer, and this is Node ${process.versions.node}. ` +
      "Install a newer one (https://nodejs.org), or run: npx -p node@24 -p galley galley …\n",
  );
  // As in exit-codes.ts, which cannot be imported yet.
  process.exitCode = 2;
}
