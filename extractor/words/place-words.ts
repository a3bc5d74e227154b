import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** First step of a breadcrumb. */
export const HOME_WORDS: WordList = {
  en: phrases("home, homepage, front page, you are here, main page"),
  de: phrases("start, startseite, home, sie sind hier, du bist hier"),
  fr: phrases("accueil, vous etes ici"),
  es: phrases("inicio, portada, estas en"),
  it: phrases("home, homepage, sei in, ti trovi in"),
  pt: phrases("inicio, pagina inicial, home, capa"),
  nl: phrases("home, voorpagina, u bent hier"),
  pl: phrases("strona glowna, glowna, start, jestes tutaj, jestes w"),
  uk: phrases("головна, головна сторінка, на головну, ви тут"),
  ru: phrases("главная, главная страница, на главную, вы здесь"),
  tr: phrases("anasayfa, ana sayfa, buradasiniz"),
  sv: phrases("hem, startsida, start, startsidan, du ar har"),
  da: phrases("forside, hjem, forsiden, du er her"),
  no: phrases("forside, hjem, forsiden, du er her"),
  fi: phrases("etusivu, koti, olet tassa"),
  cs: phrases("uvod, domu, hlavni stranka, titulni strana, titulka, nachazite se, jste zde"),
  el: phrases("αρχικη"),
  ja: phrases("ホーム, トップ, トップページ, home, top, 現在位置, 現在地, 総合トップ"),
  zh: phrases(
    "首页, 首頁, 当前位置, 您的位置, 主页, 您现在的位置, 你的位置, 所在位置, 您的當前位置, 返回首页",
  ),
  ko: phrases("홈, home, 현재위치, 처음으로"),
  ar: phrases("الرئيسية, الصفحة الرئيسية, انت هنا, أنت هنا"),
  hi: phrases("होम, मुख्य पृष्ठ, मुखपृष्ठ"),
  fa: phrases("صفحه اصلی, صفحه نخست, خانه"),
};

/** What stands before the one section that an article is filed in. */
export const SECTION_WORDS: WordList = {
  en: phrases("category, section, filed under, posted in, published in, in category"),
  de: phrases("kategorie, rubrik, ressort"),
  fr: phrases("categorie, rubrique"),
  es: phrases("categoria, seccion"),
  it: phrases("categoria, sezione"),
  pt: phrases("categoria, editoria, secao"),
  nl: phrases("categorie, rubriek"),
  pl: phrases("kategoria, dzial"),
  uk: phrases("рубрика, категорія, розділ"),
  ru: phrases("рубрика, категория, раздел"),
  tr: phrases("kategori, bolum, kategorisi"),
  nordic: phrases("kategori, kategoria, osasto"),
  ja: phrases("カテゴリー, カテゴリ, ジャンル"),
  zh: phrases("分类, 分類, 栏目, 欄目"),
  ko: phrases("분류, 카테고리, 섹션"),
  ar: phrases("القسم, تصنيف, التصنيف"),
  cs: phrases("rubrika, kategorie, sekce"),
};

/** Languages by their own names, as switches list them, and what stands around them. */
export const LANGUAGE_WORDS: WordList = {
  names: phrases(`
    english, deutsch, francais, espanol, italiano, portugues, nederlands, polski, українська,
    русский, turkce, svenska, dansk, norsk, suomi, cestina, magyar, romana, ελληνικα, 日本語, 中文, 简体中文,
    繁體中文, 한국어, العربية, हिंदी, हिन्दी, עברית, فارسی, bahasa indonesia, tieng viet, ไทย, বাংলা,
    தமிழ், اردو, english version, english edition
  `),
  short: phrases("en, de, fr, es, it, pt, nl, pl, ua, uk, ru, tr, укр, рус, eng, yкp, pyc"),
  verbs: phrases(`
    read in, read this in, auf deutsch, lire en, leer en, leggi in, lees in, читати, читать на,
    हिंदी में पढ़ें, हिंदी में पढें, in english, en espanol, en francais, po polsku, українською, на
    русском, select language, language
  `),
};
