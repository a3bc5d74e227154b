import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { TestContext } from "node:test";
import { createServer as createTlsServer } from "node:tls";
import type { Certificate } from "./make-certificate.ts";

/** A proxy that notes where it was asked to lead, as `address:port`. */
export interface TestProxy {
  readonly url: string;
  readonly asked: readonly string[];
}

const LOGIN = { username: "quay", password: "p@ss w0rd" };

type Listen = (serve: (socket: Socket) => void) => Server;

async function start(
  context: TestContext,
  { scheme, listen = createServer }: { readonly scheme: string; readonly listen?: Listen },
  serve: (socket: Socket) => void,
): Promise<string> {
  const sockets = new Set<Socket>();
  const server = listen((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => sockets.delete(socket));
    serve(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  context.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { username, password } = LOGIN;
  return `${scheme}://${username}:${encodeURIComponent(password)}@127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function lead(socket: Socket, address: string, ready: (onward: Socket) => void): void {
  const { hostname, port } = new URL(`http://${address}`);
  const onward = connect({ host: hostname.replace(/^\[|\]$/gu, ""), port: Number(port || 80) }, () =>
    ready(onward),
  );
  onward.on("error", () => socket.destroy());
  socket.on("close", () => onward.destroy());
}

/** A proxy that tunnels (CONNECT) for those who sign in. */
export function startHttpProxy(context: TestContext): Promise<TestProxy> {
  return startTunnels(context, { scheme: "http" });
}

/** The same, spoken to over TLS. */
export function startTlsProxy(context: TestContext, certificate: Certificate): Promise<TestProxy> {
  return startTunnels(context, { scheme: "https", listen: (serve) => createTlsServer(certificate, serve) });
}

async function startTunnels(
  context: TestContext,
  how: { readonly scheme: string; readonly listen?: Listen },
): Promise<TestProxy> {
  const asked: string[] = [];
  const expected = `basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString("base64")}`;
  const url = await start(context, how, (socket) => {
    socket.once("data", (data) => {
      const [line = "", ...headers] = data.toString("latin1").split("\r\n");
      const address = /^CONNECT (?<address>\S+) HTTP/u.exec(line)?.groups?.["address"] ?? "";
      const login = headers.find((header) => /^proxy-authorization:/iu.test(header))?.split(": ")[1] ?? "";
      if (login.toLowerCase() !== expected.toLowerCase()) {
        socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
        return;
      }
      asked.push(address);
      lead(socket, address, (onward) => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        socket.pipe(onward).pipe(socket);
      });
    });
  });
  return { url, asked };
}

/** A SOCKS 5 proxy for those who sign in (RFC 1928, RFC 1929). */
export async function startSocksProxy(context: TestContext): Promise<TestProxy> {
  const asked: string[] = [];
  const url = await start(context, { scheme: "socks5" }, (socket) => {
    const steps: ((data: Buffer) => void)[] = [
      () => socket.write(Buffer.from([5, 2])),
      (data) => {
        const name = data.subarray(2, 2 + (data[1] ?? 0)).toString();
        const password = data.subarray(3 + (data[1] ?? 0)).toString();
        socket.write(Buffer.from([1, name === LOGIN.username && password === LOGIN.password ? 0 : 1]));
      },
      (data) => {
        const length = data[3] === 4 ? 16 : 4;
        const bytes = data.subarray(4, 4 + length);
        const groups = Array.from({ length: 8 }, (_, i) =>
          length === 16 ? bytes.readUInt16BE(i * 2).toString(16) : "",
        );
        const host = length === 4 ? [...bytes].join(".") : `[${groups.join(":")}]`;
        const address = `${host}:${data.readUInt16BE(4 + length)}`;
        asked.push(address);
        socket.removeAllListeners("data");
        lead(socket, address, (onward) => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          socket.pipe(onward).pipe(socket);
        });
      },
    ];
    socket.on("data", (data) => steps.shift()?.(data));
  });
  return { url, asked };
}
