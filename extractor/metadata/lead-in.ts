/** Words that lead a byline in. Longest alternatives first within a language; a colon or a space follows. */
const LEAD_IN = new RegExp(
  `^[\\s(|·•–—:,-]*(?:${[
    "(?:story|words|text|photos?|reporting|interview|review|reviewed|article|post|report|recipe)(?: and (?:photos?|photography|images|pictures))? by",
    "(?:guest|opinion|sponsored|exclusive|special|feature)? ?(?:posts?|column|commentary|analysis|essay|blog|opinion|exclusive|feature|special|contribution|editorial) by",
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
    "(?:ditulis |dilaporkan )?oleh|penulis|pewarta|tác giả|(?:piše|pišu|napisa[ol][aio]?|avtor(?:ica|ja)?|autorica)|(?:parašė|parengė|autorius|autorė)|(?:autors|autore)|пише|аутор|per",
    "(?:เขียน)?โดย|ผู้เขียน|লেখক|লিখেছেন|تحریر|رپورٹ|بقلم|كتب(?:ت)?|الكاتب|المؤلف|כתב(?:ה)?|מאת|नويسنده|نویسنده|द्वारा",
  ].join("|")})(?:\\s*[:：|]\\s*|\\s+)`,
  "iu",
);

/** The same in scripts that write no space after it. */
const LEAD_IN_UNSPACED =
  /^[\s(（|·•–—-]*(?:作者|撰文|記者|记者|責任編輯|编辑|取材・文|文(?=[:：/／])|著者|筆者|執筆者?|글쓴이|글(?=[:：\s])|작성자|기자명)\s*[:：/／|=＝]?\s*/u;

/** "de Ana Pop", as Romanian lines begin; a surname alone is none. */
const LOWER_DE = /^\s*de\s+(?=\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+)/u;

/** A byline without the words that lead it in ("By", "Geschrieben von:"); the same text when none do. */
export function stripLeadIn(text: string): string {
  let rest = text;
  for (let turn = 0; turn < 3; turn++) {
    const next = rest.replace(LEAD_IN, "").replace(LEAD_IN_UNSPACED, "").replace(LOWER_DE, "");
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

/** Who a line of facts says wrote it; empty where its label is followed by another, and a text without such a label as it is. */
export function factOf(text: string): string {
  const label = AUTHOR_LABEL.exec(text);
  if (label === null) return text;
  const rest = text.slice(label.index + label[0].length);
  return ANY_LABEL.test(rest) ? "" : rest.replace(NEXT_LABEL, "");
}
