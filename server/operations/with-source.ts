import { UsageError } from "../../errors.ts";
import { RequestError } from "../problem.ts";

/** Runs `work` on a source by its name; a name that no source has is the request's fault (not-found). */
export async function withSource<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) throw new RequestError("not-found", error.message);
    throw error;
  }
}
