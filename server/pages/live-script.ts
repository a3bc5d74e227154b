/**
 * The pages' only script. Parts marked `data-live` are fetched again every few seconds, while the page is looked at, and
 * put in place of what stands there when they have changed. Without it a page says what was true when it was asked for.
 */
export const LIVE_SCRIPT = `
"use strict";
const EVERY_MS = 4000;
const busy = () => {
  const active = document.activeElement;
  return document.hidden || (active !== null && active.closest("[data-live]") !== null);
};
const refresh = async () => {
  if (busy()) return;
  const response = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  if (response === null || !response.ok || busy()) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(part.id);
    if (next !== null && next.innerHTML !== part.innerHTML) part.replaceWith(next);
  }
};
if (document.querySelector("[data-live]") !== null) setInterval(refresh, EVERY_MS);
`;
