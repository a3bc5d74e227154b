import assert from "node:assert/strict";
import { test } from "node:test";
import { createAddressGuard, type ResolvedAddress } from "../../crawler/address-guard.ts";
import { createHttpClient } from "../../crawler/http-client.ts";
import { GalleyError, UsageError } from "../../errors.ts";
import { startServer } from "./loopback-server.ts";

const GET = { timeoutMs: 30_000, maxBytes: 1_000_000, maxRedirects: 10 };

/** Hosts as they may stand in a URL; none of them may be reached. */
const REFUSED_HOSTS: readonly string[] = [
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "127.255.255.254",
  "2130706433",
  "017700000001",
  "0177.0.0.1",
  "0177.0.0.01",
  "0x7f000001",
  "0x7f.0.0.1",
  "0x7F.0x0.0x0.0x1",
  "0x7f.1",
  "%31%32%37.0.0.1",
  "127。0。0。1",
  "１２７.0.0.1",
  "①②⑦.0.0.1",
  "127.0.0.1.",
  "0",
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "167772161",
  "012.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "0xc0a80101",
  "169.254.169.254",
  "2852039166",
  "0xA9FEA9FE",
  "100.64.0.1",
  "192.0.0.192",
  "192.0.2.1",
  "192.88.99.1",
  "198.18.0.1",
  "198.51.100.7",
  "203.0.113.9",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "[::]",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[0000:0000::0001]",
  "[::127.0.0.1]",
  "[::7f00:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::FFFF:0A00:0001]",
  "[::ffff:169.254.169.254]",
  "[::ffff:0:127.0.0.1]",
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b::a9fe:a9fe]",
  "[64:ff9b:1::1]",
  "[2002:7f00:1::]",
  "[2002:a9fe:a9fe::1]",
  "[2001::1]",
  "[2001:db8::1]",
  "[3fff::1]",
  "[5f00::1]",
  "[100::1]",
  "[fe80::1]",
  "[fec0::1]",
  "[fc00::1]",
  "[fd00:ec2::254]",
  "[ff02::1]",
  "[4000::1]",
  "[2606:4700::5efe:127.0.0.1]",
  "localhost",
  "LOCALHOST",
  "localhost.",
  "a.localhost",
  "a.b.LocalHost.",
];

/** Addresses as name servers and sockets write them. */
const REFUSED_ADDRESSES: readonly string[] = [
  "fe80::1%eth0",
  "fe80::1%25eth0",
  "::1%lo",
  "::ffff:127.0.0.1%lo",
  "[::1]",
  "0177.0.0.1",
  "127.1",
  "",
  "not an address",
  "1.2.3.4.5",
  "::ffff:1.2.3.4.5",
  "8.8.8.8/0",
];

test("there are at least 40 spellings", () => assert.ok(REFUSED_HOSTS.length >= 40));

for (const host of REFUSED_HOSTS) {
  test(`http://${host}/ is not contacted`, async () => {
    const guard = createAddressGuard({ allowNet: [] });
    const client = createHttpClient({ guard, userAgent: "GalleyBot/test" });
    await assert.rejects(client.get(`http://${host}:9/`, GET), (error) => {
      assert.ok(error instanceof GalleyError);
      assert.equal(error.code, "address-refused");
      assert.match(error.message, /--allow-net/u);
      return true;
    });
    await client.close();
  });
}

for (const address of REFUSED_ADDRESSES) {
  test(`the address ${JSON.stringify(address)} is refused`, () => {
    assert.equal(createAddressGuard({ allowNet: [] }).allows(address), false);
  });
}

for (const address of [
  "8.8.8.8",
  "1.1.1.1",
  "100.128.0.1",
  "172.32.0.1",
  "2606:4700::1111",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
]) {
  test(`${address} is public`, () =>
    assert.equal(createAddressGuard({ allowNet: [] }).allows(address), true));
}

test("--allow-net opens its network, in every spelling, and no other", () => {
  const guard = createAddressGuard({ allowNet: ["127.0.0.0/8", "fd00::/8", "10.1.2.3"] });
  for (const open of [
    "127.0.0.1",
    "127.9.9.9",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "fd12::1",
    "10.1.2.3",
  ]) {
    assert.equal(guard.allows(open), true, open);
  }
  for (const shut of ["10.1.2.4", "::1", "fe80::1", "192.168.0.1", "169.254.169.254"]) {
    assert.equal(guard.allows(shut), false, shut);
  }
});

for (const net of [
  "",
  "10.0.0.0/33",
  "10.0.0/8",
  "010.0.0.0/8",
  "fd00::/129",
  "example.com",
  "10.0.0.0/",
  "10.0.0.0/8/8",
  "10.0.0.0/-1",
  "*",
]) {
  test(`--allow-net ${JSON.stringify(net)} is a usage error`, () => {
    assert.throws(
      () => createAddressGuard({ allowNet: [net] }),
      (error) => error instanceof UsageError && /CIDR/u.test(error.message),
    );
  });
}

test("localhost and its subdomains are 127.0.0.1 without asking DNS", async () => {
  const guard = createAddressGuard({
    allowNet: ["127.0.0.0/8"],
    resolveHost: () => assert.fail("DNS was asked"),
  });
  for (const host of ["localhost", "paper.localhost", "PAPER.localhost."]) {
    assert.deepEqual(await guard.addressesOf(host), [{ address: "127.0.0.1", family: 4 }]);
  }
});

test("of a name's addresses only those that pass are used", async () => {
  const guard = createAddressGuard({
    allowNet: [],
    resolveHost: async () => [
      { address: "10.0.0.1", family: 4 },
      { address: "8.8.8.8", family: 4 },
    ],
  });
  assert.deepEqual(await guard.addressesOf("mixed.example"), [{ address: "8.8.8.8", family: 4 }]);
});

test("a name that stands for a private address is refused, and the message says which", async (context) => {
  const server = await startServer(context, (_, outgoing) => outgoing.end("secret"));
  const guard = createAddressGuard({
    allowNet: [],
    resolveHost: async () => [{ address: "127.0.0.1", family: 4 }],
  });
  const client = createHttpClient({ guard, userAgent: "GalleyBot/test" });
  await assert.rejects(
    client.get(`http://inside.example:${server.port}/`, GET),
    /inside\.example, which is 127\.0\.0\.1.*--allow-net 127\.0\.0\.1\/32/u,
  );
  assert.deepEqual(server.asked, []);
  await client.close();
});

test("a name that changes its address between two looks (DNS rebinding) gets nowhere", async (context) => {
  const inside = await startServer(context, (_, outgoing) => outgoing.end("secret"));
  // 127.0.0.2 plays the public address: it alone is opened, and nobody listens there.
  let looks = 0;
  const guard = createAddressGuard({
    allowNet: ["127.0.0.2/32"],
    resolveHost: async (): Promise<readonly ResolvedAddress[]> => {
      looks += 1;
      return [{ address: looks % 2 === 1 ? "127.0.0.2" : "127.0.0.1", family: 4 }];
    },
  });
  const client = createHttpClient({ guard, userAgent: "GalleyBot/test" });
  const codes = new Set<string>();
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await client.get(`http://rebinding.example:${inside.port}/`, GET).then(
      () => codes.add("reached"),
      (error: unknown) => codes.add(error instanceof GalleyError ? error.code : "unnamed"),
    );
  }
  assert.deepEqual([...codes].toSorted(), ["address-refused", "connection-failed"]);
  assert.deepEqual(inside.asked, []);
  assert.equal(looks, 6, "each connection uses the one answer that was checked");
  await client.close();
});

test("a redirect to a refused address is not followed", async (context) => {
  const inside = await startServer(context, (_, outgoing) => outgoing.end("secret"));
  // The guard opens 127.0.0.3, where the redirecting server is reached by name; the target is 127.0.0.1.
  const guard = createAddressGuard({
    allowNet: ["127.0.0.3/32"],
    resolveHost: async () => [{ address: "127.0.0.3", family: 4 }],
  });
  const { createServer } = await import("node:http");
  const outside = createServer((_, outgoing) =>
    outgoing.writeHead(302, { location: `http://0x7f.1:${inside.port}/admin` }).end(),
  );
  await new Promise<void>((resolve) => {
    outside.listen(0, "127.0.0.3", resolve);
  });
  context.after(() => outside.close());
  const { port } = outside.address() as { port: number };
  const client = createHttpClient({ guard, userAgent: "GalleyBot/test" });
  await assert.rejects(
    client.get(`http://outside.example:${port}/`, GET),
    (error) => error instanceof GalleyError && error.code === "address-refused",
  );
  assert.deepEqual(inside.asked, []);
  await client.close();
});
