import { bylineInDateline, isEasternLead, readEasternByline } from "../read-eastern-byline.ts";

/** With the years of other digits and of eras. */
const HAS_YEAR =
  /(?:19|20)\d\d|\d{2}\.\d{2}\.\d{2}(?!\d)|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]{4}|[\u0e00-\u0e2e.]\s?25\d\d|[\u0600-\u06ff]\s1[34]\d\d|1[34]\d\d\/\d|令和|平成|民國/;
/** Begins like a byline, in many languages; what follows must be read as a name by the byline source. */
const BYLINE_START =
  /^[\s\d(|·•–—.:/,-]*(?:Uhr[\s|·•–—,-]*)?(?:by|von|par|por|door|av|af|przez|автор(?:и|ы|ка|ки)?|текст|підготува(?:в|ла|ли)|подготовил[аи]?|autor(?:en|in|a|es|ka|zy)?|autoři|oprac\.?|redaktor(?:ka)?|kirjoittajat?|toimittajat?|forfattere?|författare|skribent|haber|hazırlayan|auteure?s?|autore|autori|authors?|writer|words by|reported by|propos recueillis|dal(?:la)? nostr[oa]|van onze|de notre|a cura|reportagem|text|texte|texto|testo|tekst|teksti|szöveg|written|posted|published|gespeichert|submitted|redaktion|geschrieben|verfasst|erstellt|veröffentlicht|eingestellt|gepostet|eine? (?:beitrag|artikel|gastbeitrag|kommentar|kolumne|essay|interview|reportage|analyse|glosse|bericht|kritik|rezension|porträt)|publié|rédigé|écrit|escrito|publicado|scritto|pubblicato|di|napisał|skrevet|skriven|írta|yazan|yazar|συντάκτης|του|της|(?:ditulis )?oleh|penulis|pewarta|tác giả|piše|napisa[ol][aio]?|avtor(?:ica|ja)?|autorica|parengė|autorius|пише|аутор|(?:เขียน)?โดย|ผู้เขียน|লেখক|লিখেছেন|تحریر|作者|文[／/:：]|撰文|記者|记者|글|بقلم|כתב)(?=[\s:：／/\u00a0]|$)/iu;
/** How Romanian bylines begin; prose goes on so behind a link. */
const LOWER_DE = /^de \p{Lu}\p{Ll}+ \p{Lu}/u;
/** A bracket or an ideograph: few texts begin so. */
const MAY_BE_DATELINE = /^[[(（〔【\p{Script=Han}]/u;

/** Most texts have no digit, and no era. */
const MAY_HAVE_YEAR =
  /[\d令平民\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/;

export const holdsYear = (line: string): boolean => MAY_HAVE_YEAR.test(line) && HAS_YEAR.test(line);

/** Bylines of scripts without capitals are looked for where there may be such: most texts have none. */
const BEYOND_CAPITALS = /[\u0600-\uffff]/;

/** Whether a text node's line begins like a byline; what follows must be read as a name. */
export const beginsByline = (line: string, node: Node): boolean =>
  BYLINE_START.test(line) ||
  (line.startsWith("de ") &&
    LOWER_DE.test(line) &&
    node.previousSibling === null &&
    node.nextSibling === null) ||
  (BEYOND_CAPITALS.test(line) && (isEasternLead(line) || readEasternByline(line) !== null));

/** The byline in the dateline that a paragraph begins with, or null; no more of it is read than `longest`. */
export const signedDateline = (paragraph: string, longest: number): string | null =>
  MAY_BE_DATELINE.test(paragraph) ? bylineInDateline(paragraph.slice(0, longest)) : null;
