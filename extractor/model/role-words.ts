/**
 * The vocabulary of roles: what the web's authors call the parts of a page in `class` and `id`, and
 * the words short lines of boilerplate are made of. Generic words only; a word that names one site does not belong here.
 */

/** One role: the name tokens (in lower case, split at hyphens, underscores and camel case) that hint at it. */
export interface RoleHint {
  readonly role: string;
  readonly tokens: readonly string[];
}

const words = (list: string): readonly string[] => list.split(" ");

export const ROLE_HINTS: readonly RoleHint[] = [
  {
    role: "comment",
    tokens: words(
      "comment comments disqus respond response responses discussion kommentar kommentare commentlist replies reply",
    ),
  },
  {
    role: "share",
    tokens: words(
      "share sharing shares social socials sharedaddy addthis addtoany follow twitter facebook whatsapp sns",
    ),
  },
  {
    role: "related",
    tokens: words(
      "related recommend recommended recommendation recommendations recirc more similar also popular trending latest recent readmore suggestions teaser teasers outbrain taboola most",
    ),
  },
  {
    role: "ad",
    tokens: words(
      "ad ads advert advertisement advertising adsense banner sponsor sponsored promo promotion promoted promos dfp werbung anzeige",
    ),
  },
  {
    role: "caption",
    tokens: words(
      "caption captions credit credits copyright figcaption photo image img picture media gallery slideshow legend bildunterschrift",
    ),
  },
  {
    role: "byline",
    tokens: words(
      "byline author authors by bio writer autor contributor profile about person reporter vcard",
    ),
  },
  {
    role: "meta",
    tokens: words("meta date time timestamp published postmeta info dateline datum posted details"),
  },
  {
    role: "navigation",
    tokens: words(
      "nav navi navbar navigation menu menus breadcrumb breadcrumbs crumb crumbs topbar toolbar dropdown submenu skip jump pager pagination paging prev next previous",
    ),
  },
  { role: "footer", tokens: words("footer foot bottom colophon impressum siteinfo legal disclaimer") },
  { role: "header", tokens: words("header masthead top head logo brand branding hero") },
  {
    role: "sidebar",
    tokens: words(
      "sidebar aside side sidebars rail widget widgets module secondary tertiary column col right left",
    ),
  },
  {
    role: "newsletter",
    tokens: words(
      "newsletter subscribe subscription signup sign optin mailing email mailchimp paywall register registration cta callout",
    ),
  },
  {
    role: "tags",
    tokens: words(
      "tag tags category categories cat topic topics keyword keywords label labels taxonomy schlagwort cloud",
    ),
  },
  {
    role: "body",
    tokens: words(
      "body content text story article articlebody entry post copy prose richtext rte wysiwyg markdown paragraph main maincontent artikel inhalt",
    ),
  },
  { role: "title", tokens: words("title headline heading hed titel subtitle subheading") },
  {
    role: "lead",
    tokens: words(
      "lead lede deck standfirst summary intro excerpt abstract teaser dek kicker description desc subline vorspann",
    ),
  },
  {
    role: "cookie",
    tokens: words("cookie cookies consent gdpr privacy modal popup overlay lightbox dialog notice alert cmp"),
  },
  {
    role: "unseen",
    tokens: words(
      "hidden hide invisible visually sr screen reader offscreen collapse collapsed noprint print none",
    ),
  },
  {
    role: "account",
    tokens: words("login account user signin member members avatar username cart basket wishlist checkout"),
  },
  { role: "search", tokens: words("search suche filter filters sort facet facets refine form") },
  {
    role: "product",
    tokens: words(
      "product products price prices sku shop store variant spec specs specification specifications swatch",
    ),
  },
  { role: "review", tokens: words("review reviews rating ratings stars testimonial testimonials") },
  {
    role: "listing",
    tokens: words(
      "card cards grid tile tiles list listing item items row carousel slider swiper slide results result feed",
    ),
  },
  {
    role: "post",
    tokens: words("message messages thread cooked answer answers question postbody bbcode quote signature"),
  },
  { role: "contents", tokens: words("toc contents outline index anchor permalink headerlink") },
  { role: "code", tokens: words("code highlight hljs prism language snippet pre example codeblock") },
  { role: "faq", tokens: words("faq accordion tab tabs tabpanel panel toggle answer") },
  { role: "button", tokens: words("button btn link links action actions icon icons control controls") },
];

/** A kind of short line, known by its words in many languages. The pattern is tested on lower-cased, look-alike-folded text. */
export interface LineKind {
  readonly kind: string;
  readonly pattern: RegExp;
}

export const LINE_KINDS: readonly LineKind[] = [
  {
    kind: "share",
    pattern:
      /\b(share|tweet|teilen|partag|compart|condivid|udost[eę]pni|delen|dela|del p[aå]|payla[sş])|поделит|поширит|分享|シェア|공유|شارك|facebook|twitter|whatsapp|pinterest|linkedin|telegram/u,
  },
  {
    kind: "newsletter",
    pattern:
      /newsletter|subscri|abonn|suscr|iscriviti|inscri(va|vez)|subskry|sign up|zapisz si[eę]|подпис|підпис|订阅|訂閱|購読|구독|اشترك/u,
  },
  {
    kind: "related",
    pattern:
      /\b(read (more|also|next|on)|related|see also|also read|more (from|on|in|about|stories)|you (may|might)|recommended|popular|trending|latest|most read|mehr (zum|aus|von)|lesen sie|weiterlesen|auch interessant|[aä]hnliche|passend|lire (aussi|la suite)|sur le m[eê]me|à lire|leggi anche|correlati|lee tambi[eé]n|te puede|relacionad|leia|veja tamb|czytaj|zobacz|lees (ook|meer|verder)|gerelateerd|l[aä]s (mer|ocks[aå])|les ogs[aå]|l[aæ]s ogs[aå]|lue my[oö]s|ilgili)|читайте|по теме|также|популярн|相关|相關|関連|関連記事|관련|اقرأ/u,
  },
  {
    kind: "comment",
    pattern:
      /comment|kommentar|коммент|комент|yorum|reageer|reacties|留言|评论|評論|コメント|댓글|تعليق|\breply\b|\breplies\b|antworten|leave a|trackback|pingback/u,
  },
  {
    kind: "legal",
    pattern:
      /copyright|©|all rights|alle rechte|tous droits|derechos reservados|diritti riservati|wszelkie prawa|права защищены|права захищені|terms (of|and)|privacy|datenschutz|impressum|agb\b|mentions l[eé]gales|版权|版權|無断/u,
  },
  {
    kind: "photo",
    pattern:
      /\b(photo|image|picture|foto|fotos|bild|bilder|imagen|imagem|immagine|photograph|credit|cr[eé]dit|getty|reuters|shutterstock|istock|afp|dpa|source|quelle|zdj[eę]cie|fot\.)|фото|写真|图片|사진/u,
  },
  {
    kind: "byline",
    pattern:
      /^(by|von|par|por|di|door|av|af|przez|autor|author|written by|text|posted by|verfasst|geschrieben)\b|^(автор|文\/|作者|記者)/u,
  },
  {
    kind: "published",
    pattern:
      /\b(published|updated|posted|last modified|min(ute)?s? read|ago\b|ver[oö]ffentlicht|aktualisiert|erstellt|stand:|uhr\b|publi[eé]|mis à jour|publicado|actualizado|pubblicato|aggiornato|opublikowan|gepubliceerd|publicerad|publisert)|опубликован|обновлен|оновлен|发布|更新|公開/u,
  },
  { kind: "cookie", pattern: /cookie|consent|gdpr|einwilligung|javascript|enable|adblock|browser/u },
  {
    kind: "account",
    pattern:
      /\b(log ?in|sign ?in|register|account|password|anmelden|registrieren|einloggen|connexion|se connecter|iniciar sesi|accedi|zaloguj|inloggen|logga in|wishlist|add to (cart|bag|basket)|warenkorb)|войти|увійти|登录|登入|ログイン|로그인/u,
  },
  {
    kind: "step",
    pattern:
      /^(next|previous|prev|back|home|menu|search|close|skip|top|print|zur[uü]ck|weiter|vor|startseite|suche|drucken|nach oben|suivant|pr[eé]c[eé]dent|accueil|siguiente|anterior|inicio|buscar|avanti|indietro|dalej|wstecz|volgende|vorige|load more|show more|view all|see all|learn more|click here|loading)\b|^(назад|вперед|главная|головна|首页|下一|上一|次へ|前へ)/u,
  },
  {
    kind: "tags",
    pattern:
      /^(tags?|topics?|categor|filed under|posted in|schlagw|kategorie|themen|stichw|mots|sujets|etiquet|temas|argomenti|tagi|onderwerp|ämnen|emneord|теги|мітки|标签|タグ|태그)/u,
  },
  {
    kind: "ad",
    pattern:
      /advertis|sponsor|anzeige|werbung|publicit|publicidad|pubblicit|reklam|реклам|广告|廣告|広告|광고|إعلان/u,
  },
  { kind: "contact", pattern: /\b(contact|call|phone|tel|fax|e-?mail|kontakt|telefon|adres)/u },
];
