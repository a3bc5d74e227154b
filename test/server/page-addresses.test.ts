import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestServer } from "./test-server.ts";

test("no address and no form of the pages gives a 500", async (t) => {
  const server = await startTestServer(t, { work: false });
  const long = "a".repeat(300);
  const odd = ["%00", "%ff", "..%2f..%2fetc", long, "%F0%9F%A6%86", "%3Cscript%3E"];
  const reads = odd.flatMap((part) => [
    `/sources/${part}`,
    `/articles/${part}`,
    `/articles?q=${part}&after=${part}&publishedFrom=${part}`,
    `/define?source=${part}&source=b`,
    `/failures?after=${part}`,
    `/feeds/rss?q=${part}&source=${part}`,
    `/jobs/${part}`,
  ]);
  const acts = odd.flatMap((part) => [
    `/sources/${part}/run`,
    `/crawls/${part}/cancel`,
    `/failures/${part}/retry`,
    `/define?${part}`,
    "/define/remove",
  ]);
  const statusOf = async (method: string, path: string): Promise<[string, number]> => {
    const body = method === "POST" ? { body: new URLSearchParams({ source: long, definition: "\0" }) } : {};
    const { status } = await fetch(`${server.origin}${path}`, { method, redirect: "manual", ...body });
    return [`${method} ${path}`, status];
  };
  const answers = [
    ...(await Promise.all(reads.map((path) => statusOf("GET", path)))),
    ...(await Promise.all(acts.map((path) => statusOf("POST", path)))),
  ];
  assert.deepEqual(
    answers.filter(([, status]) => status >= 500),
    [],
  );
});
