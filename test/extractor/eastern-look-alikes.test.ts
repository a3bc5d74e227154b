import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";
import { extractText } from "../../extractor/text-mode/extract-text.ts";

/** A paragraph by language, and lines of an article that have the words of furniture in them. */
const LINES: readonly (readonly [language: string, paragraph: string, lines: readonly string[]])[] = [
  [
    "ja",
    "港町の古い造船所で、使われなくなった船台が若い職人たちの手で少しずつ息を吹き返している。地元の木を使い、半年かけて一隻を仕上げるという。",
    [
      "写真家として",
      "人気の秘密",
      "残り三人の職人",
      "コメントは控えた",
      "会員登録した市民は百人を超えた。",
      "購読するより借りて読む人が多い。",
      "（中略）",
      "記者の仕事",
      "フォローしてくれる仲間がいる。",
    ],
  ],
  [
    "zh",
    "山脚下的旧粮站关了二十年，今年春天被几位返乡青年改成了木工坊。他们用拆下来的老梁做桌椅，也教附近的孩子认识工具。",
    [
      "更多的声音",
      "作者已经去世",
      "订阅一份报纸要三十元。",
      "点赞之外",
      "字数不多",
      "责任编辑曾劝他放弃。",
      "上一篇小说卖了三千册。",
    ],
  ],
  [
    "ko",
    "바닷가 낡은 조선소에서 젊은 목수들이 버려진 배를 다시 만들고 있다. 마을에서 자란 나무를 베어 반년 동안 말린 뒤 한 척을 완성한다고 한다.",
    ["글 쓰는 목수", "팔로우하는 이웃", "회원가입 대신 차 한잔", "저장 강박", "기자 시절", "사진 속의 아이"],
  ],
  [
    "ar",
    "في الحي القديم عادت ورشة النجارة إلى العمل بعد سنوات طويلة من الصمت، وصار صوت المنشار يسمع كل صباح من الزقاق المجاور حتى ساعة الظهر.",
    [
      "كتب جديدة على الرف",
      "انضم إلى الورشة عام 2010.",
      "شارك الأطفال في العمل.",
      "مصدر الخشب",
      "المزيد من الوقت",
      "رد الجميل",
    ],
  ],
];

const PARAGRAPHS = 5;
const FORMS = ["h2", "p", "li"] as const;

/** As many paragraphs as an article has, each its own. */
const paragraphsOf = (paragraph: string): readonly string[] =>
  Array.from(
    { length: PARAGRAPHS },
    (_, place) => `${paragraph.slice(0, -1)}${place + 1}${paragraph.slice(-1)}`,
  );

for (const [language, paragraph, lines] of LINES) {
  const paragraphs = paragraphsOf(paragraph);
  const [before, after] = [paragraphs.slice(0, 3), paragraphs.slice(3)];

  test(`lines between paragraphs stay although they have the words of furniture: ${language}`, () => {
    for (const line of lines) {
      for (const form of FORMS) {
        const middle =
          form === "li"
            ? `<ul><li>${line}</li><li>${paragraph.slice(0, 24)}</li></ul>`
            : `<${form}>${line}</${form}>`;
        const wrap = (text: string): string => `<p>${text}</p>`;
        const html = `<html lang="${language}"><body><article><h1>${paragraph.slice(0, 14)}</h1>${before.map(wrap).join("")}${middle}${after.map(wrap).join("")}</article></body></html>`;
        const { articleBody } = extract({ html, url: "https://harbour.example/story" });
        assert.ok(articleBody.includes(line), `${form}: ${line}`);
      }
      const text = [...before, line, ...after].join("\n");
      assert.ok(extractText({ text, url: null }).articleBody.includes(line), `text: ${line}`);
    }
  });
}
