/** A name of a newspaper or station has no more characters than this; a headline has more. */
const LONGEST = 24;

const BEFORE_NAME = "صحيفة|جريدة|شبكة|وكالة|قناة|موقع|مجلة|بوابة|خبرگزاری|روزنامه|پایگاه خبری";
const BEHIND_NAME =
  "新闻网|新聞網|新闻|新聞|日报|日報|晚报|晚報|时报|時報|早报|早報|周刊|週刊|数字报|电子报|在线|之声|广播网|网|網|报|報|ニュース|通信|タイムス|タイムズ|オンライン|デジタル|放送|テレビ|신문|일보|뉴스|방송|타임스|저널|투데이";

const MEDIUM = new RegExp(
  `^(?:${BEFORE_NAME})\\s|(?:${BEHIND_NAME})(?:\\s?(?:web|online|digital|plus|\\+))?$`,
  "iu",
);

/**
 * Whether a part of a window's title reads as the name of a medium, by the word for its kind: `江湾新闻网`, `صحيفة المرفأ`.
 * For pages that nowhere else say what their site is called.
 */
export const namesMedium = (text: string): boolean => text.length <= LONGEST && MEDIUM.test(text.trim());
