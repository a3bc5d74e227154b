import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { App } from "./app.ts";
import { PROBLEM_TYPE, problemOf, RequestError, type Problem } from "./problem.ts";

/** Fastify's own refusals, by its error codes. */
const FASTIFY_FAULTS: Readonly<Record<string, RequestError["code"]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "body-too-large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported-media-type",
  FST_ERR_CTP_EMPTY_TYPE: "unsupported-media-type",
};

/** What of a thrown error is the request's fault, as an error with a name. */
function nameFault(error: unknown): unknown {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map(({ instancePath, message }) => ({
      path: `${error.validationContext ?? ""}${instancePath}`,
      message: message ?? "does not fit",
    }));
    const first = issues[0];
    const message = `The request does not fit: ${first === undefined ? "" : `${first.path}: ${first.message}`}`;
    return new RequestError("invalid-request", message, { issues });
  }
  if (error instanceof Error && "code" in error && "statusCode" in error) {
    const named = FASTIFY_FAULTS[String(error.code)];
    if (named !== undefined) return new RequestError(named, error.message);
    if (Number(error.statusCode) === 404) return new RequestError("not-found", error.message);
    if (Number(error.statusCode) >= 400 && Number(error.statusCode) < 500)
      return new RequestError("invalid-request", error.message);
  }
  return error;
}

/** How an area of the server puts a problem: Galley's own as RFC 9457, Firecrawl's clients as they know it. */
export type ProblemForm = (problem: Problem) => {
  readonly type: string;
  /** Sent as it is when it is text, else as JSON. */
  readonly body: unknown;
};

export const asProblemDetails: ProblemForm = (problem) => ({ type: PROBLEM_TYPE, body: problem });

/** Sends every failure under this part of the server in `form`. */
export function answerProblems(app: App, form: ProblemForm): void {
  app.setErrorHandler((error, request, reply) => {
    const named = nameFault(error);
    const { problem, retryAfterS } = problemOf(named);
    // Everything else that begins with a 5 is a site that does not answer, or a server that stops.
    if (problem.status === 500) request.log.error({ err: error }, problem.detail);
    else if (problem.status > 500) request.log.warn({ code: problem.code }, problem.detail);
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (retryAfterS !== null) void reply.header("retry-after", retryAfterS);
    const { type, body } = form(problem);
    // Sent as a string: the route's own schema describes its success alone.
    void reply
      .code(problem.status)
      .type(type)
      .serializer(String)
      .send(typeof body === "string" ? body : JSON.stringify(body));
  });
}
