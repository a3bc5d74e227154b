import { randomBytes } from "node:crypto";
import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { GalleyError, messageOf, PermanentError, TransientError } from "../errors.ts";
import { checkLiteral, connectGuarded, type WayOut } from "./guarded-connect.ts";

/**
 * The browser's only way out: a forward proxy inside of this process. Chromium resolves no names and opens no
 * connections of its own, so that each of its requests (pages, redirects, frames, scripts, sockets) goes to an
 * address that the guard has checked and to no other.
 */
export interface GuardedProxy {
  /** `http://127.0.0.1:PORT`. */
  readonly server: string;
  /** Without these the proxy serves nobody: it listens on loopback, where others are too. */
  readonly username: string;
  readonly password: string;
  /** Why the last connection to this `host:port` failed, or null. */
  failureOf(authority: string): GalleyError | null;
  close(): Promise<void>;
}

export interface GuardedProxyOptions extends WayOut {
  /** Largest response that is passed on over plain HTTP; TLS is opaque here. */
  readonly maxBytes: number;
}

/** Headers that belong to one connection and are not passed on (RFC 9110 §7.6.1). */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Failures remembered for error messages; a page touches a few dozen hosts. */
const MAX_FAILURES = 500;

function passedOn(headers: IncomingMessage["headers"]): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !HOP_BY_HOP.has(name),
  );
  return Object.fromEntries(kept) as Record<string, string | string[]>;
}

function nameProxyFailure(error: unknown, authority: string): GalleyError {
  if (error instanceof GalleyError) return error;
  return new TransientError("connection-failed", `no connection to ${authority}: ${messageOf(error)}`, {
    cause: error,
  });
}

/** Host and port of a CONNECT request (RFC 9110 §9.3.6), or null. */
function parseAuthority(authority: string): { readonly host: string; readonly port: number } | null {
  if (!URL.canParse(`http://${authority}`) || !/:\d+$/u.test(authority)) return null;
  const { hostname } = new URL(`http://${authority}`);
  return {
    host: hostname.replace(/^\[|\]$/gu, ""),
    port: Number(authority.slice(authority.lastIndexOf(":") + 1)),
  };
}

interface ProxyContext extends GuardedProxyOptions {
  readonly agent: Agent;
  readonly authorization: string;
  readonly note: (authority: string, error: unknown) => void;
  /** A connection that stands makes an earlier failure past. */
  readonly forget: (authority: string) => void;
}

async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  context: ProxyContext,
): Promise<void> {
  const target = URL.canParse(incoming.url ?? "") ? new URL(incoming.url ?? "") : null;
  if (target?.protocol !== "http:") {
    outgoing.writeHead(400).end();
    return;
  }
  const authority = `${target.hostname}:${target.port || "80"}`;
  const fail = (error: unknown): void => {
    context.note(authority, error);
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502, { "content-type": "text/plain" }).end("not reached");
  };
  try {
    await checkLiteral(target.hostname, context.guard);
  } catch (error) {
    fail(error);
    return;
  }
  const upstream = request({
    agent: context.agent,
    host: target.hostname.replace(/^\[|\]$/gu, ""),
    port: target.port || 80,
    method: incoming.method,
    path: target.pathname + target.search,
    headers: { ...passedOn(incoming.headers), host: target.host },
    setHost: false,
  });
  upstream.on("error", fail);
  upstream.on("response", (response) => {
    context.forget(authority);
    passOn(response, outgoing, { authority, fail, maxBytes: context.maxBytes });
  });
  outgoing.on("close", () => upstream.destroy());
  incoming.on("error", () => upstream.destroy()).pipe(upstream);
}

interface Passage {
  readonly authority: string;
  readonly fail: (error: unknown) => void;
  readonly maxBytes: number;
}

function passOn(response: IncomingMessage, outgoing: ServerResponse, passage: Passage): void {
  let left = passage.maxBytes;
  response.on("error", passage.fail);
  response.on("data", (chunk: Uint8Array) => {
    left -= chunk.byteLength;
    if (left >= 0) return;
    const message = `an answer of ${passage.authority} is larger than ${passage.maxBytes} bytes, the limit for one page`;
    response.destroy(new PermanentError("too-large", message));
  });
  outgoing.writeHead(response.statusCode ?? 502, passedOn(response.headers));
  response.pipe(outgoing);
}

async function tunnel(incoming: IncomingMessage, client: Socket, context: ProxyContext): Promise<void> {
  const authority = incoming.url ?? "";
  const target = parseAuthority(authority);
  if (target === null) {
    client.end("HTTP/1.1 400 Bad Request\r\n\r\n");
    return;
  }
  const gone = new AbortController();
  client.once("close", () => gone.abort());
  try {
    const upstream = await connectGuarded({
      ...target,
      guard: context.guard,
      proxy: context.proxy,
      signal: gone.signal,
    });
    context.forget(authority);
    upstream.on("error", () => client.destroy()).on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    upstream.pipe(client).pipe(upstream);
  } catch (error) {
    context.note(authority, error);
    client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  }
}

const CHALLENGE = 'Basic realm="galley"';

function listen(context: ProxyContext): Promise<Server> {
  const welcome = (incoming: IncomingMessage): boolean =>
    incoming.headers["proxy-authorization"] === context.authorization;
  const server = createServer((incoming, outgoing) => {
    if (welcome(incoming)) void forward(incoming, outgoing, context);
    else outgoing.writeHead(407, { "proxy-authenticate": CHALLENGE }).end();
  });
  server.on("connect", (incoming: IncomingMessage, client: Socket) => {
    client.on("error", () => client.destroy());
    if (welcome(incoming)) void tunnel(incoming, client, context);
    else {
      client.end(
        `HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${CHALLENGE}\r\nContent-Length: 0\r\n\r\n`,
      );
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

/** For plain HTTP, which the browser asks this proxy to pass on. */
function forwardingAgent({ guard, proxy }: WayOut): Agent {
  const agent = new Agent({
    keepAlive: true,
    lookup: (hostname, lookupOptions, callback) => guard.lookup(hostname, lookupOptions, callback),
  });
  if (proxy === null) return agent;
  agent.createConnection = (target, callback) => {
    const { host, port } = target as { readonly host: string; readonly port: number | string };
    connectGuarded({ host, port: Number(port), guard, proxy }).then(
      (socket) => {
        callback?.(null, socket);
        // The handshake with the proxy left it paused; Node's client attaches itself within this turn.
        setImmediate(() => socket.resume());
      },
      (error: unknown) => callback?.(error as Error, null as unknown as Socket),
    );
    return undefined;
  };
  return agent;
}

/** Starts a proxy on a free loopback port. */
export async function startGuardedProxy(options: GuardedProxyOptions): Promise<GuardedProxy> {
  const username = "galley";
  const password = randomBytes(16).toString("hex");
  const failures = new Map<string, GalleyError>();
  const tunnels = new Set<Socket>();
  const agent = forwardingAgent(options);
  const server = await listen({
    ...options,
    agent,
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
    forget: (authority) => failures.delete(authority),
    note(authority, error) {
      failures.delete(authority);
      failures.set(authority, nameProxyFailure(error, authority));
      const [oldest] = failures.keys();
      if (failures.size > MAX_FAILURES && oldest !== undefined) failures.delete(oldest);
    },
  });
  server.on("connection", (socket) => {
    tunnels.add(socket);
    socket.once("close", () => tunnels.delete(socket));
  });
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    username,
    password,
    failureOf: (authority) => failures.get(authority) ?? null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // CONNECT tunnels are not the server's connections any more; they end here.
        for (const socket of tunnels) socket.destroy();
        agent.destroy();
      }),
  };
}
