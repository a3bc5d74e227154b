import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { extract } from "../../extractor/extract.ts";

// What each visit shows anew goes with the model at work too, wherever it stands: it would make versions of one story.

const STORY = [
  "The clock on the customs house stopped at ten past four on Sunday, and the town has agreed to leave it so until the swallows under its hands have flown.",
  "A film of the nest had 1,204 views in 2 hours and drew 3 comments, all of them from the same aunt.",
  "The clockmaster is content. He has wound it every morning for thirty-one years, he says, and nobody but the swallows ever looked up to see what it told them.",
  "Trains will leave by the clock at the station meanwhile, which is wrong by as much as ever, and the market will open when Mrs Pell puts her scales out.",
];

const LINES: Readonly<Record<string, string>> = {
  en: "1,204 views Updated 2 hours ago 3 comments",
  "en, months": "1.2k views · 3 months ago",
  "en, time alone": "2 hours ago",
  de: "1.204 Aufrufe Aktualisiert vor 2 Stunden 3 Kommentare",
  fr: "1 204 vues Mis à jour il y a 2 heures 3 commentaires",
  es: "1.204 visitas Actualizado hace 2 horas 3 comentarios",
  it: "1.204 visualizzazioni Aggiornato 2 ore fa 3 commenti",
  pt: "1.204 visualizações Atualizado há 2 horas 3 comentários",
  nl: "1.204 keer bekeken Bijgewerkt 2 uur geleden 3 reacties",
  pl: "1204 wyświetleń Aktualizacja 2 godziny temu 3 komentarze",
  uk: "1204 переглядів Оновлено 2 години тому 3 коментарі",
  ru: "1204 просмотра Обновлено 2 часа назад 3 комментария",
  tr: "1.204 görüntülenme Güncelleme 2 saat önce 3 yorum",
  sv: "1 204 visningar Uppdaterad för 2 timmar sedan 3 kommentarer",
  da: "1.204 visninger Opdateret for 2 timer siden 3 kommentarer",
  no: "1 204 visninger Oppdatert for 2 timer siden 3 kommentarer",
  fi: "1 204 katselukertaa Päivitetty 2 tuntia sitten 3 kommenttia",
  ja: "閲覧数1,204 更新 2時間前 コメント3件",
  zh: "阅读 1204 更新于 2小时前 评论 3",
  ko: "조회수 1,204 업데이트 2시간 전 댓글 3",
  ar: "1204 مشاهدة آخر تحديث منذ 2 ساعات 3 تعليقات",
};

function bodyOf(html: string): string {
  const page = `<html><head><title>Swallows stop the customs clock</title></head><body><article>
    <h1>Swallows stop the customs clock</h1>${html}</article></body></html>`;
  return extract({ html: page, url: "https://pell.example/town/clock" }).articleBody;
}

const story = STORY.map((text) => `<p>${text}</p>`).join("");

describe("counters and times in one line go, and the sentence about views stays", () => {
  for (const [language, line] of Object.entries(LINES))
    test(language, () => {
      const meta = `<div>${line}</div>`;
      assert.equal(bodyOf(meta + story), STORY.join("\n\n"));
      assert.equal(bodyOf(story + meta), STORY.join("\n\n"));
    });
});

test("pieces that only their style sets apart are read apart", () => {
  const meta = `<div><span>1,204 views</span><span>Updated 2 hours ago</span><a href="#talk">3 comments</a></div>`;
  assert.equal(bodyOf(meta + story), STORY.join("\n\n"));
});

test("a line that says more than counters and times stays", () => {
  const [first = "", ...rest] = STORY;
  const line = "Seen 2 hours ago by 3 readers of the tide tables";
  const html = [first, line, ...rest].map((text) => `<p>${text}</p>`).join("");
  assert.ok(bodyOf(html).includes(line));
});
