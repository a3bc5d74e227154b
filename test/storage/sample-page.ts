import type { ArchivedPage } from "../../storage/page-archive.ts";

/** A page with every fact filled. */
export function samplePage(body: Uint8Array | string): ArchivedPage {
  return {
    meta: {
      url: "https://lighthouse.example/heron",
      finalUrl: "https://lighthouse.example/heron/",
      redirects: ["https://lighthouse.example/heron"],
      status: 200,
      headers: { "content-type": "text/html; charset=windows-1251", etag: '"1"', "x-name": "Їжак\n" },
      contentType: "text/html",
      charset: "windows-1251",
      renderer: "http",
      fetchedAt: "2024-03-02T10:00:00.000Z",
      robots: { verdict: "allowed", source: null },
      bytes: body.length,
      ms: 5,
    },
    body: typeof body === "string" ? Buffer.from(body) : body,
  };
}
