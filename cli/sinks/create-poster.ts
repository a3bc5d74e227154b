import { createAddressGuard } from "../../crawler/address-guard.ts";
import { createGuardedPoster, type GuardedPoster } from "../../crawler/guarded-post.ts";
import { userAgentOf } from "../../crawler/user-agent.ts";
import { readVersion } from "../../library/read-version.ts";
import type { Config } from "../config.ts";

/** What webhooks are posted with. The caller closes it. */
export function createPoster(options: {
  readonly allowNet: readonly string[];
  readonly config: Config;
}): GuardedPoster {
  return createGuardedPoster({
    guard: createAddressGuard({ allowNet: options.allowNet }),
    userAgent: userAgentOf({ version: readVersion(), contact: options.config.contact }),
  });
}
