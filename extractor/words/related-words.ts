import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What stands before a link to another article, or over a list of them. */
export const RELATED_WORDS: WordList = {
  en: phrases(`
    read more, read also, also read, read next, up next, next up, see also, see more, related,
    related article, related articles, related story, related stories, related news, related post,
    related posts, related content, related coverage, related reading, related links, related topics,
    related video, related videos, related reports, related products, related items, more on this,
    more on this story, more on, more about, more from, more in, more like this, more stories, more news,
    more articles, more to read, more to explore, more coverage, recommended, recommended for you,
    recommended reading, recommended stories, recommendations, you may also like, you might also like,
    you might like, you may like, you may also be interested in, you might also be interested in,
    you might be interested in, may interest you, also on, also see, also of interest, don't miss,
    do not miss, must read, must reads, further reading, read the full story, read full article,
    read the full article, continue reading, keep reading, click here to read, watch also, watch,
    watch more, watch next, listen, explore more, dive deeper, similar articles, similar posts,
    similar stories, from our partners, from the web, around the web, sponsored stories,
    promoted stories, promoted content, editor's picks, editors' picks, editors picks, editor's choice,
    top picks, our picks, in case you missed it, check out, see related, related to this article,
    other articles, other news, other stories, other posts, what to read next, stories you may like,
    learn more, find out more, view more, view all, see all, show more, load more, more info,
    more information, more details, in this section, on this topic, in this series, latest, latest news,
    latest stories, latest posts, latest articles, recent posts, recent articles, recent news,
    recent stories, newest, next article, previous article, next post, previous post, next story,
    previous story, you may have missed, more by, also by, featured, featured stories, featured articles,
    featured posts, explore, discover more, read this next, see more stories, related searches,
    people also ask, suggested, suggested reading, suggestions, trending now, today's top stories,
    also read this
  `),
  de: phrases(`
    mehr zum thema, mehr zu, mehr zum, mehr dazu, mehr aus, mehr von, mehr lesen, mehr erfahren,
    mehr informationen, mehr infos, lesen sie auch, lesen sie mehr, lesen sie hier, lesen sie dazu auch,
    lesen sie dazu, lesen sie weiter, lies auch, lies mehr, lest auch, auch interessant, auch spannend,
    ebenfalls interessant, das konnte sie auch interessieren, das konnte sie interessieren,
    das konnte dich auch interessieren, das konnte dich interessieren, das konnte ihnen auch gefallen,
    das konnte dir auch gefallen, konnte dich auch interessieren, konnte sie auch interessieren,
    ahnliche artikel, ahnliche beitrage, ahnliche themen, ahnliche meldungen, verwandte artikel,
    verwandte beitrage, verwandte themen, verwandte links, weitere artikel, weitere beitrage,
    weitere meldungen, weitere nachrichten, weitere themen, weitere informationen, weitere infos,
    weitere links, weiterfuhrende links, weiterfuhrender link, weiterfuhrende informationen,
    weiterfuhrende artikel, weiterlesen, zum thema, zum artikel, siehe auch, passend zum thema,
    passende artikel, passende beitrage, empfehlungen, empfehlung der redaktion, empfohlene artikel,
    empfohlener redaktioneller inhalt, redaktionstipp, unsere empfehlung, unsere empfehlungen,
    leseempfehlung, lesetipp, lesetipps, videotipp, video-tipp, auch lesenswert, lesen sie jetzt,
    nicht verpassen, dossier, neueste artikel, neueste beitrage, neueste nachrichten, aktuelle beitrage,
    aktuelle artikel, aktuelle meldungen, aktuelles, letzte beitrage, letzte artikel, nachster artikel,
    vorheriger artikel, nachster beitrag, vorheriger beitrag, links zum thema, links zum artikel,
    interne verweise, artikel zum thema, beitrage zum thema, hintergrund, mehr anzeigen, alle anzeigen,
    alle artikel, zur startseite, jetzt lesen, hier weiterlesen, weitere artikel dieser ausgabe,
    heute empfehlen wir, auch auf
  `),
  fr: phrases(`
    lire aussi, a lire aussi, à lire aussi, a lire, à lire, lire egalement, lire la suite, lire plus,
    lire l'article, a lire egalement, a lire ensuite, voir aussi, a voir aussi, a voir, a decouvrir,
    sur le meme sujet, sur le meme theme, dans la meme rubrique, articles lies, articles similaires,
    articles associes, articles connexes, autres articles, plus d'articles, en savoir plus,
    pour aller plus loin, vous aimerez aussi, vous pourriez aussi aimer, vous pourriez etre interesse,
    ces articles peuvent vous interesser, cela peut vous interesser, derniers articles, articles recents,
    les derniers articles, notre selection, nos recommandations, recommande pour vous, retrouvez aussi,
    article precedent, article suivant, a ne pas manquer, lisez aussi, relire, notre dossier,
    decouvrez aussi, les plus recents, voir plus, lire notre enquete, lire notre article,
    lire notre reportage, lire notre dossier, lire notre analyse, lire notre decryptage, lire l'enquete,
    lire l'entretien, lire notre entretien, nos lecteurs ont lu ensuite
  `),
  es: phrases(`
    lea tambien, lee tambien, leer tambien, leer mas, lee mas, te puede interesar, le puede interesar,
    te puede gustar, tambien te puede interesar, quiza te interese, puede interesarte, ver tambien,
    vea tambien, mas informacion, mas noticias, mas sobre, mas en, relacionado, relacionados,
    relacionadas, noticias relacionadas, articulos relacionados, noticia relacionada,
    contenido relacionado, temas relacionados, otras noticias, ultimas noticias, lo ultimo, recomendado,
    recomendados, recomendamos, no te pierdas, sigue leyendo, seguir leyendo, articulo anterior,
    siguiente articulo, entradas recientes, entradas relacionadas, ademas, le recomendamos,
    te recomendamos, lea mas, conoce mas, lee tambien esto, sobre el mismo tema, en la misma seccion,
    quizas te interese, puede interesarle, mas sobre este tema
  `),
  it: phrases(`
    leggi anche, leggi di piu, leggi tutto, leggi ancora, leggi, vedi anche, guarda anche,
    potrebbe interessarti, potrebbe interessarti anche, ti potrebbe interessare,
    ti potrebbero interessare, potrebbero interessarti, articoli correlati, articoli simili,
    notizie correlate, correlati, altri articoli, altre notizie, per approfondire, approfondisci,
    approfondimenti, approfondimento, da non perdere, continua a leggere, articolo precedente,
    articolo successivo, ultime notizie, ultimi articoli, consigliati, scopri di piu, in evidenza,
    leggi gli altri articoli, sullo stesso argomento
  `),
  pt: phrases(`
    leia tambem, leia mais, ler mais, ler tambem, veja tambem, veja mais, saiba mais, relacionado,
    relacionadas, relacionados, noticias relacionadas, artigos relacionados, materias relacionadas,
    conteudo relacionado, voce pode gostar, talvez goste, pode gostar, mais noticias, outras noticias,
    ultimas noticias, mais sobre, continue lendo, confira tambem, recomendado, recomendados,
    artigo anterior, proximo artigo, nao perca, mais lidas, leia ainda, voce tambem pode gostar,
    pode gostar de, pode interessar-lhe, tambem pode gostar, saiba mais sobre
  `),
  nl: phrases(`
    lees ook, lees meer, lees verder, lees hier, bekijk ook, zie ook, gerelateerd,
    gerelateerde artikelen, gerelateerde berichten, meer over, meer lezen, meer nieuws, meer van,
    meer artikelen, andere artikelen, aanbevolen, ook interessant, misschien vind je dit ook interessant,
    dit vind je misschien ook leuk, vorig artikel, volgend artikel, laatste nieuws, recente berichten,
    verder lezen, misschien ook interessant, lees ook dit
  `),
  pl: phrases(`
    czytaj tez, czytaj takze, czytaj rowniez, czytaj wiecej, czytaj dalej, czytaj, przeczytaj takze,
    przeczytaj tez, przeczytaj rowniez, przeczytaj, zobacz takze, zobacz tez, zobacz rowniez,
    zobacz wiecej, zobacz, sprawdz tez, powiazane, powiazane artykuly, podobne artykuly, podobne,
    polecamy, polecane, polecane artykuly, wiecej na ten temat, wiecej, wiecej o, najnowsze,
    ostatnie wpisy, inne artykuly, moze cie zainteresowac, nastepny artykul, poprzedni artykul,
    warto przeczytac, dowiedz sie wiecej, w tym temacie
  `),
  uk: phrases(`
    читайте також, читайте ще, читайте, читати також, читати далі, читати більше, читай також,
    дивіться також, дивись також, більше новин, більше про, більше за темою, за темою, новини за темою,
    по темі, схожі новини, схожі статті, останні новини, рекомендуємо, вас може зацікавити,
    також читайте, дізнайтеся більше, докладніше, нагадаємо, раніше ми писали, інші новини, інші статті,
    цікаве
  `),
  ru: phrases(`
    читайте также, читайте еще, читайте, читать также, читать далее, читать дальше, читать полностью,
    смотрите также, смотри также, по теме, материалы по теме, новости по теме, статьи по теме,
    еще по теме, похожие новости, похожие статьи, похожие материалы, другие новости, другие статьи,
    другие материалы, последние новости, рекомендуем, рекомендуемое, вам может быть интересно,
    вам будет интересно, возможно, вам понравится, подробнее, узнать больше, больше новостей,
    также по теме, ранее по теме, см. также, предыдущая статья, следующая статья, интересное,
    новости партнеров
  `),
  tr: phrases(`
    ilgili haberler, ilgili haber, ilgili icerikler, ilgili yazilar, bunlar da ilginizi cekebilir,
    ilginizi cekebilir, ayrica bakiniz, devamini oku, daha fazla oku, daha fazla, diger haberler,
    son haberler, onerilen, onerilen haberler, sonraki haber, onceki haber, benzer haberler,
    haberin devami
  `),
  da: phrases(`
    laes ogsa, læs også, laes mere, læs mere, se ogsa, se mere, relateret, relaterede artikler, mere om,
    flere artikler, flere nyheder, seneste nyt, anbefalet, maske er du interesseret i
  `),
  sv: phrases(`
    las ocksa, läs också, las aven, läs även, las mer, läs mer, las vidare, se ocksa, se aven, relaterat,
    relaterade artiklar, liknande artiklar, mer om, mer om amnet, mer fran, fler artiklar, fler nyheter,
    senaste nytt, senaste nyheterna, rekommenderat, rekommenderas, du kanske ocksa gillar, missa inte
  `),
  no: phrases(`
    les ogsa, les også, les mer, les mer om, les videre, se ogsa, relatert, relaterte artikler,
    relaterte saker, mer om, flere saker, flere artikler, siste nytt, anbefalt, anbefalte artikler
  `),
  fi: phrases(`
    lue myos, lue lisaa, lue seuraavaksi, lue koko juttu, katso myos, katso lisaa, aiheesta muualla,
    lisaa aiheesta, aiheeseen liittyvat, uusimmat, suosittelemme, muita artikkeleita,
    liittyvat artikkelit
  `),
  cs: phrases(`
    ctete take, čtěte také, prectete si take, prectete si, souvisejici clanky, souvisejici,
    podobne clanky, dalsi clanky, vice k tematu, doporucujeme, mohlo by vas zajimat, cist dale, viz take
  `),
  hu: phrases(`
    olvassa el ezt is, olvasd el ezt is, kapcsolodo cikkek, kapcsolodo, tovabbi hirek, ajanljuk,
    ez is erdekelheti, ez is erdekelhet, bovebben
  `),
  ro: phrases(`
    citeste si, citește și, citeste mai mult, vezi si, articole similare, articole recomandate,
    stiri similare, te-ar putea interesa, recomandate
  `),
  el: phrases(`
    διαβαστε επισης, διαβαστε ακομα, διαβαστε περισσοτερα, διαβαστε, δειτε επισης, δειτε ακομα,
    σχετικα αρθρα, σχετικα, περισσοτερα, προτεινομενα
  `),
  ja: phrases(`
    関連記事, 関連ニュース, 関連リンク, 関連トピックス, 関連キーワード, 関連, あわせて読みたい, 合わせて読みたい, こちらも読む, こちらの記事も, おすすめ記事, おすすめ, オススメ,
    続きを読む, もっと見る, もっと読む, 次の記事, 前の記事, 最新記事, 新着記事, その他の記事, この記事を読んだ人, 注目の記事, 詳しくはこちら, 次に読む, 一覧へ
  `),
  zh: phrases(`
    相关阅读, 相關閱讀, 相关新闻, 相關新聞, 相关文章, 相關文章, 相关报道, 相關報導, 相关推荐, 相关内容, 延伸阅读, 延伸閱讀, 推荐阅读, 推薦閱讀, 更多阅读, 更多新闻, 更多,
    阅读更多, 閱讀更多, 查看更多, 猜你喜欢, 你可能也喜欢, 你可能感兴趣, 您可能感兴趣, 为您推荐, 上一篇, 下一篇, 最新文章, 最新消息, 看更多, 看了又看, 精彩推荐, 热门推荐,
    另请参阅
  `),
  ko: phrases(`
    관련기사, 관련 기사, 관련뉴스, 관련 뉴스, 관련 글, 더보기, 더 보기, 추천기사, 추천 기사, 이전기사, 다음기사, 이전 글, 다음 글, 최신기사, 최신뉴스, 함께 보면 좋은,
    이 기사를 추천합니다
  `),
  ar: phrases(`
    اقرأ ايضا, اقرأ أيضا, اقرأ أيضاً, اقرا ايضا, إقرأ أيضا, اقرأ المزيد, المزيد, مواضيع ذات صلة,
    أخبار ذات صلة, اخبار ذات صلة, مقالات ذات صلة, ذات صلة, قد يعجبك أيضا, قد يهمك, شاهد أيضا, شاهد ايضا,
    طالع أيضا, الخبر التالي, الخبر السابق, آخر الأخبار
  `),
};

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
    najczesciej czytane, najpopularniejsze, popularne, najchetniej czytane, na topie,
    najczesciej komentowane
  `),
  uk: phrases(`
    популярне, популярні, популярні новини, популярні статті, найпопулярніше, найпопулярніші,
    найчитаніше, топ новини, топ новин, актуальне, головне, новини за темами, новини по темах,
    головні новини, тренди
  `),
  ru: phrases(`
    популярное, популярные, популярные новости, популярные статьи, самое популярное, самое читаемое,
    самые читаемые, топ новостей, главное, главные новости, актуальное, лучшее, новости по темам, темы
  `),
  tr: phrases("en cok okunanlar, cok okunanlar, en cok okunan, populer, gundem, one cikanlar, en populer"),
  da: phrases("mest laeste, mest læste, populaere, mest sete"),
  sv: phrases("mest last, mest lasta, populart, mest delade, trendar"),
  no: phrases("mest lest, mest leste, populaert, mest delt"),
  fi: phrases("luetuimmat, suosituimmat, katsotuimmat, suosittua"),
  cs: phrases("nejctenejsi, nejoblibenejsi, popularni"),
  el: phrases("δημοφιλη, τα πιο δημοφιλη, τα πιο διαβασμενα"),
  ja: phrases(
    "人気記事, 人気, 人気ランキング, アクセスランキング, ランキング, よく読まれている記事, 注目記事, 話題の記事, 注目, 人気の記事, 急上昇",
  ),
  zh: phrases(
    "热门, 熱門, 热门文章, 熱門文章, 热门新闻, 熱門新聞, 热点, 排行榜, 点击排行, 最受欢迎, 人气, 热搜, 今日热点, 热评",
  ),
  ko: phrases(
    "인기기사, 인기 기사, 많이 본 기사, 많이 본 뉴스, 많이본 뉴스, 인기뉴스, 실시간 인기, 랭킹뉴스, 가장 많이 본, 주요뉴스, 핫이슈",
  ),
  ar: phrases("الأكثر قراءة, الاكثر قراءة, الأكثر مشاهدة, الأكثر شيوعا, الأكثر تداولا, الأكثر رواجا"),
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
  pl: phrases("tematy, kategorie, archiwum, dzialy"),
  uk: phrases("новини за темами, теми, рубрики, категорії, архів, розділи"),
  ru: phrases("темы, рубрики, категории, архив, архивы, разделы, новости по темам"),
  tr: phrases("kategoriler, konular, arsiv"),
  sv: phrases("kategorier, amnen, arkiv"),
  da: phrases("kategorier, emner, arkiv"),
  no: phrases("kategorier, temaer, arkiv"),
  fi: phrases("kategoriat, aiheet, arkisto"),
  ja: phrases("カテゴリー, カテゴリ, テーマ別, トピックス, アーカイブ, ジャンル"),
  zh: phrases("分类, 分類, 专题, 主题, 栏目, 归档, 文章分类, 话题"),
  ko: phrases("카테고리, 주제별, 분류"),
  ar: phrases("الأقسام, مواضيع, التصنيفات, تصنيفات, الأرشيف"),
};
