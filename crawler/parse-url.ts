import { UsageError } from "../errors.ts";

/** Longest URL that is taken: what servers and caches commonly accept, and no article's address comes near it. */
const MAX_URL_LENGTH = 8192;

/** The input as it can stand in a one-line message: no control characters, not endless. */
function quote(input: string): string {
  const flat = input.replace(/\p{Cc}/gu, " ");
  return JSON.stringify(flat.length > 200 ? `${flat.slice(0, 200)}…` : flat);
}

function refuse(input: string, advice: string): never {
  throw new UsageError("invalid-url", `${quote(input)} cannot be fetched: ${advice}`);
}

/** True for the schemes Galley fetches. */
export function isHttpUrl(url: URL): boolean {
  return url.protocol === "http:" || url.protocol === "https:";
}

/**
 * Reads the address of a page as a person or a file wrote it (WHATWG URL).
 * Only absolute http and https URLs without credentials are taken; nothing is guessed.
 * @throws UsageError `invalid-url`, with a message that says how to write the URL.
 */
export function parsePageUrl(input: string): URL {
  const text = input.trim();
  if (text === "") refuse(input, "it is empty; give an absolute URL such as https://example.com/story");
  if (text.length > MAX_URL_LENGTH) refuse(input, `it is longer than ${MAX_URL_LENGTH} characters`);
  if (!URL.canParse(text)) {
    const advice = /^[a-z][a-z0-9+.-]*:/iu.test(text)
      ? "it is not a valid URL; check the host name and the port"
      : `it is not an absolute URL; write it with its scheme, for example https://${text.replace(/^\/+/u, "")}`;
    refuse(input, advice);
  }
  const url = new URL(text);
  if (!isHttpUrl(url)) {
    refuse(input, `its scheme is ${url.protocol.slice(0, -1)}; only http:// and https:// URLs are fetched`);
  }
  // `https:example.com` parses, but whoever wrote it may have meant something else.
  if (!/^https?:\/\//iu.test(text)) refuse(input, "write // after the scheme, as in https://example.com/");
  if (url.username !== "" || url.password !== "") {
    refuse(
      text.replace(/\/\/[^@/]*@/u, "//"),
      "it carries a user name or password; take them out of the URL",
    );
  }
  return url;
}
