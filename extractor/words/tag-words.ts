import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What stands before a list of tags or the section of an article. */
export const TAG_WORDS: WordList = {
  en: phrases(`
    tags, tag, tagged, tagged with, tagged as, filed under, filed in, categories, category, posted in,
    topics, topic, in this story, keywords, key words, more on these topics, related topics, labels,
    subjects, published in, in category, section, topics in this article
  `),
  de: phrases(`
    tags, schlagworte, schlagworter, schlagwort, stichworte, stichworter, themen, thema, kategorie,
    kategorien, rubrik, abgelegt unter, einsortiert unter, veroffentlicht in, veroffentlicht unter,
    verschlagwortet, verschlagwortet mit, eingeordnet unter, ressort, themen dieses artikels,
    mehr zu diesem thema, mehr zu den themen
  `),
  fr: phrases(`
    mots-cles, mots cles, etiquettes, etiquette, tags, themes, rubrique, rubriques, categorie,
    categories, classe dans, publie dans, sujets, thematique, themes associes, sur le meme theme,
    sujets associes, mots cles associes
  `),
  es: phrases(`
    etiquetas, etiqueta, temas, temas de esta nota, palabras clave, categoria, categorias, archivado en,
    publicado en, en esta noticia, tags, temas relacionados, mas sobre
  `),
  it: phrases(`
    tag, tags, etichette, argomenti, categoria, categorie, temi, pubblicato in, parole chiave,
    leggi altri articoli su, altri articoli su, articoli su questi argomenti
  `),
  pt: phrases(`
    tags, etiquetas, marcadores, assuntos, palavras-chave, categoria, categorias, topicos, temas,
    topicos relacionados, mais sobre, assuntos relacionados
  `),
  nl: phrases("tags, trefwoorden, onderwerpen, categorie, categorieen, geplaatst in, labels, meer over"),
  pl: phrases(`
    tagi, tag, slowa kluczowe, kategorie, kategoria, tematy, etykiety, zamieszczono w, wiecej o,
    zobacz wiecej na temat, wiecej na temat, oznaczone jako
  `),
  uk: phrases(`
    теги, тег, мітки, ключові слова, рубрика, рубрики, категорія, теми, тема, позначки, позначено,
    за темою, ключові теми, більше про
  `),
  ru: phrases(`
    теги, тег, тэги, метки, ключевые слова, рубрика, рубрики, категория, темы, тема, разделы,
    ключевые темы, рубрики материала, отмечено, больше о, теги новости
  `),
  tr: phrases(`
    etiketler, etiket, anahtar kelimeler, kategori, konular, etiketleri, haber etiketleri, ilgili
    etiketler, kategoriler
  `),
  da: phrases("emner, tags, kategori, nogleord, emne, emneord, mere om, tagget med, kategorier, temaer"),
  sv: phrases(`
    taggar, etiketter, amnen, kategori, kategorier, nyckelord, publicerat i, amne, fler amnen, mer
    om, mer om amnet, mer om amnena, tagg, taggat, lagt under, etikett, relaterade amnen
  `),
  no: phrases(`
    emner, stikkord, kategori, kategorier, tagger, emne, emneord, nokkelord, mer om, tema, temaer,
    tagget med, tagget, tags, flere emner
  `),
  fi: phrases(`
    avainsanat, tagit, aiheet, kategoria, asiasanat, aihepiirit, avainsana, tunnisteet, tunniste,
    kategoriat, lisaa aiheista, teemat
  `),
  cs: phrases(`
    stitky, tagy, klicova slova, temata, rubrika, kategorie, tema, stitek, tagy clanku, vice o, vice
    k tematu, oznaceno, kategorie clanku, rubriky
  `),
  hu: phrases("cimkek, cimke, kategoriak"),
  el: phrases("ετικετες, κατηγορια, κατηγοριες"),
  ja: phrases(`
    タグ, キーワード, カテゴリー, カテゴリ, 関連タグ, 関連ワード, 関連キーワード, キーワードから探す, タグ一覧, この記事のタグ, この記事のキーワード, 関連トピック
  `),
  zh: phrases(
    "标签, 標籤, 关键词, 關鍵字, 关键字, 分类, 分類, 话题, tags, 文章标签, 相关标签, 關鍵詞, 关键词语, 關鍵字標籤, 文章標籤, 更多话题",
  ),
  ko: phrases("태그, 키워드, 해시태그, 분류, 관련 태그, 관련키워드, 관련 키워드"),
  ar: phrases(`
    وسوم, الوسوم, الكلمات المفتاحية, كلمات دلالية, الكلمات الدلالية, مواضيع, هاشتاغ, كلمات مفتاحية,
    كلمات البحث, وسم, الأوسمة, تاغات, إقرأ المزيد عن, اقرأ المزيد عن, هاشتاج
  `),
  fa: phrases("برچسب ها, برچسب, کلیدواژه, کلیدواژه ها"),
  hi: phrases("टैग्स, टैग"),
};
