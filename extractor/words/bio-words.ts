import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Headings over a note on the author. */
export const BIO_HEADINGS: WordList = {
  en: phrases(`
    about the author, about the authors, about the writer, about author, author bio, meet the author,
    about our expert, about me, written by, contributor, about the expert, our integrity network, author
  `),
  de: phrases(`
    uber den autor, uber die autorin, uber die autoren, zum autor, zur autorin, zur person, der autor,
    die autorin, autor, autorin, autor:in, autoreninfo, uber mich
  `),
  fr: phrases("a propos de l'auteur, a propos de l'autrice, l'auteur, auteur, l'autrice"),
  es: phrases("sobre el autor, sobre la autora, acerca del autor, autor"),
  it: phrases("l'autore, l'autrice, informazioni sull'autore, autore, chi e l'autore"),
  pt: phrases("sobre o autor, sobre a autora, autor"),
  nl: phrases("over de auteur, over de schrijver, auteur"),
  pl: phrases("o autorze, o autorce, autor"),
  uk: phrases("про автора, автор, про авторку"),
  ru: phrases("об авторе, автор"),
  tr: phrases("yazar hakkinda, yazar"),
  da: phrases("om forfatteren"),
  sv: phrases("om forfattaren, om skribenten"),
  no: phrases("om forfatteren"),
  fi: phrases("kirjoittaja, tietoa kirjoittajasta"),
  ja: phrases("著者プロフィール, プロフィール, この記事を書いた人, 筆者プロフィール, 著者について, ライター"),
  zh: phrases("作者简介, 关于作者, 作者介绍, 關於作者"),
  ko: phrases("저자 소개, 필자 소개, 기자 소개"),
  ar: phrases("عن الكاتب, نبذة عن الكاتب, عن المؤلف"),
};

/** What authors are, in the sentence that follows their name. */
export const BIO_VERBS: WordList = {
  en: phrases(`
    is a, is an, is the, is our, was a, writes, writes about, writes for, covers, has been, has written,
    has worked, works, joined, reports, edits, lives in, is based in, is currently, is senior, is editor,
    can be reached at, contributed to this report, contributed to this story, contributed reporting,
    contributed to this article
  `),
  de: phrases(`
    ist redakteur, ist redakteurin, ist journalist, ist journalistin, ist autor, ist autorin, ist freie,
    ist freier, schreibt, arbeitet, studierte, berichtet, ist seit, ist grunder, ist geschaftsfuhrer
  `),
  fr: phrases("est journaliste, est redacteur, est redactrice, est auteur, ecrit"),
  es: phrases("es periodista, es redactor, es redactora, escribe"),
  it: phrases("e giornalista, giornalista, scrive"),
  pt: phrases("e jornalista, jornalista, escreve"),
  nl: phrases("is journalist, is redacteur, schrijft"),
  pl: phrases("jest dziennikarzem, jest dziennikarka, pisze"),
};
