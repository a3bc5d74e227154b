import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What stands before the name of a photographer or an agency. */
export const CREDIT_WORDS: WordList = {
  en: phrases(`
    photo, photos, photo by, photos by, photo credit, photo credits, photo courtesy, photo courtesy of,
    photograph, photograph by, photography by, photo illustration, photo source, image, images, image by,
    image credit, image credits, image source, image courtesy of, image from, picture, picture by,
    pictured, credit, credits, courtesy of, courtesy, illustration, illustration by, video by, video,
    graphic by, graphics, file photo, featured image, featured photo, header image, cover image,
    thumbnail, via getty images, source, screenshot, stock photo
  `),
  de: phrases(`
    foto, fotos, foto von, fotos von, fotografie, fotocredit, bild, bilder, bild von, bildquelle,
    bildquellen, bildnachweis, bildrechte, bildcredit, beitragsbild, titelbild, titelfoto, artikelbild,
    symbolbild, symbolfoto, archivbild, archivfoto, grafik, illustration, quelle, quellen bild,
    screenshot, abbildung, copyright, aufmacherbild, headerbild, teaserbild
  `),
  fr: phrases(`
    photo, photos, photo de, credit photo, credits photo, credits, credit, photographie, image,
    illustration, crédit, source image, legende, dr  
  `),
  es: phrases(`
    foto, fotos, foto de, fotografia, imagen, imagenes, credito, creditos, foto cortesia, foto archivo,
    ilustracion, fuente de la imagen, fuente,  fotografia de, fotografias, foto por, captura
  `),
  it: phrases(`
    foto, foto di, fotografia, immagine, crediti, credit, fonte foto, illustrazione, ph, credits, fonte,
     foto a cura di, fonte immagine
  `),
  pt: phrases(`
    foto, fotos, foto de, imagem, imagens, credito, creditos, fotografia, reproducao, divulgacao, fonte,
     fotografia de, foto por
  `),
  nl: phrases(`
    foto, foto's, foto van, beeld, afbeelding, fotografie, bron foto, bron,  beeld van,
    foto door
  `),
  pl: phrases(`
    fot, foto, zdjecie, zdjecia, fotografia, autor zdjecia, zrodlo zdjecia, ilustracja, fot.,
    zdjecie ilustracyjne, zdjecie glowne, zdjecie pogladowe, foto ilustracyjne, zdj, zrodlo, zrodlo
    foto, autor foto, autor fot, kadr z, kadr z filmu, archiwum prywatne, materialy prasowe,
    grafika, wizualizacja, kolaz, screen, rys, zrodla
  `),
  uk: phrases(`
    фото, фотографія, фото з, зображення, ілюстрація, колаж, скріншот, джерело фото, фото
    ілюстративне, ілюстративне фото, фото ілюстрація, архівне фото, джерело зображення, джерело,
    автор фото, фотограф, фото і відео, фото автора, фото з архіву, фото з відкритих джерел,
    скриншот, знімок, кадр з, кадр із відео, інфографіка, графіка, за матеріалами, джерела
  `),
  ru: phrases(`
    фото, фотография, фото из, изображение, иллюстрация, коллаж, скриншот, источник фото, кадр из,
    иллюстративное фото, фото иллюстративное, архивное фото, источник изображения, источник, автор
    фото, фотограф, фото автора, фото из архива, фото из открытых источников, снимок, стоп-кадр,
    кадр, скрин, инфографика, графика, по материалам, источники
  `),
  tr: phrases(`
    fotograf, foto, gorsel, kaynak, fotograflar, fotograf editoru, foto muhabiri, foto galeri,
    gorseller, kapak fotografi, gorsel kaynagi, fotograf kaynagi, arsiv fotografi, temsili fotograf,
    temsili gorsel, ekran goruntusu, illustrasyon, cizim
  `),
  da: phrases(`
    foto, billede, arkivfoto, fotos, fotograf, genrefoto, modelfoto, pressefoto, privatfoto,
    illustration, grafik, billedtekst, billedkilde, kilde, screenshot, skaermbillede, visualisering,
    kollage, kilder
  `),
  sv: phrases(`
    foto, bild, arkivbild, fotograf, bildkalla, foton, bilder, genrebild, pressbild, arkivfoto,
    illustration, grafik, bildtext, kalla, skarmbild, skarmdump, fotografi, montage, fotomontage,
    collage, kallor
  `),
  no: phrases(`
    foto, bilde, arkivfoto, skjermdump, fotograf, bilder, illustrasjonsfoto, illustrasjonsbilde,
    illustrasjon, pressefoto, grafikk, faksimile, skjermbilde, kilde, montasje, arkivbilde,
    bildetekst, kilder
  `),
  fi: phrases(`
    kuva, kuvat, kuvaaja, kuvituskuva, kuvalahde, kuvituskuvat, kuvitus, arkistokuva, kuvakaappaus,
    valokuva, valokuvaaja, grafiikka, piirros, lehdistokuva, kuvamanipulaatio, kuvankasittely,
    lahde, lahteet
  `),
  cs: phrases(`
    foto, ilustracni foto, foto:, autor foto, ilustracni fotografie, ilustracni snimek, fotografie,
    zdroj, zdroj foto, zdroj fotografie, repro, reprofoto, grafika, ilustrace, kolaz, vizualizace,
    snimek, se svolenim, zdroje
  `),
  hu: phrases("foto, fotok, kep forrasa"),
  el: phrases("φωτο, φωτογραφια, πηγη φωτογραφιας"),
  ja: phrases(`
    写真, 写真提供, 撮影, 画像, 画像提供, 提供, イメージ, 写真出典, 写真・図版, 撮影者, 出典, 出典元, 資料:, 資料=, 引用元, 参照元, 画像出典, 題字
  `),
  zh: phrases(`
    图片, 圖片, 图, 图片来源, 圖片來源, 图源, 摄影, 攝影, 照片, 供图, 题图, 題圖, 题图来自, 供圖, 圖說, 图说, 图为, 圖為, 图片说明, 來源, 资料来源, 資料來源,
    资料图, 資料照, 文章来源, 圖/文
  `),
  ko: phrases(
    "사진, 사진제공, 사진=, 이미지, 사진출처, 사진 출처, 사진 제공, 자료사진, 자료:, 자료=, 출처, 그래픽=, 그래픽:, 영상=, 자료제공",
  ),
  ar: phrases(`
    صورة, الصورة, تصوير, مصدر الصورة, المصدر, مصدر, المصادر, عدسة, صدر الصورة, التعليق على الصورة,
    تعليق على الصورة, صورة أرشيفية
  `),
  fa: phrases("عکس, عکاس, تصویر, منبع"),
  hi: phrases("फोटो, फ़ोटो, तस्वीर, इमेज, स्रोत, फोटो साभार, फोटो क्रेडिट"),
};

/** Picture agencies and libraries that sign photographs everywhere. */
export const PICTURE_SOURCES: WordList = {
  names: phrases(`
    getty images, getty, istock, istockphoto, shutterstock, unsplash, pexels, pixabay, adobe stock,
    stock.adobe.com, fotolia, depositphotos, alamy, picture alliance, picture-alliance, imago, imago
    images, dpa, afp, reuters, associated press, ap photo, ap, epa, epa-efe, efe, ansa, belga, anp,
    pap, tass, ria novosti, ukrinform, unian, xinhua, kyodo, yonhap, bloomberg, zuma press, zuma,
    rex, sipa, sipa usa, flickr, wikimedia, wikimedia commons, wikipedia, creative commons, cc by,
    cc by-sa, cc-by, cc-by-sa, cc0, public domain, pa wire, pa media, pa, ritzau scanpix, scanpix,
    tt, ntb, lehtikuva, keystone, apa, fotostand, lapresse, afp via getty images, canva, 123rf,
    dreamstime, nurphoto, anadolu, anadolu agency, handout, 新华社, 時事, 共同, 연합뉴스, 뉴스1, ctk, mti, depo
    photos, depophotos, dha, iha, aa, ritzau, ap/lehtikuva, tt nyhetsbyran, bildbyran, ntb scanpix,
    agencja wyborcza.pl, east news, риа новости, тасс, интерфакс, укрінформ, уніан, унн, суспільне,
    коммерсантъ, profimedia, unsplash.com
  `),
  eastern: phrases(`
    時事通信, 共同通信, アフロ, ロイター, 写真ac, 视觉中国, 視覺中國, 东方ic, 新華社, 中新社, 中央社, 站酷海洛, 路透社, 法新社, 뉴시스, 연합뉴스tv, 게티이미지뱅크,
    게티이미지, 로이터, رويترز, الأناضول, أ ف ب, غيتي, غيتي إيميجز, الفرنسية, ایرنا, ایسنا, پیتی آی, पीटीआई,
    एएनआई
  `),
};

/** What captions say that show nothing of the event; whole lines. */
export const STOCK_PICTURE_WORDS: WordList = {
  en: phrases(`
    stock image, stock photo, stock picture, file photo, file image, file picture, representational image,
    representational photo, representative image, representative photo, image used for representational purpose,
    image used for representational purpose only, image for representation, for representation only,
    illustrative image, illustration only
  `),
  de: phrases("symbolbild, symbolfoto, themenbild, archivbild, archivfoto, sujetbild, beispielbild"),
  fr: phrases(`
    photo d'illustration, photo d'archives, image d'illustration, image d'archives, photo d'archive
  `),
  es: phrases(`
    imagen de archivo, foto de archivo, fotografia de archivo, imagen ilustrativa, foto ilustrativa,
    imagen referencial, imagen de referencia, foto referencial, imagen de recurso
  `),
  it: phrases(
    "foto di repertorio, immagine di repertorio, foto d'archivio, foto archivio, immagine d'archivio",
  ),
  pt: phrases(`
    imagem de arquivo, foto de arquivo, imagem ilustrativa, foto ilustrativa, imagem meramente ilustrativa,
    fotografia de arquivo
  `),
  nl: phrases(
    "foto ter illustratie, archieffoto, archiefbeeld, beeld ter illustratie, stockfoto, foto archief",
  ),
  pl: phrases(`
    zdjecie ilustracyjne, zdjecie pogladowe, zdjecie archiwalne, foto ilustracyjne, fot.
    ilustracyjne, archiwum prywatne, materialy prasowe, fot. materialy prasowe, fot. archiwum
    prywatne
  `),
  uk: phrases(`
    ілюстративне фото, фото ілюстративне, архівне фото, фото з архіву, фото з відкритих джерел,
    ілюстраційне фото, фото з соцмереж, скриншот з відео, скріншот з відео, кадр з відео
  `),
  ru: phrases(`
    иллюстративное фото, фото иллюстративное, архивное фото, фото из архива, фото из открытых
    источников, фото из соцсетей, скриншот видео, скриншот из видео, кадр из видео, стоп-кадр из
    видео, стоп-кадр видео
  `),
  tr: phrases(`
    temsili fotograf, temsili gorsel, arsiv fotografi, fotograf temsilidir, gorsel temsilidir,
    temsili
  `),
  sv: phrases("arkivbild, genrebild, arkivfoto, pressbild, illustrationsbild, bilden ar en genrebild"),
  no: phrases("arkivfoto, illustrasjonsfoto, illustrasjonsbilde, arkivbilde, pressefoto"),
  da: phrases("arkivfoto, genrefoto, modelfoto, pressefoto, arkivbillede, illustrationsfoto, privatfoto"),
  fi: phrases("kuvituskuva, arkistokuva, lehdistokuva"),
  cs: phrases(`
    ilustracni foto, ilustracni fotografie, ilustracni snimek, ilustracni obrazek, archivni foto,
    archivni snimek
  `),
};
