import type { Person } from "../../types.ts";
import { foldWords, squash } from "./fold-text.ts";
import { dropOutlets } from "./drop-outlets.ts";
import type { RawPerson } from "./source-claims.ts";

/** Longer than this, a "name" is a sentence or a whole contributors' box. */
const LONGEST_NAME = 60;
const MOST_WORDS = 7;
const MOST_AUTHORS = 30;

/** Words that lead a byline in. Longest alternatives first within a language; a colon or a space follows. */
const LEAD_IN = new RegExp(
  `^[\\s(|·•–—:,-]*(?:${[
    "(?:story|words|text|photos?|reporting|interview|review|reviewed|article|post|report|recipe)(?: and (?:photos?|photography|images|pictures))? by",
    "(?:written|reported|posted|published|created|submitted|authored|contributed|medically reviewed|updated|edited)(?: (?:on|at) [^,]{4,24})? by",
    "by(?:-?line)?|about the author|authors?|writers?|contributors?|from",
    "(?:ein (?:beitrag|artikel|gastbeitrag|text|kommentar|interview|bericht|essay|porträt)|eine (?:kolumne|reportage|rezension|analyse|glosse|kritik)|(?:gast)?(?:beitrag|artikel|kommentar|text|bericht)|gespeichert|geschrieben|verfasst|erstellt|veröffentlicht|eingestellt|gepostet|publiziert) von",
    "(?:autor(?:in|en|innen|\\(in\\)|\\*in|:in)?|verfasser(?:in)?|redakteur(?:in)?|redaktion|texte?|von|aus der feder von|foto und text|text und fotos?)",
    "(?:publié|écrit|rédigé|posté|proposé|signé|mis en ligne) par|propos recueillis par|de notre (?:envoyée? spéciale?|correspondante?)|auteure?s?|par|texte",
    "(?:escrito|publicado|redactado|texto) por|(?:texto|reportagem) de|autor(?:a|es|as)?|por|texto",
    "(?:scritto|pubblicato|a cura|articolo|postato|inserito) (?:da|di)|dal(?:la)? nostr[oa] (?:inviat[oa](?: special[ei])?|corrispondente)|autor[ei]|di|testo",
    "(?:geschreven|geplaatst|gepubliceerd) door|van onze (?:verslag(?:gever|geefster)|correspondente?|redact(?:eur|rice))|auteurs?|door|tekst",
    "(?:skrevet|publisert|skriven|publicerad|postet|indlæg|forfattet) (?:af|av)|forfatter|författare|skribent|journalist|tekst|text|av|af",
    "(?:napisał(?:a|i)?|dodał(?:a)?|opublikowane) (?:przez)?|autor(?:ka|zy)?|przez|oprac(?:\\.|owa(?:nie|ł|ła))?|tekst(?: i zdjęcia)?|rozmawiał(?:a)?",
    "autoři|napsal(?:a)?|vložil(?:a)?|připravil(?:a)?|zpracoval(?:a)?|text(?: a foto)?",
    "kirjoittanut|kirjoittajat?|toimittajat?|teksti(?: ja kuvat)?|írta|szerző|yazan|yazar(?:lar)?|haberi? hazırlayan|haber|hazırlayan|scris de|de către|συντάκτης|συγγραφέας|γράφει (?:ο|η)|του|της",
    "автор(?:ка|и|ы|ом|а)?|текст|(?:написал|опубликовал|подготовил|беседовал)[аи]?|опублікував|(?:підготува|розмовля)(?:в|ла|ли)|записала?|розмовляв(?:ла)?",
    "بقلم|كتب(?:ت)?|الكاتب|المؤلف|כתב(?:ה)?|מאת|नويسنده|نویسنده|द्वारा",
  ].join("|")})(?:\\s*[:：|]\\s*|\\s+)`,
  "iu",
);

/** The same in scripts that write no space after it. */
const LEAD_IN_UNSPACED =
  /^[\s(（|·•–—-]*(?:作者|撰文|記者|记者|責任編輯|编辑|取材・文|文(?=[:：/／])|著者|筆者|執筆者?|글쓴이|글(?=[:：\s])|작성자|기자명)\s*[:：/／|=＝]?\s*/u;

/** A role, a newsroom or a degree that stands where a name could stand. */
const NOT_A_NAME =
  /^(?:(?:the )?(?:sr\.?|jr\.?|vice|staff|senior|chief|guest|contributing|managing|associate|executive|deputy|special|freelance|news|sports?|features?|political|science|health|web|digital|content|copy|technical|lead|assistant|former)[\s-]+)*(?:writers?|reporters?|editors?(?:[\s-]+in[\s-]+chief)?|correspondents?|contributors?|columnists?|journalists?|producers?|authors?|critics?|editorial|manager|director|president|founder|co-founder|ceo|cto|cmo)(?:[\s,]+(?:of|at|for|in)\b.*)?$|^(?:ph\.?\s?d|m\.?d|m\.?a|m\.?s|m\.?sc|b\.?a|b\.?sc|mba|m\.?p\.?h|r\.?n|r\.?d|rdn|ldn|esq|jr|sr|ii|iii|cfa|cpa|cfp|dvm|dds|pharmd|llm|jd|lcsw|cscs|cpt|faap|facs|pe|do)\.?$|^(?:autor(?:in)?|redakteur(?:in)?|chefredakteur(?:in)?|korrespondent(?:in)?|gastautor(?:in)?|volontär(?:in)?|journaliste?|rédact(?:eur|rice)(?: en chef)?|redactora?|periodista|corresponsal|enviad[oa] especial|reporter[oa]|giornalista|redattore|redattrice|caposervizio|inviat[oa]|jornalista|repórter|redatora?|correspondente|envoyée? spéciale?|correspondante?|redacteur|(?:regio)?verslaggever|correspondent|redaktorin|dziennikar(?:z|ka)|redaktor(?:ka|zy)?(?= |$)|reporter(?:ka)?|reportér(?:ka)?|zpravodaj(?:ka)?|korespondent(?:ka)?|publicyst(?:a|ka)|журналист(?:ка)?|журналіст(?:ка)?|редактор(?:ка)?|корреспондент(?:ка)?|кореспондент(?:ка)?|обозреватель|оглядач(?:ка)?|репорт[её]р(?:ка)?|editör(?:ü)?|muhabir(?:i)?|gazeteci|köşe yazarı|foto muhabiri|haber merkezi|(?:nyhets|nyheds|kultur|sport|sports|indlands|frilans|freelance|chef|sjef|web|debatt|politisk )?(?:journalist|reporter|redaktör|redaktør|fotograf|skribent)(?:en)?|(?:vapaa |uutis|kulttuuri|urheilu|pää)?(?:toimittaja|päällikkö)|kolumnisti|valokuvaaja)(?:[\s,].*)?$/iu;

/** Account names and template leftovers that name nobody. */
const NOBODY =
  /^(?:(?:wordpress|site|blog|web|\p{L}{2,12}[-_ ])?admin(?:istrator)?s?\d*|wp-?admin|web-?master|root|super ?user|user\d*|guest|gast|test|demo|editor|author|autor|default|none|null|undefined|unknown|unbekannt|anonym(?:ous|e|o|us)?|n\/?a|no author|author name|team|staff|view all posts|read more|mehr|alle beiträge|posted by|written by|more by this author|follow|website|e-?mail(?: address)?|twitter|facebook|instagram|linkedin|home|share|comments?|kommentare?|posted|published|updated|date|datum|(?:mon|tue|wed|thu|fri|sat|sun)(?:day)?)$/iu;

/** A template's variable that was never filled: "page.head.extra.author". */
const VARIABLE = /^\p{Ll}+(?:\.\p{Ll}+){3,}$/u;
/** Somebody who did something else for the page. */
const OTHER_ROLE =
  /^(?:design|code|development|hosting|photos?|photography|images?|pictures?|illustrations?|video|fotos?|bilder?|grafik(?:en)?|infografik|kamera|redaktionelle mitarbeit)\s*[:：]/iu;

const CONTACT = /[^\s()<>[\]]+@[^\s()<>[\]]+\.\w+|(?:https?:)?\/\/\S+|\bwww\.\S+|(?<!\S)@[\w.]+/gu;
/** What follows a name on the same line: a date, a time, a reading time, a counter. */
const TRAILING =
  /(?:\s+|\s*[|·•–—,(-]\s*|(?<=\d)\b)(?:(?:on|am|vom|le|el|il|den|dne|posted|published|updated|veröffentlicht|publié|publicado|aktualisiert|stand|last updated)\b[\s:]*)?(?:(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\p{L}*[\s,.]+)?(?:\d{1,2}[\s./-].{0,3}[\d\p{L}]|\d{4}[-./年]|(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\.?\s+\d|\d+\s*(?:min|comment|kommentar|views|shares)).*$/isu;

const STRONG_SEPARATOR =
  /\s*[;|•·、／\n]\s*|\s+\/\s+|\s*(?:,|，)\s*(?:and|und|et|y|e|og|och|en|i|ve|та|и|і)\s+|\s*[,，]\s*|\s+&\s+|(?<=\p{L}{2})\/(?=\p{Lu})/u;
/** Words for "and". Safe ones divide whatever they find; the short ones are also parts of names. */
const SAFE_AND = /\s+(?:and|und|sowie|with|mit|og|och|oraz|ja|és|ve|та|και|plus)\s+/iu;
const SHORT_AND = /\s+(?:et|y|e|i|en|con|met|a|si|și|и|і|و|ו)\s+/iu;

const PARTICLE =
  /^(?:v[oa]n|zu[mr]?|de[rnlm]?|di|da|do[s]?|du|la|le|el|al|bin|ibn|ten|ter|y|e|af|av|of|the|by|for)$/iu;

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** Short, capitalised but for particles: what could be a person rather than an authority's full title. */
function looksPersonal(text: string): boolean {
  const words = text.split(" ").filter((word) => word !== "");
  return (
    words.length <= 5 &&
    words.every((word) => !/^\p{Ll}/u.test(word) || PARTICLE.test(word) || words.length === 1)
  );
}

/** "Centre for Rivers and Weirs" is one house. */
const INSTITUTION =
  /(?<!\p{L})(?:cent(?:er|re)|department|ministry|office|institute?|bureau|division|council|committee|school|college|universit\p{L}+|association|society|federation|foundation|agency|administration|amt|ministerium|verband|verein|gesellschaft|stiftung|bundes\p{L}+|landes\p{L}+)\s+(?:for|of|für|der|des|de|di|du|van|voor)(?!\p{L})/iu;

function splitAnd(part: string): string[] {
  if (INSTITUTION.test(part)) return [part];
  const safe = part.split(SAFE_AND);
  return (safe.every(looksPersonal) ? safe : [part]).flatMap((piece) => {
    const sides = piece.split(SHORT_AND);
    // "Ortega y Gasset" is one man: a short "and" divides only whole names.
    return sides.length > 1 && sides.every((side) => wordsOf(side) >= 2) ? sides : [piece];
  });
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || wordsOf(name) > MOST_WORDS) return false;
  if (!/\p{L}/u.test(name) || NOBODY.test(name) || NOT_A_NAME.test(name)) return false;
  if (VARIABLE.test(name) || OTHER_ROLE.test(name)) return false;
  if (/[?!<>{}[\]=]|%\p{L}|\*\*|\.\.\.|…/u.test(name)) return false;
  const digits = (name.match(/\d/g) ?? []).length;
  // Accounts may end in their number.
  return digits <= (/^\p{L}\S*$/u.test(name) ? 8 : 4);
}

/** A name that a portrait's description and the line beside it both give. */
const TWICE = /^(\S{3,}.*?)\s+\1$/iu;

function cleanName(text: string): string {
  let name = text.replace(TRAILING, "");
  name = name.replace(/\s*[([（【<].*?[)\]）】>]\s*/gu, " ");
  name = name.replace(
    /\s*(?:(?:선임|인턴|수습|객원|전문|시민)?\s?기자|특파원|논설위원|에디터|記者|记者|特派員|特派员|さん|氏)$/u,
    "",
  );
  return squash(name)
    .replace(/^[\s"'“”„«»,.:;|·•*–—-]+|[\s"'“”„«»,:;|·•*–—-]+$/gu, "")
    .replace(/(?<=\p{L}{4})\.$/u, "")
    .replace(TWICE, "$1");
}

/** "JANE DOE" is how a style sheet shouts; mixed case, initials and one-word names stay as they are. */
function calm(name: string): string {
  if (wordsOf(name) < 2 || name !== name.toUpperCase() || !/\p{Lu}{3}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** A byline without the words that lead it in ("By", "Geschrieben von:"); the same text when none do. */
export function stripLeadIn(text: string): string {
  let rest = text;
  for (let turn = 0; turn < 3; turn++) {
    const next = rest.replace(LEAD_IN, "").replace(LEAD_IN_UNSPACED, "");
    if (next === rest || next === "") break;
    rest = next;
  }
  return rest;
}

/** Where a line of facts says who wrote it: "Datum: 3. Mai Autor: Ida Holm Quelle: Rundschau". */
const AUTHOR_LABEL =
  /(?:^|[\s|·(])(?:autor(?:in|en|a|es|i|e|ka|zy)?|auteure?s?|authors?|written by|verfasser(?:in)?|автор(?:ка|и|ы)?|作者|文)\s*[:：]\s*(?=\S)/iu;
const NEXT_LABEL = /(?<=\S)\s+\p{Lu}\p{L}{2,20}[:：]\s.*$/u;

const ANY_LABEL = /^\p{Lu}\p{L}{2,20}[:：]/u;

function factOf(text: string): string {
  const label = AUTHOR_LABEL.exec(text);
  if (label === null) return text;
  const rest = text.slice(label.index + label[0].length);
  return ANY_LABEL.test(rest) ? "" : rest.replace(NEXT_LABEL, "");
}

/** "Holm, Ida M.": as catalogues write a name. Without the initial it may be two people. */
const SURNAME_FIRST = /^(\p{Lu}[\p{Ll}’'-]+),\s+(\p{Lu}[\p{Ll}’'-]+(?:\s+\p{Lu}\.)+)$/u;

/** One raw author value as clean names, in order; empty when it names nobody. */
export function splitNames(raw: string): string[] {
  const text = stripLeadIn(factOf(squash(raw)).replace(CONTACT, " "));
  const inverted = SURNAME_FIRST.exec(text);
  if (inverted) return [`${inverted[2]} ${inverted[1]}`];
  const pieces = text.split(STRONG_SEPARATOR).flatMap(splitAnd);
  const names = pieces.map((piece) => calm(cleanName(stripLeadIn(` ${piece}`)))).filter(isName);
  return dropOutlets(names, text !== squash(raw));
}

/** All authors that a source names: split, cleaned, each once. A profile URL stays only where one value is one person. */
export function splitAuthors(raw: readonly RawPerson[]): Person[] {
  const people = new Map<string, Person>();
  for (const { name, url } of raw) {
    const names = splitNames(name);
    for (const one of names) {
      const key = foldWords(one);
      if (key === "" || people.size >= MOST_AUTHORS) continue;
      if (!people.has(key)) people.set(key, { name: one, url: names.length === 1 ? url : null });
    }
  }
  return [...people.values()];
}
