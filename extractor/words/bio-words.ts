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
  pl: phrases("o autorze, o autorce, autor, o autorach, autorzy, o autorce i autorze"),
  uk: phrases("про автора, автор, про авторку, про авторів, авторка, автори, автор статті, автор матеріалу"),
  ru: phrases(`
    об авторе, автор, об авторах, авторы, коротко об авторе, автор статьи, автор материала, все
    статьи автора
  `),
  tr: phrases("yazar hakkinda, yazar, yazarin diger yazilari, haberi yazan, yazarlar"),
  da: phrases("om forfatteren, om journalisten, om skribenten, om forfatterne"),
  sv: phrases(`
    om forfattaren, om skribenten, om reportern, om journalisten, om forfattarna, om skribenterna
  `),
  no: phrases("om forfatteren, om journalisten, om skribenten, om forfatterne"),
  fi: phrases(`
    kirjoittaja, tietoa kirjoittajasta, kirjoittajasta, tietoa kirjoittajista, kirjoittajat, tietoa
    tekijasta
  `),
  ja: phrases(`
    著者プロフィール, プロフィール, この記事を書いた人, 筆者プロフィール, 著者について, ライター, 執筆者プロフィール, ライター紹介, 筆者紹介, 著者紹介, profile,
    この記事の著者
  `),
  zh: phrases("作者简介, 关于作者, 作者介绍, 關於作者, 作者簡介, 作者資料, 作者档案, 作者信息"),
  ko: phrases("저자 소개, 필자 소개, 기자 소개, 기자 프로필, 글쓴이 소개"),
  ar: phrases(`
    عن الكاتب, نبذة عن الكاتب, عن المؤلف, عن الكاتبة, عن المؤلفة, الكاتب في سطور, نبذة عن المؤلف
  `),
  cs: phrases("o autorovi, o autorce, o autorech, autor, autorka, autori, autor clanku"),
  fa: phrases("درباره نویسنده"),
  hi: phrases("लेखक के बारे में"),
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
    ist freier, schreibt, arbeitet, studierte, berichtet, ist seit, ist grunder, ist geschaftsfuhrer,
    ist lokalredakteur, ist lokalredakteurin, ist korrespondent, ist korrespondentin, ist reporter,
    ist reporterin, ist redaktor, ist redaktorin, ist chefredakteur, ist chefredakteurin, leitet,
    betreut, volontiert
  `),
  fr: phrases(`
    est journaliste, est redacteur, est redactrice, est auteur, ecrit, est correspondant,
    est correspondante, est reporter, est autrice, est chroniqueur, est chroniqueuse, couvre, collabore,
    a rejoint, travaille pour
  `),
  es: phrases(`
    es periodista, es redactor, es redactora, escribe, es corresponsal, es reportera, es reportero,
    es editor, es editora, es una periodista, es un periodista, cubre, colabora, trabaja en
  `),
  it: phrases(`
    e giornalista, giornalista, scrive, e una giornalista, e un giornalista, e caporedattore,
    e redattore, e redattrice, si occupa, lavora per, collabora con, e nato, e nata
  `),
  pt: phrases(`
    e jornalista, jornalista, escreve, e reporter, e redatora, e redator, e editora, e editor,
    e correspondente, cobre, trabalha
  `),
  nl: phrases(`
    is journalist, is redacteur, schrijft, is verslaggever, is correspondent, is redactrice, is chef,
    is columnist, werkt, volgt
  `),
  pl: phrases(`
    jest dziennikarzem, jest dziennikarka, pisze, jest reporterem, jest reporterka, jest autorem,
    jest autorka, jest redaktorem, jest redaktorka, jest fotografem, jest publicysta, jest
    publicystka, pracuje, w redakcji od, zajmuje sie, od lat, ukonczyl, ukonczyla, absolwent,
    absolwentka, dziennikarz, dziennikarka, reporter, reporterka, redaktor, redaktorka, publicysta,
    publicystka, z wyksztalcenia, zwiazany z, zwiazana z
  `),
  uk: phrases(`
    пише, пише про, працює, є журналістом, є журналісткою, журналіст, журналістка, репортер,
    репортерка, редактор, редакторка, кореспондент, кореспондентка, фотограф, оглядач, оглядачка,
    авторка, автор, закінчив, закінчила, спеціалізується, у виданні з, у редакції з
  `),
  ru: phrases(`
    пишет, пишет о, работает, является, журналист, журналистка, репортер, корреспондент, редактор,
    фотограф, обозреватель, колумнист, автор, окончил, окончила, специализируется, в редакции с, в
    издании с
  `),
  tr: phrases(`
    yaziyor, calisiyor, calismaktadir, gazeteci, muhabir, muhabiri, editor, editoru, yazar, yazari,
    foto muhabiri, mezunu, dogdu, gorev yapiyor, gorev yapmaktadir
  `),
  da: phrases(`
    er journalist, er redaktor, er fotograf, er freelancejournalist, er forfatter, er uddannet, er
    ansat, er indlandsredaktor, er kommentator, er skribent, skriver om, skriver for, har arbejdet,
    har skrevet, har vaeret, daekker, arbejder
  `),
  sv: phrases(`
    ar reporter, ar journalist, ar redaktor, ar fotograf, ar frilansjournalist, ar frilans*, ar
    skribent, ar forfattare, ar nyhetsredaktor, ar kronikor, ar ledarskribent, ar kulturredaktor, ar
    utbildad, skriver om, skriver for, har arbetat, har skrivit, har varit, bevakar, arbetar, jobbar
  `),
  no: phrases(`
    er journalist, er redaktor, er fotograf, er frilansjournalist, er frilans*, er forfatter, er
    skribent, er nyhetsleder, er kommentator, er utdannet, er ansatt, skriver om, skriver for, har
    jobbet, har skrevet, har vaert, dekker, jobber, arbeider
  `),
  fi: phrases(`
    on toimittaja, on valokuvaaja, on vapaa toimittaja, on kirjailija, on paatoimittaja, on
    uutispaallikko, on kolumnisti, kirjoittaa, on tyoskennellyt, tyoskentelee, on kirjoittanut, on
    erikoistunut, seuraa, vastaa
  `),
  cs: phrases(`
    je redaktor, je redaktorka, je novinar, je novinarka, je reporter, je reporterka, je fotograf,
    je fotografka, je publicista, je publicistka, je zpravodaj, je komentator, je sefredaktor, je
    autorem, je autorkou, pise, pracuje, pusobi, venuje se, vystudoval, vystudovala, v redakci od
  `),
};

/** What leads to an author's page or biography: a line begins with it, or a note ends with it. */
export const AUTHOR_LINKS: WordList = {
  en: phrases(`
    about the author, read more from, read more by, see author's posts, view all posts by,
    all posts by, view author posts, see all articles by
  `),
  de: phrases(`
    zum autor, zur autorin, alle artikel von, alle beitrage von, mehr artikel von, mehr beitrage von,
    weitere artikel von, weitere beitrage von, alle artikel der autorin, alle artikel des autors
  `),
  fr: phrases(`
    a propos de l'auteur, a propos de l'autrice, a propos de l'auteure, tous les articles de, tous ses articles,
    voir tous ses articles, voir tous les articles de, ses derniers articles
  `),
  es: phrases(`
    sobre la firma, sobre el autor, sobre la autora, mas articulos de, todos los articulos de,
    ver todos los articulos de, ver todos sus articulos, ver biografia
  `),
  it: phrases(`
    biografia di, tutti gli articoli di, leggi tutti gli articoli, leggi tutti gli articoli di, altri articoli di,
    tutti i suoi articoli
  `),
  pt: phrases(`
    sobre o autor, sobre a autora, mais artigos de, todos os artigos de, veja mais materias de, mais textos de,
    ver perfil, ver todos os artigos
  `),
  nl: phrases(`
    over de auteur, meer artikelen van, alle artikelen van, bekijk alle artikelen, bekijk alle artikelen van,
    meer van deze auteur
  `),
};
