import type { Browser } from "playwright";
import { messageOf, TransientError } from "../errors.ts";
import {
  createBrowserContexts,
  type BrowserContexts,
  type BrowserContextsOptions,
} from "./browser-contexts.ts";
import { createConsentDismisser, type ConsentDismisser } from "./dismiss-consent.ts";
import type { WayOut } from "./guarded-connect.ts";
import { startGuardedProxy, type GuardedProxy } from "./guarded-proxy.ts";

/** Time for Chromium to come up; a cold start on a loaded machine takes several seconds. */
const LAUNCH_TIMEOUT_MS = 60_000;

/**
 * Features that are off. Chromium takes the last list that it is given, so the first ones are Playwright's own (a test
 * holds them to it). The others start processes that nobody needs: a spare renderer after each page of another context,
 * which costs as much as the page, and one for the address bar of each window.
 */
export const FEATURES_OFF: readonly string[] = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  "SpareRendererForSitePerProcess",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

/**
 * Chromium as quiet and as closed as it gets. Names are not resolved in the browser at all (only the proxy's own
 * address is known to it), and what could leave without the proxy (QUIC, WebRTC's UDP) is off.
 */
const ARGUMENTS = [
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  "--disable-quic",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--no-pings",
  `--disable-features=${FEATURES_OFF.join(",")}`,
] as const;

/** A running Chromium and the proxy it goes through. */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly contexts: BrowserContexts;
  readonly consent: ConsentDismisser;
  readonly proxy: GuardedProxy;
}

export interface BrowserProcessOptions extends Omit<BrowserContextsOptions, "proxy">, WayOut {
  readonly maxBytes: number;
  /** Called when a browser is about to be started; may install one. Its errors are passed on. */
  readonly executablePath: () => Promise<string>;
}

/** One Chromium, started when it is first needed and again when it has died. */
export interface BrowserProcess {
  /** @throws TransientError browser-failed when Chromium does not start; what executablePath throws. */
  running(): Promise<RunningBrowser>;
  close(): Promise<void>;
}

async function launch(executablePath: string, proxy: GuardedProxy, sandbox: boolean): Promise<Browser> {
  // Loaded when a page needs it: it takes 0.3 s and 80 MB of memory, and most work goes without.
  const { chromium } = await import("playwright");
  return await chromium.launch({
    executablePath,
    chromiumSandbox: sandbox,
    args: [...ARGUMENTS],
    // `<-loopback>` takes away Chromium's habit of reaching loopback without the proxy.
    proxy: { server: proxy.server, bypass: "<-loopback>" },
    timeout: LAUNCH_TIMEOUT_MS,
    // The process decides itself what its signals mean; Playwright still ends Chromium when the process ends.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Chromium refuses its sandbox to root, and containers often have none to give. */
async function launchSandboxed(executablePath: string, proxy: GuardedProxy): Promise<Browser> {
  if (process.getuid?.() === 0) return launch(executablePath, proxy, false);
  try {
    return await launch(executablePath, proxy, true);
  } catch (error) {
    if (!/sandbox/iu.test(messageOf(error))) throw error;
    return launch(executablePath, proxy, false);
  }
}

async function start(options: BrowserProcessOptions, consent: ConsentDismisser): Promise<RunningBrowser> {
  const executablePath = await options.executablePath();
  const proxy = await startGuardedProxy(options);
  try {
    const browser = await launchSandboxed(executablePath, proxy);
    return { browser, contexts: createBrowserContexts(browser, { ...options, proxy }), consent, proxy };
  } catch (cause) {
    await proxy.close();
    const [reason = ""] = messageOf(cause).split("\n", 1);
    const message = `${executablePath} did not start as a browser: ${reason}; galley doctor says more`;
    throw new TransientError("browser-failed", message, { cause });
  }
}

export function createBrowserProcess(options: BrowserProcessOptions): BrowserProcess {
  const state: { current: Promise<RunningBrowser> | null; closed: boolean } = {
    current: null,
    closed: false,
  };

  const consent = createConsentDismisser();

  function forget(started: Promise<RunningBrowser>): void {
    if (state.current === started) state.current = null;
  }

  function begin(): Promise<RunningBrowser> {
    const started = start(options, consent);
    state.current = started;
    started.then(
      ({ browser, proxy }) =>
        browser.once("disconnected", () => {
          forget(started);
          void proxy.close();
        }),
      () => forget(started),
    );
    return started;
  }

  return {
    async running() {
      if (state.closed) throw new TransientError("interrupted", "the browser is closed");
      return state.current ?? begin();
    },
    async close() {
      state.closed = true;
      const started = state.current;
      if (started === null) return;
      const running = await started.catch(() => null);
      await running?.browser.close();
      await running?.proxy.close();
    },
  };
}
