import type { z } from "zod";
import { RequestError } from "../problem.ts";

/**
 * What a page's address or form says.
 * @throws RequestError invalid-request, for what none of our own links and forms sends
 */
export function readRequest<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") ?? "The request";
  throw new RequestError("invalid-request", `${where}: ${issue?.message ?? "is wrong"}`);
}
