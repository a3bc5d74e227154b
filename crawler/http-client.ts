import { Agent, request } from "undici";
import { PermanentError, TransientError } from "../errors.ts";
import type { AddressGuard } from "./address-guard.ts";
import type { CookieJars } from "./cookie-jars.ts";
import type { UpstreamProxy } from "./proxy/parse-proxy.ts";
import { startDeadline, type Deadline } from "./deadline.ts";
import { guardedConnector } from "./guarded-connect.ts";
import type { HostTrouble, HostTurn } from "./host-turn.ts";
import { nameFailure, troubleOf, type FailureContext } from "./http-errors.ts";
import { isHttpUrl } from "./parse-url.ts";
import { ACCEPT_ENCODING, readContent, streamContent } from "./read-content.ts";
import { joinSignals } from "../join-signals.ts";

/** What is known before the body is read. */
export interface HttpHead {
  readonly url: string;
  readonly status: number;
  /** Lower-case names; repeated values joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** Every URL that answered with a redirect, in order. */
  readonly redirects: readonly string[];
}

export interface HttpAnswer extends HttpHead {
  /** The body after content decoding. */
  readonly body: Uint8Array;
}

export interface GetOptions {
  /** For all requests and answers together; the time that beforeRequest takes does not count. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  readonly overflow?: "refuse" | "cut";
  /** For every request, or for the one to a URL. */
  readonly headers?: Readonly<Record<string, string>> | ((url: string) => Readonly<Record<string, string>>);
  readonly signal?: AbortSignal | undefined;
  /**
   * Called before every request, redirects included; throws to stop there. The turn it answers with is released when
   * that request's answer has been read, or has failed.
   */
  readonly beforeRequest?: (url: string) => Promise<HostTurn | null>;
  /** Called with the final head before the body is read; throws to leave the body unread. */
  readonly inspect?: (head: HttpHead) => void;
  /** Called with the final head; where it gives a reader, that takes the body as it arrives, and the answer has none. */
  readonly readerFor?: (head: HttpHead) => BodyReader | null;
  /** Called with the whole answer while the turn is held; throws to refuse it, so that the host gets its pause. */
  readonly judge?: (answer: HttpAnswer) => void;
}

/** Takes a body as it arrives, decoded, instead of having it gathered. */
export interface BodyReader {
  /** Limit for the bytes on the wire and, apart, for the decoded ones; what is beyond it is not handed out. */
  readonly maxBytes: number;
  read(chunks: AsyncIterable<Uint8Array>): Promise<void>;
}

/** GET over HTTP/1.1, or HTTP/2 where a server prefers it, with kept-alive connections, every one of them behind the address guard. */
export interface HttpClient {
  /** @throws PermanentError or TransientError as PageFetcher.fetch does; HTTP statuses are left to the caller. */
  get(url: string, options: GetOptions): Promise<HttpAnswer>;
  close(): Promise<void>;
}

export interface HttpClientOptions {
  readonly guard: AddressGuard;
  /** A proxy that everything goes out through; null, the default, for none. */
  readonly proxy?: UpstreamProxy | null;
  /** Sends sites' cookies back to them; without, none are kept. */
  readonly cookies?: CookieJars | null;
  readonly userAgent: string;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Connections to one origin; politeness decides how many requests there are, this only bounds a mistake. */
const CONNECTIONS_PER_ORIGIN = 8;

/** Origins whose idle connections are kept; a crawl over many hosts would pile up sockets otherwise. */
const KEEP_ALIVE_MS = 10_000;

function flatHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  const flat = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    typeof value === "object" ? value.join(", ") : (value ?? ""),
  ]);
  return Object.fromEntries(flat);
}

/** Where a redirect leads. The fragment goes, credentials go, the scheme stays http(s). */
function redirectTarget(location: string, from: string): string {
  if (!URL.canParse(location, from)) {
    throw new PermanentError(
      "invalid-url",
      `${from} redirects to "${location.slice(0, 200)}", which is no URL`,
      { url: from },
    );
  }
  const target = new URL(location, from);
  if (!isHttpUrl(target)) {
    throw new PermanentError(
      "invalid-url",
      `${from} redirects to a ${target.protocol} URL, which is not fetched`,
      { url: from },
    );
  }
  target.username = "";
  target.password = "";
  target.hash = "";
  return target.href;
}

/** Refuses a redirect to where we have been, and one too many. */
function checkRedirect(target: string, redirects: readonly string[], limit: number): void {
  const [first = target] = redirects;
  if (redirects.includes(target)) {
    throw new PermanentError("redirect-loop", `${first} redirects in a circle through ${target}`, {
      url: first,
    });
  }
  if (redirects.length > limit) {
    throw new PermanentError("redirect-loop", `${first} redirects more than ${limit} times`, { url: first });
  }
}

/** The turn ends with the answer, whatever it is; a host that asked for a pause gets it. */
async function inTurn<Result>(
  { turn, caller }: { readonly turn: HostTurn | null; readonly caller: AbortSignal | undefined },
  work: () => Promise<Result>,
): Promise<Result> {
  let pauseMs = 0;
  let trouble: HostTrouble | null = null;
  try {
    return await work();
  } catch (error) {
    pauseMs = error instanceof TransientError ? (error.retryAfterMs ?? 0) : 0;
    // An interruption says nothing about the host.
    trouble = caller?.aborted === true ? null : troubleOf(error);
    throw error;
  } finally {
    await turn?.release(pauseMs, trouble);
  }
}

/** A body that is not wanted: read if it is short, so that the connection stays; cut off if not. */
const DUMP_LIMIT = 64 * 1024;

export function createHttpClient({
  guard,
  userAgent,
  proxy = null,
  cookies = null,
}: HttpClientOptions): HttpClient {
  const agent = new Agent({
    connect: guardedConnector({ guard, proxy }),
    connections: CONNECTIONS_PER_ORIGIN,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 64 * 1024,
    allowH2: true,
  });

  async function send(url: string, options: GetOptions, signal: AbortSignal) {
    const given = typeof options.headers === "function" ? options.headers(url) : options.headers;
    const cookie = await cookies?.cookieFor(url);
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        "user-agent": userAgent,
        "accept-encoding": ACCEPT_ENCODING,
        ...(typeof cookie === "string" ? { cookie } : {}),
        ...given,
      },
    });
    if (headers["set-cookie"] !== undefined) await cookies?.keep(url, headers["set-cookie"]);
    return { status: statusCode, headers: flatHeaders(headers), body };
  }

  /** One request and its answer: the whole of it, or where it leads. */
  async function step(
    from: { readonly url: string; readonly redirects: readonly string[] },
    options: GetOptions,
    signal: AbortSignal,
  ): Promise<HttpAnswer | { readonly location: string }> {
    const answer = await send(from.url, options, signal);
    const { location } = answer.headers;
    if (REDIRECTS.has(answer.status) && location !== undefined) {
      await answer.body.dump({ limit: DUMP_LIMIT, signal });
      return { location };
    }
    const head: HttpHead = { ...from, status: answer.status, headers: answer.headers };
    const whole = { ...head, body: await readBody(head, answer.body, options) };
    options.judge?.(whole);
    return whole;
  }

  async function follow(
    context: { url: string },
    options: GetOptions,
    { deadline, signal }: { readonly deadline: Deadline; readonly signal: AbortSignal },
  ): Promise<HttpAnswer> {
    const redirects: string[] = [];
    for (;;) {
      const { url } = context;
      const turn = await deadline.hold(async () => (await options.beforeRequest?.(url)) ?? null);
      const answer = await inTurn({ turn, caller: options.signal }, () =>
        step({ url, redirects }, options, signal),
      );
      if (!("location" in answer)) return answer;
      redirects.push(url);
      context.url = redirectTarget(answer.location, url);
      checkRedirect(context.url, redirects, options.maxRedirects);
    }
  }

  return {
    async get(url, options) {
      const deadline = startDeadline(options.timeoutMs);
      using joined = joinSignals(deadline.signal, options.signal);
      const { signal } = joined;
      const start = new URL(url);
      start.hash = "";
      const context = { url: start.href };
      try {
        signal.throwIfAborted();
        return await follow(context, options, { deadline, signal });
      } catch (error) {
        const failure: FailureContext = {
          url: context.url,
          timeoutMs: options.timeoutMs,
          signal: options.signal,
          deadline: deadline.signal,
        };
        throw nameFailure(error, failure);
      } finally {
        deadline.stop();
      }
    },
    close: () => agent.destroy(),
  };
}

async function readBody(
  head: HttpHead,
  body: Awaited<ReturnType<typeof request>>["body"],
  options: GetOptions,
): Promise<Uint8Array> {
  const overflow = options.overflow ?? "refuse";
  try {
    options.inspect?.(head);
    const reader = options.readerFor?.(head) ?? null;
    const announced = Number(head.headers["content-length"] ?? 0);
    if (reader === null && overflow === "refuse" && announced > options.maxBytes) {
      const message = `${head.url} is ${announced} bytes, over the limit of ${options.maxBytes} for one page`;
      throw new PermanentError("too-large", message, { url: head.url });
    }
    const contentEncoding = head.headers["content-encoding"] ?? null;
    if (reader !== null) {
      const limits = { url: head.url, maxBytes: reader.maxBytes, overflow: "cut", contentEncoding } as const;
      await reader.read(streamContent(body, limits));
      return new Uint8Array();
    }
    return await readContent(body, { url: head.url, maxBytes: options.maxBytes, overflow, contentEncoding });
  } finally {
    // Whatever was not read is cut off; destroying a body that has ended does nothing.
    body.on("error", () => undefined).destroy();
  }
}
