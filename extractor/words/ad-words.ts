import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

export const AD_WORDS: WordList = {
  en: phrases(`
    advertisement, advertisements, advertising, ad, ads, sponsored, sponsored by, promoted, promotion,
    paid partnership, advertorial, story continues below, story continues below advertisement,
    article continues below, article continues after ad, article continues after advertisement,
    advertisement - continue reading below, advertisement - scroll to continue, continue reading below,
    scroll to continue, ad feedback, remove ads, why am i seeing this, story continues below this ad,
    article continues below this ad, article continues below advertisement,
    story continues after advertisement, story continues after this ad, content continues below, hide ad
  `),
  de: phrases(`
    anzeige, anzeigen, werbung, gesponsert, sponsored, nach der werbung weiterlesen, ende der anzeige,
    artikel geht weiter, weiterlesen nach der anzeige, advertorial,
    artikel wird nach der werbung fortgesetzt, der artikel wird nach der anzeige fortgesetzt,
    artikel geht nach der anzeige weiter, nach der anzeige geht es weiter, weiter nach der anzeige,
    weiter nach der werbung, inserat, entgeltliche einschaltung, bezahlte anzeige
  `),
  fr: phrases(`
    publicite, la suite apres la publicite, la suite apres cette publicite, annonce, sponsorise,
    contenu sponsorise, pub, la suite apres la pub, la suite apres cette annonce,
    suite de l'article apres la publicite, l'article continue apres la publicite, publi-redactionnel,
    publireportage
  `),
  es: phrases(`
    publicidad, anuncio, anuncios, patrocinado, contenido patrocinado, continua despues de la publicidad,
    continua leyendo despues del anuncio, continua leyendo despues de la publicidad,
    continua despues del anuncio, sigue leyendo despues de la publicidad,
    sigue leyendo despues del anuncio, la noticia continua despues de la publicidad,
    espacio publicitario
  `),
  it: phrases(`
    pubblicita, annuncio, sponsorizzato, contenuto sponsorizzato, la tua pubblicita qui,
    continua a leggere dopo la pubblicita, continua dopo la pubblicita,
    l'articolo continua dopo la pubblicita, annuncio pubblicitario, messaggio pubblicitario,
    spazio pubblicitario, contenuto pubblicitario
  `),
  pt: phrases(`
    publicidade, anuncio, patrocinado, continua apos a publicidade, conteudo patrocinado,
    continua depois da publicidade, pub, continua depois do anuncio, continua apos o anuncio,
    continue lendo apos a publicidade, continue lendo apos o anuncio,
    continua a ler depois da publicidade, a materia continua apos a publicidade, informe publicitario,
    conteudo publicitario
  `),
  nl: phrases(`
    advertentie, advertenties, gesponsord, tekst gaat verder onder de advertentie,
    lees verder na de advertentie, tekst gaat verder onder de foto, tekst loopt door onder de foto,
    tekst gaat verder onder de video, tekst loopt door onder de video,
    tekst loopt door onder de advertentie, tekst gaat door onder de advertentie,
    artikel gaat verder onder de advertentie, lees verder onder de advertentie,
    het artikel gaat verder na de advertentie
  `),
  pl: phrases(`
    reklama, reklamy, sponsorowane, artykul sponsorowany, dalsza czesc artykulu pod materialem
    wideo, dalsza czesc tekstu pod, material promocyjny, koniec bloku reklamowego, material
    sponsorowany, materialy sponsorowane, material reklamowy, reklama sponsora, dalszy ciag
    materialu pod wideo, dalszy ciag materialu pod materialem wideo, dalsza czesc tekstu pod
    materialem wideo, dalsza czesc tekstu pod wideo, dalsza czesc artykulu pod reklama, dalsza czesc
    artykulu pod wideo, dalsza czesc artykulu pod galeria, dalsza czesc tekstu pod galeria, dalsza
    czesc tekstu pod reklama, dalsza czesc materialu pod reklama, dalsza czesc materialu pod wideo,
    ciag dalszy artykulu pod reklama, ciag dalszy artykulu pod wideo, ciag dalszy tekstu pod
    reklama, ciag dalszy tekstu pod materialem wideo, ciag dalszy artykulu pod materialem wideo,
    ciag dalszy pod reklama, ciag dalszy pod materialem wideo, dalszy ciag artykulu pod wideo,
    dalszy ciag artykulu pod reklama, dalszy ciag tekstu pod wideo, dalszy ciag tekstu pod reklama,
    dalsza czesc pod wideo, kontynuuj czytanie pod reklama
  `),
  uk: phrases(`
    реклама, рекламa, спонсорський матеріал, на правах реклами, партнерський матеріал, реклама
    продовження нижче, реклама продовження новини нижче, продовження нижче, продовження після
    реклами, продовження матеріалу після реклами, продовження тексту під рекламою, промо,
    партнерський проєкт, партнерський проект, партнерський спецпроєкт, спонсоровано, спонсорський
    контент
  `),
  ru: phrases(`
    реклама, на правах рекламы, спонсорский материал, партнерский материал, реклама продолжение
    ниже, продолжение ниже, продолжение после рекламы, продолжение под рекламой, продолжение текста
    после рекламы, продолжение статьи после рекламы, промо, партнерский проект, спецпроект,
    спонсорский контент
  `),
  tr: phrases(`
    reklam, ilan, sponsorlu, reklamlar, sponsorlu icerik, sponsorlu baglantilar, bu bir ilandir,
    advertorial, haberin devami reklamdan sonra, haber reklamin altinda devam ediyor, reklam sonrasi
    devam ediyor, reklamdan sonra devam ediyor, haberin devami icin tiklayin, haberin devami
    asagida, yazinin devami reklamdan sonra, habere devam et, reklam alani
  `),
  da: phrases(`
    annonce, annoncer, artiklen fortsaetter efter annoncen, artiklen fortsaetter under annoncen,
    artiklen fortsaetter efter annoncerne, artiklen fortsaetter nedenfor, artiklen fortsaetter under
    billedet, artiklen fortsaetter under videoen, artiklen fortsaetter under grafikken, artiklen
    fortsaetter efter billedet, artiklen fortsaetter efter videoen, annoncorbetalt indhold,
    annonceindhold, sponsoreret indhold, sponsoreret, kommercielt samarbejde, betalt indhold
  `),
  sv: phrases(`
    annons, annonser, artikeln fortsatter under annonsen, artikeln fortsatter efter annonsen, texten
    fortsatter efter annonsen, texten fortsatter under annonsen, artikeln fortsatter under bilden,
    artikeln fortsatter under videon, artikeln fortsatter efter videon, artikeln fortsatter nedan,
    artikeln fortsatter nedanfor, texten fortsatter under bilden, texten fortsatter nedan, detta ar
    en annons, det har ar en annons, annonssamarbete, annonslank, annonslankar, sponsrat innehall,
    sponsrad artikel, betalt innehall, kommersiellt samarbete, i betalt samarbete med
  `),
  no: phrases(`
    annonse, annonser, artikkelen fortsetter under annonsen, artikkelen fortsetter etter annonsen,
    saken fortsetter etter annonsen, saken fortsetter under annonsen, teksten fortsetter etter
    annonsen, teksten fortsetter under annonsen, artikkelen fortsetter under bildet, artikkelen
    fortsetter under videoen, artikkelen fortsetter etter bildet, artikkelen fortsetter nedenfor,
    saken fortsetter under bildet, saken fortsetter under videoen, saken fortsetter nedenfor, saken
    fortsetter etter bildet, teksten fortsetter under bildet, annonsorinnhold, betalt innhold,
    sponset innhold, sponset, kommersielt samarbeid, kommersielt innhold
  `),
  fi: phrases(`
    mainos, juttu jatkuu mainoksen jalkeen, artikkeli jatkuu mainoksen alla, juttu jatkuu mainoksen
    alla, juttu jatkuu kuvan jalkeen, juttu jatkuu kuvan alla, juttu jatkuu videon jalkeen, juttu
    jatkuu videon alla, juttu jatkuu alla, juttu jatkuu upotuksen jalkeen, artikkeli jatkuu
    mainoksen jalkeen, artikkeli jatkuu kuvan jalkeen, artikkeli jatkuu kuvan alla, artikkeli jatkuu
    alla, artikkeli jatkuu videon jalkeen, jutun teksti jatkuu mainoksen jalkeen, teksti jatkuu
    mainoksen jalkeen, teksti jatkuu kuvan alla, teksti jatkuu alla, mainos paattyy, kaupallinen
    yhteistyo, maksettu mainos, sponsoroitu sisalto, kumppanisisalto
  `),
  cs: phrases(`
    reklama, inzerce, clanek pokracuje pod reklamou, clanek pokracuje po reklame, clanek pokracuje
    pod inzerci, clanek pokracuje pod videem, clanek pokracuje pod galerii, clanek pokracuje pod
    anketou, clanek pokracuje nize, pokracovani clanku pod reklamou, pokracovani textu pod reklamou,
    text pokracuje pod reklamou, text pokracuje pod videem, komercni sdeleni, komercni clanek,
    komercni prezentace, placena inzerce, placeny clanek, sponzorovany obsah, sponzorovano, pr
    clanek
  `),
  hu: phrases("hirdetes"),
  el: phrases("διαφημιση"),
  ja: phrases(`
    広告, スポンサーリンク, スポンサードリンク, pr, advertisement, スポンサー, 広告の後にも続きます, 広告の下に記事が続きます, 記事は広告の下に続きます,
    広告の後にも記事が続きます
  `),
  zh: phrases(
    "广告, 廣告, 赞助内容, 推广, 赞助, 贊助內容, 廣告贊助, 請繼續往下閱讀, 请继续往下阅读, 請繼續閱讀, 文章繼續, 廣告 請繼續往下閱讀",
  ),
  ko: phrases("광고, ad, 광고 영역, 광고입니다, 스폰서"),
  ar: phrases(`
    إعلان, اعلان, إعلانات, إعلان مدفوع, مادة إعلانية, مساحة إعلانية, يستمر المقال بعد الإعلان
  `),
  fa: phrases("تبلیغات, آگهی"),
  hi: phrases("विज्ञापन, विज्ञापन के बाद जारी"),
};
