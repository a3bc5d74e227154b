import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What stands before an author's name. */
export const BYLINE_WORDS: WordList = {
  en: phrases(`
    by, written by, posted by, published by, author, authors, reported by, reporting by, story by,
    text by, words by, edited by, reviewed by, medically reviewed by, fact checked by, contributed by,
    about the author, editing by, compiled by, from
  `),
  de: phrases(`
    von, autor, autorin, autoren, geschrieben von, verfasst von, ein beitrag von, ein artikel von, text,
    text von, redaktion, veroffentlicht von, ein gastbeitrag von, interview von, ein bericht von,
    eine reportage von, aufgezeichnet von
  `),
  fr: phrases(`
    par, auteur, auteurs, ecrit par, publie par, redige par, propos recueillis par, texte,
    de notre envoye special, de notre envoyee speciale, de notre correspondant, de notre correspondante
  `),
  es: phrases(`
    por, autor, autora, escrito por, publicado por, redaccion, texto, texto de, redactado por,
    por redaccion
  `),
  it: phrases(`
    di, a cura di, autore, autrice, scritto da, pubblicato da, redazione, da, dal nostro inviato,
    dalla nostra inviata, dal nostro corrispondente, dalla nostra corrispondente, articolo di
  `),
  pt: phrases(`
    por, autor, autora, escrito por, publicado por, redacao, texto, texto de, reportagem de, da redacao
  `),
  nl: phrases(`
    door, auteur, geschreven door, redactie, tekst, van onze verslaggever, van onze correspondent,
    van onze redacteur
  `),
  pl: phrases(`
    autor, autorka, przez, napisal, napisala, redakcja, opracowanie, oprac, autorzy, tekst, tekst i
    zdjecia, napisali, opracowal, opracowala, redagowal, rozmawial, rozmawiala, zebral, zebrala,
    przygotowal, przygotowala, dodal, dodala
  `),
  uk: phrases(`
    автор, автори, авторка, редакція, текст, підготував, підготувала, автор статті, автор матеріалу,
    авторки, підготували, журналіст, журналістка, кореспондент, кореспондентка, редактор,
    редакторка, розмовляв, розмовляла, записав, записала, опублікував, переклав, переклала
  `),
  ru: phrases(`
    автор, авторы, редакция, текст, подготовил, подготовила, опубликовал, автор статьи, автор
    материала, автор текста, подготовили, корреспондент, журналист, редактор, беседовал, беседовала,
    записал, записала, опубликовала, обозреватель, перевел, перевела
  `),
  tr: phrases(`
    yazar, yazan, haber, editor, muhabir, yazarlar, kose yazari, haberi hazirlayan, hazirlayan,
    haber merkezi, derleyen, ceviri, ceviren, roportaj, editoru
  `),
  da: phrases(`
    af, skrevet af, forfatter, tekst, tekst af, forfattere, journalist, journalister, af journalist,
    redaktor, interview af
  `),
  sv: phrases(`
    av, skriven av, forfattare, text, skribent, publicerad av, text av, text och foto, text och
    bild, skrivet av, reporter, journalist, artikel av, publicerat av, redaktor, av reporter
  `),
  no: phrases(`
    av, skrevet av, forfatter, tekst, journalist, tekst av, tekst og foto, forfattere, journalister,
    av journalist, skribent, publisert av, redaktor, foto og tekst
  `),
  fi: phrases(`
    kirjoittaja, kirjoittanut, teksti, toimittaja, teksti ja kuvat, kirjoittajat, toimittajat,
    haastattelu, jutun kirjoittaja, julkaissut
  `),
  cs: phrases(`
    autor, autorka, napsal, redakce, autori, text, pripravil, pripravila, zpracoval, zpracovala,
    redaktor, redaktorka, napsala, rozhovor vedl, rozhovor vedla, publikoval
  `),
  hu: phrases("szerzo, irta"),
  el: phrases("του, της, συντακτης, απο"),
  ja: phrases(
    "文, 文＝, 取材・文, 執筆, 著者, 筆者, 記者, ライター, 編集部, 取材, 撮影・文, 文・写真, 写真・文, 聞き手, 構成, 編集, 寄稿",
  ),
  zh: phrases(`
    作者, 文, 记者, 記者, 编辑, 編輯, 撰文, 责任编辑, 责编, 来源, 來源, 通讯员, 通訊員, 采写, 采访, 編譯, 编译, 本报记者, 本報記者, 特约记者, 責任編輯, 校对
  `),
  ko: phrases("기자, 글, 글쓴이, 작성자, 특파원, 기자명, 글·사진, 취재"),
  ar: phrases("بقلم, كتب, كتبت, الكاتب, المؤلف, تحرير, إعداد, كتبه, تقرير, خاص, مراسل, مراسلة"),
  fa: phrases("نویسنده, خبرنگار, گزارشگر, مترجم"),
  hi: phrases("लेखक, लेखिका, रिपोर्ट, संवाददाता, द्वारा"),
};

/** What stands before the time of publication or of the last change. */
export const TIMESTAMP_WORDS: WordList = {
  en: phrases(`
    last updated, last updated on, last modified, last reviewed, last edited, date last reviewed,
    updated, updated on, updated at, first published, published, published on, published at,
    published date, publication date, posted, posted on, posted at, posted by, date, date published,
    created, created on, modified, release date, issued, added, on, as of
  `),
  de: phrases(`
    aktualisiert, aktualisiert am, zuletzt aktualisiert, zuletzt aktualisiert am, letzte aktualisierung,
    zuletzt geandert, veroffentlicht, veroffentlicht am, erschienen, erschienen am, erstellt,
    erstellt am, stand, datum, publiziert, publiziert am, geschrieben am, am, vom, verfasst am,
    eingestellt am, gepostet am, letztes update, zuletzt bearbeitet, online seit
  `),
  fr: phrases(`
    publie le, publie, mis a jour le, mise a jour, mis a jour, modifie le, date de publication,
    derniere mise a jour, le, poste le, paru le, article paru le, modifie, modifie a, actualise le,
    maj le, maj, cree le
  `),
  es: phrases(`
    publicado, publicado el, actualizado, actualizado el, ultima actualizacion, fecha,
    fecha de publicacion, creado, modificado,  actualizada, actualizado a las, publicada,
    publicada el, act. a las
  `),
  it: phrases(`
    pubblicato, pubblicato il, aggiornato, aggiornato il, ultimo aggiornamento, data, ultima modifica,
    modificato il, pubblicato alle, aggiornato alle, aggiornata il, creato il
  `),
  pt: phrases(`
    publicado, publicado em, atualizado, atualizado em, ultima atualizacao, postado em, data,
    publicado a, actualizado a, actualizado em, actualizado, atualizado a, atualizado as, atualizada em,
    modificado em
  `),
  nl: phrases(`
    gepubliceerd, gepubliceerd op, bijgewerkt, laatst bijgewerkt, geplaatst op, geplaatst,
    laatste update, datum, aangepast op, aangepast, laatst aangepast, bijgewerkt om, bijgewerkt op,
    laatst gewijzigd
  `),
  pl: phrases(`
    opublikowano, opublikowany, data publikacji, aktualizacja, ostatnia aktualizacja,
    zaktualizowano, dodano, data dodania, utworzono, aktualizowano, zaktualizowany, data utworzenia,
    data modyfikacji, data aktualizacji, opublikowane, opublikowana, akt, akt., publikacja, ostatnia
    modyfikacja, zmodyfikowano, utworzony, modyfikacja
  `),
  uk: phrases(`
    опубліковано, оновлено, дата публікації, востаннє оновлено, дата, останнє оновлення,
    опублікований, опублікована, оновлена, дата оновлення, створено, додано, розміщено, час
    публікації, змінено, опубліковано о, оновлено о
  `),
  ru: phrases(`
    опубликовано, обновлено, дата публикации, последнее обновление, дата, размещено, опубликован,
    опубликована, обновлен, обновлена, обновлено в, дата обновления, изменено, добавлено, создано,
    дата создания, время публикации, последнее изменение, отредактировано, мск
  `),
  tr: phrases(`
    yayinlanma, yayinlanma tarihi, guncelleme, guncelleme tarihi, son guncelleme, guncellendi,
    yayinlandi, giris tarihi, guncellenme, guncellenme tarihi, son guncelleme tarihi, son
    guncellenme, yayin tarihi, yayim tarihi, yayimlanma, yayimlandi, yayimlanma tarihi, olusturulma,
    olusturulma tarihi, eklenme tarihi, eklenme, eklendi, giris, tarih, haber giris, haber
    guncelleme
  `),
  da: phrases(`
    publiceret, opdateret, sidst opdateret, offentliggjort, udgivet, publiceret d, publiceret den,
    offentliggjort d, offentliggjort den, opdateret d, opdateret den, opdateret kl, senest
    opdateret, seneste opdatering, oprettet, udgivet d, udgivet den, redigeret, sidst redigeret
  `),
  sv: phrases(`
    publicerad, publicerat, uppdaterad, uppdaterat, senast uppdaterad, publicerades, publicerades
    den, publicerad den, uppdaterad den, uppdaterad kl, uppdaterades, artikeln uppdaterades,
    artikeln publicerades, texten uppdaterades, senast uppdaterat, senast andrad, senast redigerad,
    uppdatering, skapad, inlagd, andrad, redigerad
  `),
  no: phrases(`
    publisert, oppdatert, sist oppdatert, publiseringsdato, publisert kl, oppdatert kl, publiserte,
    sist endret, sist redigert, oppdatering, opprettet, endret, redigert, artikkelen ble oppdatert,
    artikkelen er oppdatert, saken ble oppdatert, saken er oppdatert, lagt ut
  `),
  fi: phrases(`
    julkaistu, paivitetty, viimeksi paivitetty, julkaistu klo, paivitetty klo, muokattu, viimeksi
    muokattu, viimeisin paivitys, paivitys, luotu, lisatty, julkaisupaiva, julkaisuaika, muutettu
  `),
  cs: phrases(`
    publikovano, aktualizovano, vydano, zverejneno, aktualizace, posledni aktualizace, naposledy
    aktualizovano, vytvoreno, upraveno, naposledy upraveno, datum publikace, datum vydani, vydani,
    pridano, vlozeno
  `),
  hu: phrases("megjelent, frissitve, utolso frissites, kozzeteve"),
  el: phrases("δημοσιευση, δημοσιευθηκε, ενημερωση, τελευταια ενημερωση"),
  ja: phrases(`
    公開日, 更新日, 更新, 公開, 最終更新, 最終更新日, 掲載日, 投稿日, 配信, 配信日時, 発行日, 公開日時, 更新日時, 掲載日時, 掲載, 記事公開日, 初公開日, 投稿日時,
    作成日, 最終更新日時, 付, 付朝刊, 付夕刊, 朝刊, 夕刊
  `),
  zh: phrases(`
    发布时间, 發布時間, 发布于, 更新时间, 更新時間, 更新于, 发表时间, 发表于, 日期, 时间, 发布, 更新, 最后更新, 发布日期, 发表日期, 發佈時間, 發佈日期, 發布日期,
    發佈於, 發布於, 更新日期, 更新於, 最後更新, 最後更新時間, 最近更新, 刊登日期, 上架日期, 出版日期, 建立時間, 创建时间, 上传时间, 发稿时间, 编辑于, 已更新
  `),
  ko: phrases(`
    입력, 수정, 등록, 등록일, 작성일, 승인, 기사입력, 최종수정, 기사승인, 업데이트, 발행일, 최초입력, 최초 입력, 최초등록, 최종 수정, 최종 업데이트, 최종업데이트,
    입력시간, 수정시간, 게재, 게시, 게시일, 발행, 송고, 송고시간, 등록일시, 기사등록, 기사 입력, 기사 수정, 데스크 승인
  `),
  ar: phrases(`
    نشر في, نشرت في, تاريخ النشر, آخر تحديث, اخر تحديث, تم النشر, تم التحديث, حدث في, نُشر, نشر,
    نشر بتاريخ, نُشر بتاريخ, تم النشر في, تم النشر بتاريخ, تم التحديث في, آخر تعديل, تاريخ التحديث,
    تحديث, بتوقيت غرينتش, بتوقيت مكة المكرمة, توقيت مكة, صدر في
  `),
  fa: phrases(`
    تاریخ انتشار, زمان انتشار, انتشار, منتشر شده در, آخرین بروزرسانی, بروزرسانی, به روز رسانی,
    به روز شده در
  `),
  hi: phrases(`
    प्रकाशित, प्रकाशित तिथि, अपडेटेड, अपडेट, अपडेट किया गया, पब्लिश, पब्लिश्ड, अंतिम अपडेट
  `),
};
