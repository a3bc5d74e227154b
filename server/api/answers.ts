import { z } from "zod";
import { PROBLEM_TYPE, problemSchema } from "../problem.ts";

const problem = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: problemSchema } },
});

const failures = {
  "4xx": problem("The request or the page is at fault; `code` says how"),
  "5xx": problem("Galley, or the page's server, is in trouble; `code` says how"),
};

/** The answers of a route, for its schema: its success, a text, and problem details for everything else. */
export function textAnswers(type: string, description: string) {
  return { ...failures, 200: { description, content: { [type]: { schema: z.string() } } } };
}

/** The answers of a route of JSON. */
export function answers<Schema extends z.ZodType>(success: Schema) {
  return { ...failures, 200: success };
}
