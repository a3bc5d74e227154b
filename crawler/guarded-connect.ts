import { connect as netConnect, isIP, type Socket } from "node:net";
import { buildConnector } from "undici";
import { PermanentError } from "../errors.ts";
import { openThroughProxy } from "./proxy/open-through-proxy.ts";
import type { UpstreamProxy } from "./proxy/parse-proxy.ts";
import type { AddressGuard } from "./address-guard.ts";

/** Time for a TCP and TLS handshake; a slower host is not going to serve pages. */
export const CONNECT_TIMEOUT_MS = 10_000;

/** The way out: straight, or through a proxy of the user's. */
export interface WayOut {
  readonly guard: AddressGuard;
  readonly proxy: UpstreamProxy | null;
}

/**
 * The connector of an undici Agent behind the guard; over TLS it offers HTTP/2. Through a proxy, too, names are resolved
 * here and the tunnel leads to a checked address: what the proxy would resolve a name to, nobody knows.
 */
export function guardedConnector({ guard, proxy }: WayOut): buildConnector.connector {
  return proxy === null ? directConnector(guard) : proxiedConnector(guard, proxy);
}

function proxiedConnector(guard: AddressGuard, proxy: UpstreamProxy): buildConnector.connector {
  const secure = buildConnector({ timeout: CONNECT_TIMEOUT_MS, allowH2: true });
  return (options, callback) => {
    const { hostname: host, protocol, port } = options;
    const target = { host, port: Number(port) || (protocol === "https:" ? 443 : 80), guard, proxy };
    connectGuarded(target).then(
      (socket) => {
        if (protocol === "https:") secure({ ...options, httpSocket: socket }, callback);
        else callback(null, socket);
      },
      (error: unknown) => callback(error as Error, null),
    );
  };
}

/**
 * The connector without a proxy: the host is checked whether it is a name or a literal address
 * (for which Node never calls `lookup`), names connect to the checked addresses alone, and the peer's address is
 * looked at once more when the socket stands.
 */
function directConnector(guard: AddressGuard): buildConnector.connector {
  const connector = buildConnector({
    lookup: (hostname, options, callback) => guard.lookup(hostname, options, callback),
    timeout: CONNECT_TIMEOUT_MS,
    autoSelectFamily: true,
    allowH2: true,
  } as buildConnector.BuildOptions);
  return (options, callback) => {
    checkLiteral(options.hostname, guard).then(
      () =>
        connector(options, (...[error, socket]) => {
          if (error !== null) callback(error, null);
          else if (guard.allows(socket.remoteAddress ?? "")) callback(null, socket);
          else {
            socket.destroy();
            callback(
              new PermanentError("address-refused", `${options.hostname} led to a refused address`),
              null,
            );
          }
        }),
      (error: unknown) => callback(error as Error, null),
    );
  };
}

/**
 * Refuses a literal address. Names are checked in `lookup`, which resolves them but once; Node never calls it for literals.
 * @throws PermanentError address-refused.
 */
export async function checkLiteral(hostname: string, guard: AddressGuard): Promise<void> {
  const bare = hostname.replace(/^\[|\]$/gu, "");
  if (isIP(bare) !== 0) await guard.addressesOf(bare);
}

export interface GuardedSocketOptions {
  readonly host: string;
  readonly port: number;
  readonly guard: AddressGuard;
  readonly proxy?: UpstreamProxy | null;
  readonly signal?: AbortSignal;
}

/**
 * A TCP connection to a host the guard lets through.
 * @throws what `AddressGuard.addressesOf` throws, and Node's connection errors.
 */
export async function connectGuarded(options: GuardedSocketOptions): Promise<Socket> {
  const { host, port, guard, proxy = null, signal } = options;
  const addresses = await guard.addressesOf(host);
  let failure: unknown = null;
  for (const { address } of addresses) {
    try {
      if (proxy === null) return await connectOnce(address, port, signal);
      return await openThroughProxy(proxy, { address, port }, { timeoutMs: CONNECT_TIMEOUT_MS, signal });
    } catch (error) {
      failure = error;
      signal?.throwIfAborted();
    }
  }
  throw failure;
}

function connectOnce(address: string, port: number, signal: AbortSignal | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = netConnect({ host: address, port, ...(signal === undefined ? {} : { signal }) });
    socket.setTimeout(CONNECT_TIMEOUT_MS, () => socket.destroy(new Error(`no connection to ${address}`)));
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.setTimeout(0);
      socket.off("error", reject);
      resolve(socket);
    });
  });
}
