import { ZodError } from "zod";
import { UsageError } from "../../errors.ts";
import { RequestError } from "../problem.ts";

/** Reads a request with `read`; what does not fit is the request's fault. */
export function understand<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof ZodError) {
      const issues = error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
      throw new RequestError(
        "invalid-request",
        `Bad request: ${issues.map(({ path, message }) => `${path}: ${message}`).join("; ")}`,
        { issues },
      );
    }
    if (error instanceof UsageError) throw new RequestError("invalid-request", error.message);
    throw error;
  }
}
