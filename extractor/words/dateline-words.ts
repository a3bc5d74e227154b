import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What stands before a dash in capitals, as a place in a dateline does, and is none. */
export const NO_PLACE_WORDS: WordList = {
  en: phrases(`
    breaking, breaking news, update, updated, updates, exclusive, watch, live, opinion, analysis, review, video,
    photo, photos, advertisement, sponsored, correction, editor's note, note, warning, spoiler, faq, q, a, ps, tldr
  `),
  de: phrases("eil, exklusiv, update, meinung, kommentar, analyse, anzeige, video, hinweis"),
  fr: phrases("direct, en direct, exclusif, video, avis, analyse, mise a jour"),
  es: phrases("exclusiva, ultima hora, en vivo, video, opinion, analisis"),
  it: phrases("esclusiva, ultim'ora, video, opinione, diretta"),
  pt: phrases("exclusivo, ao vivo, video, opiniao, atualizacao"),
  pl: phrases("pilne, wideo, opinia, aktualizacja"),
  uk: phrases("терміново, відео, оновлено, ексклюзив, думка"),
  ru: phrases("срочно, видео, обновлено, эксклюзив, мнение"),
  tr: phrases("son dakika, video, ozel haber"),
};
