import { connect as netConnect, isIP, isIPv6, type Socket } from "node:net";
import { connect as tlsConnect } from "node:tls";
import { messageOf, TransientError } from "../../errors.ts";
import type { UpstreamProxy } from "./parse-proxy.ts";
import { createSocketReader, type SocketReader } from "./socket-reader.ts";

/** Answers to CONNECT have a few headers. */
const MAX_ANSWER = 16 * 1024;

/** Where a tunnel leads: an address that was checked, never a name. */
export interface TunnelEnd {
  readonly address: string;
  readonly port: number;
}

export interface TunnelOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

function dial({ kind, host, port }: UpstreamProxy): { readonly socket: Socket; readonly ready: string } {
  if (kind !== "https") return { socket: netConnect({ host, port }), ready: "connect" };
  // An address is no server name (RFC 6066 §3); the certificate is checked against it all the same.
  const servername = isIP(host) === 0 ? host : "";
  return {
    socket: tlsConnect({ host, port, servername, ALPNProtocols: ["http/1.1"] }),
    ready: "secureConnect",
  };
}

function connected(socket: Socket, ready: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once(ready, () => {
      socket.off("error", reject);
      resolve();
    });
  });
}

/** RFC 9110 §9.3.6. */
async function askHttp(
  socket: Socket,
  reader: SocketReader,
  proxy: UpstreamProxy,
  to: TunnelEnd,
): Promise<void> {
  const authority = `${isIPv6(to.address) ? `[${to.address}]` : to.address}:${to.port}`;
  const { credentials } = proxy;
  const basic =
    credentials === null
      ? ""
      : Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64");
  const authorization = basic === "" ? "" : `Proxy-Authorization: Basic ${basic}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization}\r\n`);
  const answer = (await reader.takeThrough("\r\n\r\n", MAX_ANSWER)).toString("latin1");
  const status = Number(/^HTTP\/1\.[01] (?<status>\d{3})/u.exec(answer)?.groups?.["status"]);
  if (status < 200 || status > 299 || Number.isNaN(status))
    throw new Error(`it answered ${Number.isNaN(status) ? "no HTTP" : `with status ${status}`}`);
}

const SOCKS_FAILURES = [
  "",
  "general failure",
  "not allowed by its rules",
  "network unreachable",
  "host unreachable",
  "connection refused",
  "time to live expired",
  "command not supported",
  "address type not supported",
];

function addressBytes(address: string): Buffer {
  if (!isIPv6(address)) return Buffer.from([1, ...address.split(".").map(Number)]);
  const { hostname } = new URL(`http://[${address}]`);
  const [head = "", tail] = hostname.slice(1, -1).split("::");
  const groups = (text: string): number[] =>
    text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
  const [before, after] = [groups(head), groups(tail ?? "")];
  const words = [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
  return Buffer.from([4, ...words.flatMap((word) => [word >> 8, word & 0xff])]);
}

/** RFC 1929. */
async function signIn(socket: Socket, reader: SocketReader, proxy: UpstreamProxy): Promise<void> {
  const [name, password] = [proxy.credentials?.username ?? "", proxy.credentials?.password ?? ""].map(
    (text) => Buffer.from(text).subarray(0, 255),
  );
  const [nameBytes, passwordBytes] = [name ?? Buffer.alloc(0), password ?? Buffer.alloc(0)];
  socket.write(
    Buffer.concat([
      Buffer.from([1, nameBytes.length]),
      nameBytes,
      Buffer.from([passwordBytes.length]),
      passwordBytes,
    ]),
  );
  const [, status] = await reader.take(2);
  if (status !== 0) throw new Error("it refused the user name and password");
}

/** RFC 1928. */
async function askSocks(
  socket: Socket,
  reader: SocketReader,
  proxy: UpstreamProxy,
  to: TunnelEnd,
): Promise<void> {
  socket.write(Buffer.from(proxy.credentials === null ? [5, 1, 0] : [5, 2, 0, 2]));
  const [version, method] = await reader.take(2);
  if (version !== 5 || (method !== 0 && method !== 2))
    throw new Error("it speaks no SOCKS 5, or asks for another way to sign in");
  if (method === 2) await signIn(socket, reader, proxy);
  socket.write(
    Buffer.concat([
      Buffer.from([5, 1, 0]),
      addressBytes(to.address),
      Buffer.from([to.port >> 8, to.port & 0xff]),
    ]),
  );
  const [, failure = 1, , type] = await reader.take(4);
  if (failure !== 0)
    throw new Error(`it could not connect: ${SOCKS_FAILURES[failure] ?? `failure ${failure}`}`);
  const length = type === 1 ? 4 : type === 4 ? 16 : ((await reader.take(1))[0] ?? 0);
  await reader.take(length + 2);
}

/**
 * A connection to a checked address through a proxy. The proxy itself may stand anywhere: it was named by the user.
 * @throws TransientError connection-failed that names the proxy.
 */
export async function openThroughProxy(
  proxy: UpstreamProxy,
  to: TunnelEnd,
  options: TunnelOptions,
): Promise<Socket> {
  const { socket, ready } = dial(proxy);
  const stop = (): void => void socket.destroy(new Error("it did not answer in time"));
  const timer = setTimeout(stop, options.timeoutMs);
  options.signal?.addEventListener("abort", stop, { once: true });
  try {
    await connected(socket, ready);
    const reader = createSocketReader(socket);
    await (proxy.kind === "socks" ? askSocks : askHttp)(socket, reader, proxy, to);
    reader.end();
    return socket;
  } catch (cause) {
    socket.on("error", () => undefined).destroy();
    const message = `no way through the proxy ${proxy.host}:${proxy.port}: ${messageOf(cause)}`;
    throw new TransientError("connection-failed", message, { cause });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", stop);
  }
}
