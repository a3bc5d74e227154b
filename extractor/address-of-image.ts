/** Attributes that hold an image's address until a script puts it into `src`. */
const LAZY = ["data-src", "data-lazy-src", "data-original"] as const;
const SETS = ["srcset", "data-srcset"] as const;

/** A placeholder's data, or a template for a script to fill. */
const NO_ADDRESS = /^data:|[{}]/i;

/** What follows an address in a `srcset` (HTML §4.8.4.2.1): "800w", "2x,". */
const DESCRIPTOR = /^([\d.]+)[wx],?$/;

/** The widest of the candidates; of equal ones the first. */
function widestOf(set: string): string | null {
  const words = set.trim().split(/\s+/);
  let widest: string | null = null;
  let most = 0;
  for (const [index, word] of words.entries()) {
    if (word === "" || word === "," || DESCRIPTOR.test(word)) continue;
    const size = Number(DESCRIPTOR.exec(words[index + 1] ?? "")?.[1] ?? 1);
    if (size > most) [widest, most] = [word.replace(/,$/, ""), size];
  }
  return widest;
}

/** The address that an image is loaded from, scripts or none; null when there is none but a placeholder's. */
export function addressOfImage(image: Element): string | null {
  for (const name of [...LAZY, "src"]) {
    const value = image.getAttribute(name)?.trim();
    if (value && !NO_ADDRESS.test(value)) return value;
  }
  for (const name of SETS) {
    const widest = widestOf(image.getAttribute(name) ?? "");
    if (widest !== null && !NO_ADDRESS.test(widest)) return widest;
  }
  return null;
}
