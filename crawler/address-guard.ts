import { lookup as dnsLookup, type LookupAddress } from "node:dns";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { PermanentError, TransientError, UsageError } from "../errors.ts";

/** An address a name stands for; `family` is 4 or 6. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks the system for every address of a name. Tests hand in their own. */
export type ResolveHost = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export interface AddressGuardOptions {
  /** Networks that may be reached although they are not public, in CIDR notation; a bare address stands for itself. */
  readonly allowNet: readonly string[];
  readonly resolveHost?: ResolveHost;
}

/**
 * Keeps Galley out of networks that a page has no business with (server-side request forgery). Every connection,
 * of the HTTP client and of the browser, is made to an address that `addressesOf` has let through: the name is
 * resolved once, and the checked address is the one that is connected to, so that a second answer of the
 * name server (DNS rebinding) is never used.
 */
export interface AddressGuard {
  /**
   * Whether an address may be connected to, whatever its spelling: zone ids and brackets are read, IPv4 inside of
   * mapped and NAT64 addresses is judged as IPv4. What is no address is refused.
   */
  allows(address: string): boolean;
  /**
   * The addresses of a host (a name, or an address as it stands in a URL) that may be connected to; never empty.
   * @throws PermanentError address-refused when none may be; TransientError host-not-found when there is none.
   */
  addressesOf(hostname: string): Promise<readonly ResolvedAddress[]>;
  /** `addressesOf` in the form of the `lookup` option of net.connect. Not called by Node for literal addresses. */
  lookup(hostname: string, options: LookupOptions, callback: LookupCallback): void;
}

interface LookupOptions {
  readonly all?: boolean | undefined;
  readonly family?: number | "IPv4" | "IPv6" | undefined;
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Only these are handed out for use on the public Internet (RFC 4291 §2.4, IANA's registry): all else is special. */
const GLOBAL_UNICAST: Network = [ipaddr.IPv6.parse("2000::"), 3];
/** The well-known NAT64 prefix (RFC 6052 §2.1): the IPv4 address in its last 32 bits is what is reached. */
const NAT64: Network = [ipaddr.IPv6.parse("64:ff9b::"), 96];
/** An interface identifier of ISATAP (RFC 5214 §6.1) carries an IPv4 address of the tunnel's inside. */
const ISATAP_MARKS: ReadonlySet<number> = new Set([0x0000, 0x0200]);

const CIDR = /^(?<address>[0-9a-f.:]+)(?:\/(?<prefix>\d{1,3}))?$/iu;

/**
 * Reads one network of `--allow-net`.
 * @throws UsageError when it is no CIDR.
 */
function parseNetwork(text: string): Network {
  const { address = "", prefix } = CIDR.exec(text.trim())?.groups ?? {};
  const family = isIP(address);
  const bits = family === 4 ? 32 : 128;
  const length = prefix === undefined ? bits : Number(prefix);
  if (family === 0 || length > bits) {
    throw new UsageError(
      "usage",
      `--allow-net ${JSON.stringify(text)} is not a network; write it as CIDR, for example 127.0.0.0/8, 10.1.2.0/24 or fd00::/8`,
    );
  }
  return [ipaddr.parse(address), length];
}

/** An address without brackets and zone id (RFC 4007 §11), or null when it is none. */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = text.replace(/^\[|\]$/gu, "").replace(/%.*$/u, "");
  // isIP takes canonical four-part decimal alone; other IPv4 spellings never come out of a URL or a lookup.
  return isIP(bare) === 0 ? null : ipaddr.parse(bare);
}

function lastFour(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(-4));
}

/** The address that packets go to: IPv4 inside of mapped (RFC 4291 §2.5.5.2) and NAT64 addresses is unwrapped. */
function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address.kind() === "ipv4") return address;
  const v6 = address as ipaddr.IPv6;
  return v6.isIPv4MappedAddress() || v6.match(NAT64[0] as ipaddr.IPv6, NAT64[1]) ? lastFour(v6) : v6;
}

function inNetwork(address: ipaddr.IPv4 | ipaddr.IPv6, [network, length]: Network): boolean {
  if (address.kind() !== network.kind()) return false;
  return address.kind() === "ipv4"
    ? (address as ipaddr.IPv4).match(network as ipaddr.IPv4, length)
    : (address as ipaddr.IPv6).match(network as ipaddr.IPv6, length);
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== "unicast") return false;
  if (address.kind() === "ipv4") return true;
  const { parts } = address as ipaddr.IPv6;
  const isatap = ISATAP_MARKS.has(parts[4] ?? 0) && parts[5] === 0x5efe;
  return inNetwork(address, GLOBAL_UNICAST) && !isatap;
}

/** Whether a host is a name kept for special use, or below it. */
function isBelow(hostname: string, reserved: "localhost" | "invalid"): boolean {
  const name = hostname.toLowerCase().replace(/\.$/u, "");
  return name === reserved || name.endsWith(`.${reserved}`);
}

const LOOPBACK: readonly ResolvedAddress[] = [{ address: "127.0.0.1", family: 4 }];

function resolveWithSystem(hostname: string): Promise<readonly ResolvedAddress[]> {
  return new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true, order: "verbatim" }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })));
    });
  });
}

async function resolveName(hostname: string, resolveHost: ResolveHost): Promise<readonly ResolvedAddress[]> {
  try {
    return await resolveHost(hostname);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    const hint =
      code === "EAI_AGAIN"
        ? "the name server did not answer"
        : "no such name; check its spelling and your DNS";
    throw new TransientError("host-not-found", `the host ${hostname} could not be resolved: ${hint}`, {
      cause,
    });
  }
}

function refusal(hostname: string, addresses: readonly string[]): PermanentError {
  const [first = hostname] = addresses;
  const parsed = parseAddress(first);
  const address = parsed === null ? first : unwrap(parsed).toString();
  const reached = first === hostname.replace(/^\[|\]$/gu, "") ? "" : `, which is ${first},`;
  return new PermanentError(
    "address-refused",
    `${hostname}${reached} is not on the public Internet and was not contacted; to allow it, ` +
      `pass --allow-net CIDR, for example --allow-net ${address}/${address.includes(":") ? 128 : 32}`,
  );
}

/**
 * Makes a guard that lets public unicast addresses through, and what `allowNet` opens.
 * @throws UsageError when an entry of `allowNet` is no CIDR.
 */
export function createAddressGuard(options: AddressGuardOptions): AddressGuard {
  const opened = options.allowNet.map(parseNetwork);
  const resolveHost = options.resolveHost ?? resolveWithSystem;

  function allows(text: string): boolean {
    const written = parseAddress(text);
    if (written === null) return false;
    const address = unwrap(written);
    if (isPublic(address)) return true;
    return opened.some((network) => inNetwork(address, network) || inNetwork(written, network));
  }

  async function candidates(hostname: string): Promise<readonly ResolvedAddress[]> {
    const bare = hostname.replace(/^\[|\]$/gu, "");
    const literal = isIP(bare.replace(/%.*$/u, ""));
    if (literal !== 0) return [{ address: bare, family: literal === 6 ? 6 : 4 }];
    // Neither is asked of DNS (RFC 6761 §6.3 and §6.4): one is loopback, the other never there.
    if (isBelow(hostname, "localhost")) return LOOPBACK;
    return isBelow(hostname, "invalid") ? [] : resolveName(hostname, resolveHost);
  }

  async function addressesOf(hostname: string): Promise<readonly ResolvedAddress[]> {
    const found = await candidates(hostname);
    const allowed = found.filter(({ address }) => allows(address));
    if (allowed.length > 0) return allowed;
    if (found.length === 0) {
      throw new TransientError("host-not-found", `the host ${hostname} has no address; check its spelling`);
    }
    throw refusal(
      hostname,
      found.map(({ address }) => address),
    );
  }

  return {
    allows,
    addressesOf,
    lookup(hostname, lookupOptions, callback) {
      void answerLookup(addressesOf(hostname), lookupOptions, callback);
    },
  };
}

async function answerLookup(
  pending: Promise<readonly ResolvedAddress[]>,
  options: LookupOptions,
  callback: LookupCallback,
): Promise<void> {
  let addresses: readonly ResolvedAddress[];
  try {
    addresses = await pending;
  } catch (error) {
    callback(error as NodeJS.ErrnoException, options.all === true ? [] : "");
    return;
  }
  const family = options.family === "IPv4" ? 4 : options.family === "IPv6" ? 6 : (options.family ?? 0);
  const wanted = family === 0 ? addresses : addresses.filter((entry) => entry.family === family);
  const [first] = wanted;
  if (first === undefined) {
    const error: NodeJS.ErrnoException = new Error(`no IPv${family} address`);
    error.code = "ENOTFOUND";
    callback(error, options.all === true ? [] : "");
  } else if (options.all === true) callback(null, [...wanted]);
  else callback(null, first.address, first.family);
}
