#!/usr/bin/env node
import { CommanderError } from "commander";
import { ignoreLostReader } from "./lost-reader.ts";
import { createProgram } from "./create-program.ts";
import { readConfig } from "./config.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { reportError } from "./report-error.ts";

// A reader that has gone (`| head`) ends a filter quietly.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
// Nobody is left to be told anything; what is under way goes on.
process.stderr.on("error", ignoreLostReader);

try {
  const program = createProgram(readConfig(process.env), (exitCode) => {
    process.exitCode = exitCode;
  });
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT_CODES.usage;
  else process.exitCode = reportError(error);
}
