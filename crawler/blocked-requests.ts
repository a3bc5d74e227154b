/**
 * What the browser does not load: it adds nothing to a page's text. Blocked with the protocol's Fetch domain, where
 * only what matches is held up; Playwright's routes would hold up every request and turn the HTTP cache off.
 */

/** Images, fonts, sound and film, and beacons. */
const BLOCKED_TYPES = ["Image", "Font", "Media", "Ping"] as const;

/**
 * Hosts that count visitors, sell their attention or record their sessions, and serve nothing that builds a page. The
 * most used ones alone: each costs a comparison for every request, and one that is missed costs a download.
 */
const TRACKERS: readonly string[] = [
  "google-analytics.com",
  "googletagmanager.com",
  "googletagservices.com",
  "googlesyndication.com",
  "googleadservices.com",
  "doubleclick.net",
  "2mdn.net",
  "adservice.google.com",
  "connect.facebook.net",
  "bat.bing.com",
  "clarity.ms",
  "scorecardresearch.com",
  "quantserve.com",
  "chartbeat.com",
  "chartbeat.net",
  "hotjar.com",
  "mouseflow.com",
  "fullstory.com",
  "newrelic.com",
  "nr-data.net",
  "segment.com",
  "segment.io",
  "mixpanel.com",
  "amplitude.com",
  "criteo.com",
  "criteo.net",
  "taboola.com",
  "outbrain.com",
  "adnxs.com",
  "amazon-adsystem.com",
  "rubiconproject.com",
  "pubmatic.com",
  "openx.net",
  "casalemedia.com",
  "adsrvr.org",
  "moatads.com",
  "ioam.de",
  "xiti.com",
  "mc.yandex.ru",
  "top-fwz1.mail.ru",
  "gemius.pl",
  "matomo.cloud",
  "plausible.io",
  "onesignal.com",
  "permutive.com",
  "parsely.com",
];

interface RequestPattern {
  readonly urlPattern?: string;
  readonly resourceType?: (typeof BLOCKED_TYPES)[number] | "Document";
  readonly requestStage: "Request";
}

/** For `Fetch.enable`: documents, which are let through one by one, and what is blocked. */
export const PAUSED_REQUESTS: readonly RequestPattern[] = [
  ...["Document" as const, ...BLOCKED_TYPES].map((resourceType) => ({
    resourceType,
    requestStage: "Request" as const,
  })),
  ...TRACKERS.flatMap((host) => [
    { urlPattern: `*://${host}/*`, requestStage: "Request" as const },
    { urlPattern: `*://*.${host}/*`, requestStage: "Request" as const },
  ]),
];
