/** Attributes that hold an image's address until a script puts it into `src`. */
const LAZY = ["data-src", "data-lazy-src", "data-original"] as const;
const SETS = ["srcset", "data-srcset"] as const;

/** A placeholder's data, or a template for a script to fill. */
const NO_ADDRESS = /^data:|[{}]/i;

/** The address that an image is loaded from, scripts or none; null when there is none but a placeholder's. */
export function addressOfImage(image: Element): string | null {
  for (const name of [...LAZY, "src"]) {
    const value = image.getAttribute(name)?.trim();
    if (value && !NO_ADDRESS.test(value)) return value;
  }
  for (const name of SETS) {
    const first = image.getAttribute(name)?.trim().split(/\s+/)[0];
    if (first && !NO_ADDRESS.test(first)) return first.replace(/,$/, "");
  }
  return null;
}
