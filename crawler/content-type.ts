import { PermanentError } from "../errors.ts";

/** Types that hold an HTML page. Not text/plain: browsers, too, show it as it is, and it has no structure. */
const HTML_TYPES: ReadonlySet<string> = new Set(["text/html", "application/xhtml+xml"]);

/** How many bytes are looked at when the server names no type (WHATWG MIME Sniffing §5.2 reads 1,445). */
const SNIFF_BYTES = 1445;

/** What an HTML page starts with (WHATWG MIME Sniffing §7.1), after white space, comments and an XML declaration. */
const HTML_START =
  /^(?:<!doctype html|<html|<head|<script|<iframe|<h1|<div|<font|<table|<a|<style|<title|<b|<body|<br|<p|<!--|<meta|<link|<article|<main|<section)[\s>/]|^<!--/iu;

/** The MIME type of a Content-Type header, lower case and without parameters, or null. */
export function mimeTypeOf(header: string | null): string | null {
  const type = (header ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return /^[^\s/]+\/[^\s/]+$/u.test(type) ? type : null;
}

/** Whether bytes of no declared type look like an HTML page. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, SNIFF_BYTES)).toString("latin1");
  const text = start
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, "")
    .replaceAll("\0", "")
    .trimStart()
    .replace(/^<\?xml[^>]*>\s*/iu, "");
  return HTML_START.test(text);
}

function notHtml(url: string, what: string): PermanentError {
  return new PermanentError("not-html", `${url} is ${what}, not an HTML page; give the address of a page`, {
    url,
  });
}

/** @throws PermanentError not-html when the server names a type that is not HTML. */
export function requireHtmlType(contentType: string | null, url: string): void {
  if (contentType !== null && !HTML_TYPES.has(contentType)) throw notHtml(url, contentType);
}

/** @throws PermanentError not-html when the server named no type and the body does not look like HTML. */
export function requireHtmlBody(contentType: string | null, body: Uint8Array, url: string): void {
  if (contentType === null && !looksLikeHtml(body)) throw notHtml(url, "of no declared type");
}
