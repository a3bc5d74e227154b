/**
 * Captions in scripts without capitals: one or two sentences, and who took the picture behind them. The word for it stands
 * before the name (`（写真：…）`, `(تصوير: …)`, `/사진=…`) or behind it (`＝…撮影`, `… 摄`).
 */
import { alphabeticLength } from "./alphabetic-length.ts";

/** Every such script is at or beyond these; most texts have none of it. */
const MAY_BE_EASTERN = /[\u0600-\u06ff\u0900-\u097f\u1100-\u11ff\u3005-\uffff]/;

const LONGEST_CAPTION = 320;
const MOST_SENTENCES = 2;
const SENTENCE = /[.!?。！？؟।۔](?=\s|$|["'”’»」』（(])/gu;

const CREDITS: readonly RegExp[] = [
  // （写真：山田太郎）, （撮影／小林亮）, （圖／記者林書豪攝）, （图片来源：…）
  /[（(【［[](?:記者|记者)?(?:写真提供|写真|撮影|画像提供|画像|提供|イラスト|圖片來源|圖|图片来源|图源|图|攝影|摄影|照片|資料照|翻攝|사진제공|사진|그래픽|영상|자료사진|تصوير|عدسة|الصورة|صورة|عکس|عکاس|फोटो|फ़ोटो|तस्वीर)\s?[:：/／=＝|｜、，-]\s?[^（）()【】。]{1,40}[）)】］\]]$/u,
  // …＝山田太郎撮影, （山田太郎撮影）
  /[＝=（(][^＝=。（）()]{2,24}(?:撮影|提供)[）)]?$/u,
  // …。江湾晚报记者 周洋 摄, （林書豪攝）
  /(?:[（(。！？\s]|记者|記者)\s?\p{Script=Han}{2,4}\s?[/／]?\s?[摄攝][）)]?$/u,
  // … /사진=홍길동 기자
  /[/\s]사진\s?[=:]\s?[^.。]{2,24}$/u,
  // … 있다. 이수민 기자
  /^.{8,60}다\. [김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용]\p{Script=Hangul}{1,3}\s?(?:선임|인턴|수습|객원)?기자$/u,
  // … 있다. 2026.05.13. photo@agency.example
  /다\. \d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?(?:\s?\S+@\S+)?$/u,
  // … (من المصدر)
  /[^.!?؟]\s\((?:من المصدر|أرشيفية|صورة أرشيفية|متداولة|رويترز|أ ف ب|أ\.ف\.ب|الفرنسية|غيتي|وام|واس|د ب أ|الأناضول)\)$/u,
  // 图片由受访者提供
  /^[(（]?(?:图片|圖片|照片|相片|视频|影片)由[^。，]{2,20}提供[)）]?$/u,
  // Labels of captions at their head: صدر الصورة، …
  /^(?:صدر الصورة|مصدر الصورة|التعليق على الصورة|تعليق على الصورة|图像来源|图像加注文字|圖像來源|圖像加註文字|이미지 출처|사진 설명|사진설명|画像提供|画像説明|写真説明|منبع تصویر|توضیح تصویر|इमेज स्रोत|इमेज कैप्शन)\s?[,،，、：:]/u,
];

/** Whether a line is a caption that names who made its picture. */
export function isEasternCaption(text: string): boolean {
  return (
    MAY_BE_EASTERN.test(text) &&
    alphabeticLength(text) <= LONGEST_CAPTION &&
    CREDITS.some((credit) => credit.test(text)) &&
    (text.match(SENTENCE)?.length ?? 0) <= MOST_SENTENCES
  );
}
