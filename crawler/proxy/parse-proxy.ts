import { UsageError } from "../../errors.ts";

/** A proxy that requests go out through. */
export interface UpstreamProxy {
  /** `http` and `https` are asked to tunnel (CONNECT, RFC 9110 §9.3.6); `socks` is SOCKS 5 (RFC 1928). */
  readonly kind: "http" | "https" | "socks";
  readonly host: string;
  readonly port: number;
  /** null for a proxy that asks for none. */
  readonly credentials: { readonly username: string; readonly password: string } | null;
}

const KINDS: Readonly<Record<string, readonly [kind: UpstreamProxy["kind"], port: number]>> = {
  "http:": ["http", 80],
  "https:": ["https", 443],
  "socks:": ["socks", 1080],
  "socks5:": ["socks", 1080],
  // The h says that the proxy resolves names; Galley does, since it connects to addresses it has checked alone.
  "socks5h:": ["socks", 1080],
};

/**
 * Reads a proxy's URL: `http://user:password@host:port`, https or socks5.
 * @throws UsageError when it is none. The message does not repeat it: it may hold a password.
 */
export function parseProxy(text: string): UpstreamProxy {
  const url = URL.canParse(text) ? new URL(text) : null;
  const [kind, port] = KINDS[url?.protocol ?? ""] ?? [];
  if (url === null || kind === undefined || url.hostname === "") {
    throw new UsageError(
      "usage",
      "the proxy is no http, https or socks5 URL; write http://HOST:PORT or socks5://HOST:PORT",
    );
  }
  const { username, password } = url;
  const credentials =
    username === ""
      ? null
      : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  return {
    kind,
    host: url.hostname.replace(/^\[|\]$/gu, ""),
    port: url.port === "" ? (port ?? 0) : Number(url.port),
    credentials,
  };
}
