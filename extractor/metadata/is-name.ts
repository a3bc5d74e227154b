/** Longer than this, a "name" is a sentence or a whole contributors' box. */
const LONGEST_NAME = 60;
const MOST_WORDS = 7;

/** A role, a newsroom or a degree that stands where a name could stand. */
const NOT_A_NAME =
  /^(?:(?:the )?(?:sr\.?|jr\.?|vice|staff|senior|chief|guest|contributing|managing|associate|executive|deputy|special|freelance|news|sports?|features?|political|science|health|web|digital|content|copy|technical|lead|assistant|former)[\s-]+)*(?:writers?|reporters?|editors?(?:[\s-]+in[\s-]+chief)?|correspondents?|contributors?|columnists?|journalists?|producers?|authors?|critics?|editorial|manager|director|president|founder|co-founder|ceo|cto|cmo)(?:[\s,]+(?:of|at|for|in)\b.*)?$|^(?:ph\.?\s?d|m\.?d|m\.?a|m\.?s|m\.?sc|b\.?a|b\.?sc|mba|m\.?p\.?h|r\.?n|r\.?d|rdn|ldn|esq|jr|sr|ii|iii|cfa|cpa|cfp|dvm|dds|pharmd|llm|jd|lcsw|cscs|cpt|faap|facs|pe|do)\.?$|^(?:autor(?:in)?|redakteur(?:in)?|chefredakteur(?:in)?|korrespondent(?:in)?|gastautor(?:in)?|volontär(?:in)?|journaliste?|rédact(?:eur|rice)(?: en chef)?|redactora?|periodista|corresponsal|enviad[oa] especial|reporter[oa]|giornalista|redattore|redattrice|caposervizio|inviat[oa]|jornalista|repórter|redatora?|correspondente|envoyée? spéciale?|correspondante?|redacteur|(?:regio)?verslaggever|correspondent|redaktorin|dziennikar(?:z|ka)|redaktor(?:ka|zy)?(?= |$)|reporter(?:ka)?|reportér(?:ka)?|zpravodaj(?:ka)?|korespondent(?:ka)?|publicyst(?:a|ka)|журналист(?:ка)?|журналіст(?:ка)?|редактор(?:ка)?|корреспондент(?:ка)?|кореспондент(?:ка)?|обозреватель|оглядач(?:ка)?|репорт[её]р(?:ка)?|editör(?:ü)?|muhabir(?:i)?|gazeteci|köşe yazarı|foto muhabiri|haber merkezi|(?:nyhets|nyheds|kultur|sport|sports|indlands|frilans|freelance|chef|sjef|web|debatt|politisk )?(?:journalist|reporter|redaktör|redaktør|fotograf|skribent)(?:en)?|(?:vapaa |uutis|kulttuuri|urheilu|pää)?(?:toimittaja|päällikkö)|kolumnisti|valokuvaaja)(?:[\s,].*)?$/iu;

/** Account names and template leftovers that name nobody. */
const NOBODY =
  /^(?:(?:wordpress|site|blog|web|\p{L}{2,12}[-_ ])?admin(?:istrator)?s?\d*|wp-?admin|web-?master|root|super ?user|user\d*|guest|gast|test|demo|editor|author|autor|default|none|null|undefined|unknown|unbekannt|anonym(?:ous|e|o|us)?|n\/?a|no author|author name|team|staff|view all posts|read more|mehr|alle beiträge|posted by|written by|more by this author|follow|website|e-?mail(?: address)?|twitter|facebook|instagram|linkedin|home|share|comments?|kommentare?|posted|published|updated|atualizado|actualizado|aggiornato|aktualisiert|mis à jour|bijgewerkt|uppdaterad|opdateret|oppdatert|päivitetty|güncelle(?:me|ndi)|обновлено|оновлено|zaktualizowano|publicado|pubblicato|publié|veröffentlicht|date|datum|(?:mon|tue|wed|thu|fri|sat|sun)(?:day)?)$/iu;

/** A template's variable that was never filled: "page.head.extra.author". */
const VARIABLE = /^\p{Ll}+(?:\.\p{Ll}+){3,}$/u;
/** Somebody who did something else for the page. */
const OTHER_ROLE =
  /^(?:design|code|development|hosting|photos?|photography|images?|pictures?|illustrations?|video|fotos?|bilder?|grafik(?:en)?|infografik|kamera|redaktionelle mitarbeit)\s*[:：]/iu;

/** "Centre for Rivers and Weirs" is one house. */
const INSTITUTION =
  /(?<!\p{L})(?:cent(?:er|re)|department|ministry|office|institute?|bureau|division|council|committee|school|college|universit\p{L}+|association|society|federation|foundation|agency|administration|amt|departement|behörde|\p{L}*anstalt|direktion|ministerium|verband|verein|gesellschaft|stiftung|bundes\p{L}+|minist[èe]r\p{L}+|instituto|istituto|direction|dirección|direzione|landes\p{L}+)\s+(?:for|of|für|der|des|de|di|du|van|voor)(?!\p{L})/iu;

/** Whether a text is what an office or a society is called, with the things that it is for. */
export const isInstitution = (text: string): boolean => INSTITUTION.test(text);

/** Words of a text, as spaces part them. */
export const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

/** Whether a clean text may be what a person, an account or a house is called. */
export function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || wordsOf(name) > MOST_WORDS) return false;
  if (!/\p{L}/u.test(name) || NOBODY.test(name) || NOT_A_NAME.test(name)) return false;
  if (VARIABLE.test(name) || OTHER_ROLE.test(name)) return false;
  if (/[?!<>{}[\]=]|%\p{L}|\*\*|\.\.\.|…/u.test(name)) return false;
  if (/\d[:.h]\d\d|^\d+(?:[\s.:,]|$)/u.test(name)) return false;
  const digits = (name.match(/\d/g) ?? []).length;
  // Accounts may end in their number.
  return digits <= (/^\p{L}\S*$/u.test(name) ? 8 : 4);
}
