/** A word for a picture and the name of who made it, with nothing between that tells it from a sentence. */
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}'’.-]+(?:\\s+(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|de|da|do|di|van|von|der|el|al)){1,4}";
/** In brackets any of them; without, only words that begin no title: `Photo Editing Software` is one. */
const BRACKETED = new RegExp(
  `^[(\\[](?:(?:\\p{Lu}\\p{L}+ )?(?:photo|file photo|picture|image|foto|fotos|bild|beeld|ph)\\.?(?: by| de| di| von| van| por| par)? ${NAME}|[\\p{Lu}\\d/ -]{2,20} (?:[Pp]hoto|[Ff]oto))[)\\]]$`,
  "u",
);
const BARE = new RegExp(
  `^(?:Ph\\.|[Ff]ot\\.|Foto|FOTO|Beeld|Photo de|Photo by|Foto de|Foto di|Foto van|Foto von|Fotos de|Fotografía de|Fotografia de|Fotografie van|Bild von) ${NAME}$`,
  "u",
);

const LONGEST = 60;

/** `Foto Ann Roe`, `(Agency photo)`, `(photo by Ann Roe)`: a line that only says who made a picture. */
export function isBareCredit(text: string): boolean {
  return text.length <= LONGEST && (BARE.test(text) || BRACKETED.test(text));
}
