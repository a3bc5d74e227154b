/**
 * Bylines in scripts without capital letters: a name cannot be told by its letters there, but the word for the writer
 * stands right beside it, and nothing else is on the line.
 */

/** Every such script is at or beyond these; most texts have none of it. */
const MAY_BE_EASTERN = /[\u0600-\u06ff\u0900-\u097f\u1100-\u11ff\u3005-\uffff]/;

const LONGEST = 110;

const HAN = String.raw`[\p{Script=Han}々ヶ]`;
const KANA_OR_HAN = String.raw`[\p{Script=Han}々ヶ\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const LATIN_NAME = String.raw`\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}`;
/** The longest first, as no space says where one ends. */
const WRITERS =
  "取材・文|[图圖]/文|文/[图圖]|文・写真|写真・文|撮影・文|文と写真|文・構成|構成・文|聞き手・文|聞き手・構成|聞き手|取材|執筆者?|著者|筆者|ライター|寄稿|構成|(?:本报|本報|本刊|本网|本網|特约|特約|见习|實習|实习|首席|新华社|中新社)?(?:记者|記者)|通讯员|通訊員|作者|撰文|撰稿|采写|采访|採訪|文字|文案|编译|編譯|口述|文";
const OTHERS =
  "写真|撮影|イラスト|編集|校閲|翻訳|翻译|翻譯|校对|校對|责任编辑|責任編輯|编辑|編輯|责编|責編|主编|审核|审校|摄影|攝影|实习生|实习编辑|监制|统筹|制图|排版|供稿|图片?|圖片?|訳|来源|來源";
const NOT_A_ROLE = `(?!${WRITERS}|${OTHERS})`;
const NAME = `(?:${NOT_A_ROLE}${KANA_OR_HAN}{2,8}(?: ${NOT_A_ROLE}${KANA_OR_HAN}{1,6}(?!${KANA_OR_HAN}))?|${LATIN_NAME})`;
const NAMES = `${NAME}(?:\\s*[、,&和與·・]\\s*${NAME}|\\s+${NAME}(?![:=/|]))*`;

/** `文／山田花子 写真／佐藤亮`, `作者：陈晓雯`, `本报记者 赵一鸣 通讯员 何小溪` */
const HAN_ROLE = new RegExp(
  `(?:(?<writer>${WRITERS})|(?:${OTHERS}))(?:\\s*[:=/|]\\s*|\\s+(?=[\\p{Script=Han}\\p{Lu}]))(?<names>${NAMES})`,
  "gu",
);
/** `記者林書豪／苗栗報導` */
const HAN_REPORT = new RegExp(
  `(?:記者|记者|編輯|编辑|特派員|特派记者)\\s?(?<names>${HAN}{2,4}(?:、${HAN}{2,4})*)\\s?/\\s?${HAN}{2,6}(?:報導|報道|报道|專訪|专访|特稿|专电|專電)`,
  "gu",
);
/** `佐藤美咲記者` */
const HAN_SUFFIX = new RegExp(
  `^(?<names>${KANA_OR_HAN}{2,6}(?: ${KANA_OR_HAN}{1,4})?)\\s?(?:記者|編集委員|論説委員|特派員|支局長)$`,
  "gu",
);

/** The first syllable of nearly every Korean name. */
const SURNAME =
  "[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용]";
const HANGUL_NAME = String.raw`${SURNAME}\p{Script=Hangul}{1,3}`;
const HANGUL_ROLE = new RegExp(
  String.raw`(?:(?<writer>글·사진|글·그림|글쓴이|글|작성자|취재|기자명|기고|정리)|사진|그래픽|영상|편집|촬영|그림|일러스트)(?:\s*[:=/|]\s*|\s+)(?<names>${HANGUL_NAME}(?:\s*[,·]\s*${HANGUL_NAME})*)(?:\s?(?:기자|작가|PD|특파원))?(?!\p{Script=Hangul})`,
  "gu",
);
const HANGUL_SUFFIX = new RegExp(
  String.raw`(?<![\p{Script=Hangul}])(?<names>${HANGUL_NAME}(?:\s*[,·]\s*${HANGUL_NAME})*)\s?(?:선임|인턴|수습|객원|전문|시민)?\s?(?:기자|특파원|논설위원|편집위원|칼럼니스트|에디터|리포터|앵커)(?:\s*=)?(?!\p{Script=Hangul})`,
  "gu",
);

const ARABIC_NAME = String.raw`[\p{Script=Arabic}\p{M}\u200c]{2,}(?:[ -][\p{Script=Arabic}\p{M}\u200c]{2,}){1,4}`;
const DEVANAGARI_NAME = String.raw`[\p{Script=Devanagari}\p{M}]{2,}(?: [\p{Script=Devanagari}\p{M}.]{2,}){0,3}`;
/** `كتب: سامر نصار`, `بقلم ليلى حداد`, `خبرنگار: مریم کاظمی`; "wrote" alone begins sentences too. */
const ARABIC_ROLE = new RegExp(
  String.raw`^(?:(?:كتبت?|كتبها?|كتبته|إعداد|اعداد|تقرير|تحقيق|الكاتبة?|المؤلفة?|مراسلة?|مراسلنا|مراسلتنا|حاوره|حاورته|نویسنده|خبرنگار|گزارشگر|گزارش|به قلم|مترجم)\s*[:/|–—-]\s*|بقلم\s*[:/|–—-]?\s*)(?<names>${ARABIC_NAME}(?:\s*[،,]\s*${ARABIC_NAME})*)(?:\s*[–—/|-]\s*[\p{Script=Arabic} ]{2,20})?$`,
  "gu",
);
const DEVANAGARI_ROLE = new RegExp(
  String.raw`^(?:लेखक|लेखिका|रिपोर्टर|रिपोर्ट|संवाददाता|द्वारा)\s*[:/|–—-]\s*(?<names>${DEVANAGARI_NAME}(?:,\s*${DEVANAGARI_NAME})*)$`,
  "gu",
);

const FORMS = [HAN_REPORT, HAN_ROLE, HAN_SUFFIX, HANGUL_ROLE, HANGUL_SUFFIX, ARABIC_ROLE, DEVANAGARI_ROLE];
/** Forms whose every match names writers. */
const WRITERS_ALONE: ReadonlySet<RegExp> = new Set([
  HAN_REPORT,
  HAN_SUFFIX,
  HANGUL_SUFFIX,
  ARABIC_ROLE,
  DEVANAGARI_ROLE,
]);

const SENTENCE_END = /[.!?。！？؟।۔]$/u;
const CONTACT = /\S+@\S+\.\w+|(?:https?:)?\/\/\S+/gu;
const BETWEEN_NAMES = /\s*[、,，،&]\s*|\s*和\s*|\s*與\s*|\s*[·・](?=\S)/u;

/** `철원/글·사진 …`, `대구=… 기자` */
const PLACE = /^\p{Script=Hangul}{2,4}\s?[/=]\s?/u;

/** The word for the writer with the name in the element next to it: `取材・文＝`, `كتب:`, `기자`. */
const LEAD_ONLY = new RegExp(
  `^(?:${WRITERS}|글·사진|글쓴이|글|기자명|작성자|كتبت?|بقلم|إعداد|الكاتبة?|نویسنده|خبرنگار|लेखक|लेखिका|द्वारा)\\s*[:：=＝/／|]?$|^(?:기자|특파원|記者)$`,
  "u",
);

/** Whether a text is in scripts without capitals alone: what this file does not read as a byline there is none. */
export const isEasternAlone = (text: string): boolean =>
  MAY_BE_EASTERN.test(text) && !/[\p{Lu}\p{Ll}]/u.test(text);

/** Whether a text may be a byline's lead-in alone; its name is in the next element. */
export const isEasternLead = (text: string): boolean =>
  MAY_BE_EASTERN.test(text) && text.length <= 12 && LEAD_ONLY.test(text.trim());

/**
 * The writers that a line names, when it is nothing but a byline; an empty list when it names others alone (editors,
 * photographers); null for any other line, and for all in alphabets that have capitals.
 */
export function readEasternByline(text: string): readonly string[] | null {
  if (text.length > LONGEST || !MAY_BE_EASTERN.test(text)) {
    return null;
  }
  const line = text
    .normalize("NFKC")
    .replace(CONTACT, " ")
    .replace(/\s+/gu, " ")
    .replace(/\s?:$/u, "")
    .trim();
  const inside = /^[([〔【<《](?<inside>[^()[\]〔〕【】<>《》]+)[)\]〕】>》]$/u.exec(line)?.groups?.[
    "inside"
  ];
  let rest = (inside ?? line).replace(PLACE, "").trim();
  const whole = rest;
  if (SENTENCE_END.test(rest)) {
    return null;
  }
  const names: string[] = [];
  for (const form of FORMS) {
    rest = rest.replace(form, (...match) => {
      const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
      if (groups["writer"] !== undefined || WRITERS_ALONE.has(form)) {
        names.push(...(groups["names"] ?? "").split(BETWEEN_NAMES));
      }
      return " ";
    });
  }
  const isAll = rest !== whole && !/[\p{L}\p{N}]/u.test(rest);
  return isAll ? [...new Set(names)].filter((name) => name !== "") : null;
}

/** Datelines that name who wrote: the place, the medium, the writer, before the first sentence. */
const SIGNED_DATELINES: readonly RegExp[] = [
  // [춘천=새벽통신] 유진호 기자 =
  /^[[(][\p{Script=Hangul}·\s]{2,12}=[^\])]{2,16}[\])]\s?(?<byline>[\p{Script=Hangul}·,\s]{2,20}\s(?:기자|특파원))\s?=/u,
  // 江湾新闻网5月14日电（记者 陈晓雯）
  /^\p{Script=Han}{2,14}?\d{1,2}月\d{1,2}日[电電讯訊]\s?[（(](?<byline>(?:记者|記者)[^（）()]{2,24})[)）]/u,
  // 〔記者林書豪／苗栗報導〕…
  /^[〔（(【](?<byline>(?:記者|记者)\p{Script=Han}{2,4}\s?[／/]\s?\p{Script=Han}{2,6}(?:報導|報道|报道))[〕)）】]/u,
];

/** The byline within the dateline that a paragraph begins with, or null. */
export function bylineInDateline(text: string): string | null {
  for (const dateline of SIGNED_DATELINES) {
    const byline = dateline.exec(text)?.groups?.["byline"];
    if (byline !== undefined) return byline;
  }
  return null;
}

/** Particles and endings of Japanese that no name has between its characters. */
const SAYS_MORE =
  /\p{Script=Han}[はがをにでとも]\p{Script=Han}|です|ます|した|する|ください|参照|税込|予定|以下|敬称略|提供|[中前後]略|^.[笑談訳注続上中下].$|つづく|続く/u;
const SIGNATURE = new RegExp(
  `^[(（〔［[]\\s*${KANA_OR_HAN}{2,10}(?:\\s*[・、／/＝= ]\\s*${KANA_OR_HAN}{2,8}){0,3}\\s*[)）〕］\\]]$`,
  "u",
);

/** `（高橋直人）`, `（あおば通信・山口翔）`: who signs under the last sentence, in brackets on a line of its own. */
export function isBracketedSignature(text: string): boolean {
  return text.length <= 40 && MAY_BE_EASTERN.test(text) && SIGNATURE.test(text) && !SAYS_MORE.test(text);
}

/** `【编辑：李默】`, `〔記者林書豪／苗栗報導〕`: a byline in brackets is one wherever it stands. */
export const isBracketedByline = (text: string): boolean =>
  /^[([〔【<《（［]/u.test(text) && readEasternByline(text) !== null;

/** `（完）`, `(끝)`, `انتهای پیام/`: the mark that a story ends here, alone on a line. */
export function isEndMark(text: string): boolean {
  return (
    text.length <= 80 &&
    /^(?:[—–=~·*\s-]+(?:the )?end[—–=~·*\s-]+$|[(（【<〈]\s*(?:完|终|終|了|おわり|終わり|끝|انتهى)\s*[)）】>〉]|انتهای پیام\s*\/?|انتهى\s*[/.]?|[(（【]\s*原[标標][题題]\s*[:：][^()（）]+[)）】])$/iu.test(
      text.trim(),
    )
  );
}
