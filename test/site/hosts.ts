import type { HostTemplate } from "./host-template.ts";
import { harbour } from "./templates/harbour.ts";
import { kestrel } from "./templates/kestrel.ts";
import { manara } from "./templates/manara.ts";
import { meridian } from "./templates/meridian.ts";
import { minato } from "./templates/minato.ts";
import { oldquay } from "./templates/oldquay.ts";
import { signal } from "./templates/signal.ts";
import { svitanok } from "./templates/svitanok.ts";
import { tramline } from "./templates/tramline.ts";

/** Every article host; the stories of each are in `stories/NAME.md`. */
export const HOST_TEMPLATES: readonly HostTemplate[] = [
  kestrel,
  harbour,
  oldquay,
  meridian,
  signal,
  tramline,
  svitanok,
  minato,
  manara,
];
