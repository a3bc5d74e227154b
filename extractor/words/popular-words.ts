import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Headings over lists that are not about the article. */
export const POPULAR_WORDS: WordList = {
  en: phrases(`
    popular, most popular, most read, most viewed, most shared, most commented, popular now,
    popular posts, popular articles, popular stories, popular news, popular topics, popular tags,
    trending, trending now, trending stories, trending topics, trending on, top stories, top news,
    top posts, top articles, hot topics, hot news, headlines, breaking news, best of
  `),
  de: phrases(`
    meistgelesen, meistgelesene artikel, meist gelesen, meistgeklickt, meistkommentiert, meistgeteilt,
    beliebt, beliebte artikel, beliebte beitrage, beliebteste artikel, beliebteste beitrage,
    am meisten gelesen, top-themen, top themen, topthemen, top-artikel, top-news, schlagzeilen, im trend,
    das interessiert gerade
  `),
  fr: phrases(`
    les plus lus, les plus lues, les plus consultes, les plus partages, articles populaires, populaire,
    populaires, tendances, les plus commentes, a la une
  `),
  es: phrases(`
    lo mas leido, lo mas visto, mas leidas, mas leidos, las mas leidas, los mas leidos, lo mas popular,
    populares, tendencias, destacados, destacadas, mas vistas, lo mas compartido
  `),
  it: phrases(`
    i piu letti, piu letti, le piu lette, piu lette, piu popolari, i piu visti, articoli piu letti,
    di tendenza
  `),
  pt: phrases(
    "mais lidas, mais lidos, as mais lidas, mais vistas, populares, em alta, mais populares, destaques",
  ),
  nl: phrases("meest gelezen, populair, populaire artikelen, best gelezen, trending"),
  pl: phrases(`
    najczesciej czytane, najpopularniejsze, popularne, najchetniej czytane, na topie, najczesciej
    komentowane, popularne teraz, popularne artykuly, najpopularniejsze artykuly, najczesciej
    czytane artykuly, hity dnia, najwazniejsze
  `),
  uk: phrases(`
    популярне, популярні, популярні новини, популярні статті, найпопулярніше, найпопулярніші,
    найчитаніше, топ новини, топ новин, актуальне, головне, новини за темами, новини по темах,
    головні новини, тренди, найпопулярніше за тиждень, популярне за тиждень, популярне зараз,
    популярні матеріали, найбільше читають, найбільш читане, читають зараз, зараз читають,
    найчитаніші, топ за тиждень, топ тижня, топ дня, головне за добу, головне сьогодні
  `),
  ru: phrases(`
    популярное, популярные, популярные новости, популярные статьи, самое популярное, самое читаемое,
    самые читаемые, топ новостей, главное, главные новости, актуальное, лучшее, новости по темам,
    темы, популярное за неделю, самое популярное за неделю, популярное сейчас, популярные материалы,
    самые популярные, читают сейчас, сейчас читают, топ недели, топ дня, топ за неделю, главное за
    день, главное сегодня, самое обсуждаемое, лучшее за неделю, тренды
  `),
  tr: phrases(`
    en cok okunanlar, cok okunanlar, en cok okunan, populer, gundem, one cikanlar, en populer,
    populer haberler, populer icerikler, gunun one cikanlari, gunun one cikan haberleri, one cikan
    haberler, en cok okunan haberler, en cok yorumlananlar, haftanin en cok okunanlari, cok okunan
    haberler, trend haberler, mansetler, gunun mansetleri
  `),
  da: phrases(`
    mest laeste, mest læste, populaere, mest sete, mest laeste artikler, mest last, mest laest lige
    nu, mest laeste nyheder, populaert, populaert lige nu, populaere artikler, mest delte,
    topnyheder
  `),
  sv: phrases(`
    mest last, mest lasta, populart, mest delade, trendar, mest lasta artiklar, mest last just nu,
    mest last idag, mest last i dag, populart just nu, populara artiklar, mest sett, mest
    kommenterat, just nu, snackisar, topplistan
  `),
  no: phrases(`
    mest lest, mest leste, populaert, mest delt, mest leste saker, mest lest na, mest lest siste
    dogn, mest leste artikler, populaert akkurat na, populaert na, populaere saker, mest sett,
    akkurat na, toppsaker
  `),
  fi: phrases(`
    luetuimmat, suosituimmat, katsotuimmat, suosittua, luetuimmat jutut, luetuimmat uutiset,
    luetuimmat artikkelit, luetuimmat nyt, luetuimmat tanaan, viikon luetuimmat, paivan luetuimmat,
    luetuimmat juuri nyt, kommentoiduimmat, suosituimmat jutut, juuri nyt, puhutuimmat, paauutiset
  `),
  cs: phrases(`
    nejctenejsi, nejoblibenejsi, popularni, nejctenejsi clanky, nejctenejsi za tyden, nejctenejsi
    dnes, nejctenejsi zpravy, nejoblibenejsi clanky, nejdiskutovanejsi, nejkomentovanejsi,
    nejsledovanejsi, nejsdilenejsi, prave se cte, top zpravy, hlavni zpravy
  `),
  el: phrases("δημοφιλη, τα πιο δημοφιλη, τα πιο διαβασμενα"),
  ja: phrases(`
    人気記事, 人気, 人気ランキング, アクセスランキング, ランキング, よく読まれている記事, 注目記事, 話題の記事, 注目, 人気の記事, 急上昇, 人気の記事ランキング,
    人気記事ランキング, 記事ランキング, 閲覧ランキング, デイリーランキング, よく読まれている, よく読まれている記事ランキング, いま読まれている記事, 今読まれている記事, 話題のニュース,
    注目のニュース, 注目のトピックス, 急上昇ワード, ホットワード, 特集
  `),
  zh: phrases(`
    热门, 熱門, 热门文章, 熱門文章, 热门新闻, 熱門新聞, 热点, 排行榜, 点击排行, 最受欢迎, 人气, 热搜, 今日热点, 热评, 热文, 24小时热文, 24小时热榜, 热点新闻,
    热点推荐, 热门推荐, 热门排行, 熱門推薦, 熱門排行, 熱門話題, 热读, 热评文章, 本周热门, 今日热门, 今日熱門, 點閱排行, 人氣排行, 人氣文章, 點擊排行, 阅读排行,
    阅读排行榜, 新闻排行, 一周热门, 要闻, 头条, 精彩图集, 话题榜, 热榜
  `),
  ko: phrases(`
    인기기사, 인기 기사, 많이 본 기사, 많이 본 뉴스, 많이본 뉴스, 인기뉴스, 실시간 인기, 랭킹뉴스, 가장 많이 본, 주요뉴스, 핫이슈, 많이 읽은 기사, 많이 읽은 뉴스,
    많이본기사, 많이본뉴스, 많이 본 글, 가장 많이 본 뉴스, 가장 많이 읽은 기사, 인기글, 인기 글, 인기 뉴스, 베스트 클릭, 베스트클릭, 실시간 뉴스, 실시간 인기기사,
    지금 뜨는 뉴스, 오늘의 주요뉴스, 주요 뉴스, 주요기사, 주요 기사, 헤드라인, 화제의 뉴스, 핫클릭, 핫 뉴스, hot 뉴스, 이시각 주요뉴스, 이 시각 주요 뉴스
  `),
  ar: phrases(`
    الأكثر قراءة, الاكثر قراءة, الأكثر مشاهدة, الأكثر شيوعا, الأكثر تداولا, الأكثر رواجا, الأكثر قراءه,
    الأكثر زيارة, الأكثر تعليقا, الأكثر مشاركة, الأكثر شعبية, الأكثر بحثا, الأعلى مشاهدة, الأعلى قراءة,
    رائج, رائج الآن, أبرز الأخبار, أهم الأخبار, عاجل, حديث الساعة, تريند, ترند
  `),
  fa: phrases(`
    پربازدیدترین ها, پربازدیدترین, پربازدید, پربازدیدها, پربحث ترین ها, محبوب ترین, داغ ترین ها,
    مهمترین اخبار
  `),
  hi: phrases(`
    सबसे ज़्यादा पढ़ी गई, सबसे ज्यादा पढ़ी गई, सबसे ज्यादा पढ़े गए, ट्रेंडिंग, टॉप न्यूज़, बड़ी खबरें,
    मुख्य खबरें
  `),
};

/** Headings over lists of topics. */
export const THEME_WORDS: WordList = {
  en: phrases(`
    news by theme, news by topic, topics, browse by topic, browse topics, categories, categories:,
    all topics, explore topics, themes, sections, archives, archive, explore by topic, by topic
  `),
  de: phrases(`
    themen, themen a-z, themenubersicht, kategorien, kategorie, rubriken, archiv, archive, alle themen,
    ressorts
  `),
  fr: phrases("thematiques, themes, rubriques, categories, archives, tous les sujets"),
  es: phrases("temas, categorias, secciones, archivo, archivos, por temas"),
  it: phrases("argomenti, categorie, archivio, archivi, temi"),
  pt: phrases("temas, categorias, assuntos, arquivo, arquivos, editorias"),
  nl: phrases("onderwerpen, categorieen, thema's, archief"),
  pl: phrases("tematy, kategorie, archiwum, dzialy, serwisy, nasze serwisy, wszystkie wiadomosci"),
  uk: phrases(`
    новини за темами, теми, рубрики, категорії, архів, розділи, усі рубрики, всі рубрики, усі теми
  `),
  ru: phrases(`
    темы, рубрики, категории, архив, архивы, разделы, новости по темам, все рубрики, все темы, все
    разделы, сюжеты
  `),
  tr: phrases("kategoriler, konular, arsiv, tum kategoriler, etiketler, bolumler, haber arsivi"),
  sv: phrases("kategorier, amnen, arkiv"),
  da: phrases("kategorier, emner, arkiv"),
  no: phrases("kategorier, temaer, arkiv"),
  fi: phrases("kategoriat, aiheet, arkisto, osastot, kaikki aiheet"),
  ja: phrases(
    "カテゴリー, カテゴリ, テーマ別, トピックス, アーカイブ, ジャンル, 連載, 特集一覧, 月別アーカイブ, カテゴリー一覧",
  ),
  zh: phrases("分类, 分類, 专题, 主题, 栏目, 归档, 文章分类, 话题, 分類目錄, 文章分類, 文章归档, 頻道, 專題"),
  ko: phrases("카테고리, 주제별, 분류, 분야별, 전체 카테고리"),
  ar: phrases("الأقسام, مواضيع, التصنيفات, تصنيفات, الأرشيف, الموضوعات, أقسام الموقع, أرشيف"),
  cs: phrases("rubriky, temata, kategorie, archiv, stitky"),
  fa: phrases("موضوعات, دسته بندی, آرشیو, سرویس ها"),
  hi: phrases("श्रेणियां, विषय, संग्रह"),
};
