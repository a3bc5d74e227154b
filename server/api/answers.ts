import type { z } from "zod";
import { PROBLEM_TYPE, problemSchema } from "../problem.ts";

const problem = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: problemSchema } },
});

/** The answers of a route, for its schema: its success, and problem details for everything else. */
export function answers<Schema extends z.ZodType>(success: Schema) {
  return {
    200: success,
    "4xx": problem("The request or the page is at fault; `code` says how"),
    "5xx": problem("Galley, or the page's server, is in trouble; `code` says how"),
  };
}
