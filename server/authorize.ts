import type { FastifyRequest } from "fastify";
import type { App } from "./app.ts";
import { RequestError } from "./problem.ts";
import type { TokenBook } from "./token-book.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Whose token the request carries; `anonymous` where no token is needed. */
    client: string;
  }
}

export const ANONYMOUS = "anonymous";

/** Paths that tell a load balancer whether to send work, and nothing else. */
const OPEN_PATHS: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

/** The token of `Authorization: Bearer …` (RFC 6750 §2.1), or of HTTP Basic's password, which browsers can send for pages. */
export function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization ?? "";
  const bearer = /^bearer +(\S+) *$/iu.exec(header)?.[1];
  if (bearer !== undefined) return bearer;
  const basic = /^basic +(\S+) *$/iu.exec(header)?.[1];
  if (basic === undefined) return null;
  const text = Buffer.from(basic, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? null : text.slice(colon + 1);
}

/** Where a server has tokens, nothing but the health checks answers without one. */
export function requireToken(app: App, book: TokenBook): void {
  app.decorateRequest("client", ANONYMOUS);
  if (book.entries.length === 0) return;
  app.addHook("onRequest", async (request, reply) => {
    if (OPEN_PATHS.has(request.url.split("?", 1)[0] ?? "")) return;
    const token = tokenOf(request);
    const name = token === null ? null : book.nameOf(token);
    if (name === null) {
      void reply.header("www-authenticate", 'Bearer realm="galley", Basic realm="galley"');
      const message =
        token === null
          ? "This server asks for a token: Authorization: Bearer TOKEN. galley token add NAME makes one."
          : "The token is not known here. galley token list shows whose are.";
      throw new RequestError("unauthorized", message);
    }
    request.client = name;
  });
}
