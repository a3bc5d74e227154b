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
    przeczytaj tez, przeczytaj rowniez, przeczytaj, zobacz takze, zobacz tez, zobacz rowniez, zobacz
    wiecej, zobacz, sprawdz tez, powiazane, powiazane artykuly, podobne artykuly, podobne, polecamy,
    polecane, polecane artykuly, wiecej na ten temat, wiecej, wiecej o, najnowsze, ostatnie wpisy,
    inne artykuly, moze cie zainteresowac, nastepny artykul, poprzedni artykul, warto przeczytac,
    dowiedz sie wiecej, w tym temacie, sprawdz, sprawdz takze, sprawdz rowniez, zobacz wideo, zobacz
    tez wideo, obejrzyj, ogladaj, obejrzyj takze, powiazane tematy, powiazane tresci, powiazane
    wiadomosci, polecamy takze, polecamy rowniez, polecamy tez, warto zobaczyc, warto wiedziec, nie
    przegap, zobacz wiecej na temat, wiecej na temat, wiecej wiadomosci, wiecej artykulow, moze cie
    zainteresowac takze, moze zainteresuje cie, to moze cie zainteresowac, moga cie zainteresowac,
    inne wiadomosci, inne z tej kategorii, pozostale wiadomosci, czytaj w serwisie, dowiedz sie,
    przeczytaj wiecej, najnowsze artykuly, najnowsze wiadomosci, ostatnio dodane, wybrane dla
    ciebie, redakcja poleca, wideo:
  `),
  uk: phrases(`
    читайте також, читайте ще, читайте, читати також, читати далі, читати більше, читай також,
    дивіться також, дивись також, більше новин, більше про, більше за темою, за темою, новини за
    темою, по темі, схожі новини, схожі статті, останні новини, рекомендуємо, вас може зацікавити,
    також читайте, дізнайтеся більше, докладніше, нагадаємо, раніше ми писали, інші новини, інші
    статті, цікаве, також дивіться, дізнайтеся також, дізнайтесь більше, до теми, в темі, більше по
    темі, матеріали за темою, матеріали по темі, статті за темою, новини по темі, пов'язані теми,
    пов'язані новини, пов'язані матеріали, вас також може зацікавити, вам може бути цікаво, вам буде
    цікаво, може зацікавити, рекомендовані новини, рекомендовано, раніше повідомлялося, усі новини,
    всі новини, останні публікації, наступна стаття, попередня стаття, попередня новина, наступна
    новина, не пропустіть, дивіться відео, відео за темою, актуальні новини, свіжі новини, схожі
    матеріали, читайте більше, новини партнерів, вибір редакції, радимо прочитати, відео:
  `),
  ru: phrases(`
    читайте также, читайте еще, читайте, читать также, читать далее, читать дальше, читать
    полностью, смотрите также, смотри также, по теме, материалы по теме, новости по теме, статьи по
    теме, еще по теме, похожие новости, похожие статьи, похожие материалы, другие новости, другие
    статьи, другие материалы, последние новости, рекомендуем, рекомендуемое, вам может быть
    интересно, вам будет интересно, возможно, вам понравится, подробнее, узнать больше, больше
    новостей, также по теме, ранее по теме, см. также, предыдущая статья, следующая статья,
    интересное, новости партнеров, также читайте, читайте подробнее, также смотрите, смотрите видео,
    материал по теме, больше по теме, вам также может быть интересно, вам также может понравиться,
    может быть интересно, ранее мы писали, ранее сообщалось, ранее мы рассказывали, мы писали,
    связанные новости, связанные материалы, связанные темы, сюжет по теме, видео по теме, все
    новости, свежие новости, следующая новость, предыдущая новость, не пропустите, рекомендуем
    почитать, рекомендуем прочитать, советуем прочитать, выбор редакции, читать еще, еще новости,
    еще материалы, другие статьи автора, актуальные новости, видео:
  `),
  tr: phrases(`
    ilgili haberler, ilgili haber, ilgili icerikler, ilgili yazilar, bunlar da ilginizi cekebilir,
    ilginizi cekebilir, ayrica bakiniz, devamini oku, daha fazla oku, daha fazla, diger haberler,
    son haberler, onerilen, onerilen haberler, sonraki haber, onceki haber, benzer haberler, haberin
    devami, ilgili icerik, ilgili konular, ilgili makaleler, ilginizi cekebilecek, ilginizi
    cekebilecek haberler, ilginizi cekebilecek icerikler, bunlari da okuyun, bunu da okuyun, bunlara
    da goz atin, ayrica okuyun, ayrica bkz, ayrica bkz., ayrica bakin, bakmadan gecme, bakmadan
    gecmeyin, daha fazla bilgi, daha fazla haber, siradaki haber, siradaki icerik, onerilen haber,
    onerilen icerik, onerilen icerikler, tum haberler, guncel haberler, benzer icerikler, benzer
    yazilar, haberin detaylari icin, detaylar icin, oku, bunu da oku, kacirmayin, okumaya devam
    edin, okumaya devam et, diger yazilar, video haber, sizin icin sectiklerimiz, editorun
    sectikleri, editorun secimi, tavsiye edilen, son eklenenler, son dakika haberleri, yazarin diger
    yazilari, yazarin son yazilari, video:
  `),
  da: phrases(`
    laes ogsa, læs også, laes mere, læs mere, se ogsa, se mere, relateret, relaterede artikler, mere
    om, flere artikler, flere nyheder, seneste nyt, anbefalet, maske er du interesseret i, laes mere
    om, laes ogsa artiklen, laes videre, laes hele, laes her, laes flere, se ogsa videoen, se video,
    se videoen, hor ogsa, ga ikke glip af, flere artikler om, flere nyheder om, mere fra, mere om
    emnet, mere om sagen, mest laeste lige nu, anbefalet til dig, anbefalede artikler, andre laeser
    ogsa, andre laeste ogsa, du vil maske ogsa kunne lide, maske vil du ogsa laese, seneste
    artikler, seneste nyheder, seneste, naeste artikel, forrige artikel, relaterede nyheder,
    relateret indhold, lignende artikler, redaktionen anbefaler, artikler om samme emne
  `),
  sv: phrases(`
    las ocksa, läs också, las aven, läs även, las mer, läs mer, las vidare, se ocksa, se aven,
    relaterat, relaterade artiklar, liknande artiklar, mer om, mer om amnet, mer fran, fler
    artiklar, fler nyheter, senaste nytt, senaste nyheterna, rekommenderat, rekommenderas, du kanske
    ocksa gillar, missa inte, las mer om, las mer har, las ocksa om, las hela, las aven om, las
    ocksa artikeln, las fler, se filmen, se klippet, se mer, se video, hor ocksa, fler artiklar om,
    fler nyheter om, mer i amnet, mer fran amnet, mer pa temat, mer lasning, mer om artikeln, fler
    artiklar i amnet, for dig, rekommenderade artiklar, rekommenderat for dig, andra laser, andra
    laser ocksa, du kanske ocksa ar intresserad av, senaste artiklarna, senaste, toppnyheter, nasta
    artikel, foregaende artikel, relaterade nyheter, relaterat innehall, relaterade lankar, lasvart,
    lastips, fler inlagg, redaktionen rekommenderar
  `),
  no: phrases(`
    les ogsa, les også, les mer, les mer om, les videre, se ogsa, relatert, relaterte artikler,
    relaterte saker, mer om, flere saker, flere artikler, siste nytt, anbefalt, anbefalte artikler,
    les ogsa saken, les ogsa om, les flere, les hele, les hele saken, se video, se ogsa video, hor
    ogsa, fa med deg, ga ikke glipp av, flere saker om, mer fra, mer om saken, mer om temaet,
    anbefalt for deg, anbefalte saker, andre leser, andre leste ogsa, du vil kanskje ogsa like,
    kanskje du ogsa vil lese, siste saker, siste nyheter, siste artikler, neste artikkel, forrige
    artikkel, neste sak, relatert innhold, lignende saker, lignende artikler, artikler om samme
    tema, flere nyheter, redaksjonen anbefaler
  `),
  fi: phrases(`
    lue myos, lue lisaa, lue seuraavaksi, lue koko juttu, katso myos, katso lisaa, aiheesta muualla,
    lisaa aiheesta, aiheeseen liittyvat, uusimmat, suosittelemme, muita artikkeleita, liittyvat
    artikkelit, lue myos juttu, lue myos tama, lue lisaa aiheesta, lue aiheesta lisaa, lue tasta,
    lue aiemmin, katso video, katso videolta, kuuntele myos, ala missaa, aiheesta aiemmin, aiheesta
    lisaa, lisaa aiheen artikkeleita, aiheeseen liittyvat artikkelit, aiheeseen liittyvat uutiset,
    aiheeseen liittyvaa, aiheeseen liittyen, sinua saattaisi kiinnostaa, sinua voisi kiinnostaa,
    sinua saattaa kiinnostaa, saatat pitaa myos, muut lukevat, muut lukivat, suositellut,
    suosittelemme sinulle, seuraava artikkeli, edellinen artikkeli, samasta aiheesta, muita uutisia,
    muut uutiset, muita juttuja, tuoreimmat, tuoreimmat uutiset, uusimmat uutiset, uusimmat
    artikkelit, uusimmat jutut, toimitus suosittelee, poimintoja
  `),
  cs: phrases(`
    ctete take, čtěte také, prectete si take, prectete si, souvisejici clanky, souvisejici, podobne
    clanky, dalsi clanky, vice k tematu, doporucujeme, mohlo by vas zajimat, cist dale, viz take,
    ctete vice, ctete dal, ctete dale, ctete, precteste si take, prectete si vice, prectete si i,
    podivejte se, podivejte se take, souvisejici clanek, souvisejici temata, souvisejici odkazy,
    dalsi clanky k tematu, dalsi zpravy, dalsi clanky autora, dalsi z rubriky, dalsi cteni, vice
    informaci, vice o tematu, vice zde, mohlo by vas take zajimat, mohlo by vas zaujmout, mohlo by
    vam uniknout, nenechte si ujit, nepremehnete, neprehlednete, doporucene clanky, doporucene,
    doporucujeme precist, podobne, nejnovejsi clanky, nejnovejsi zpravy, nejnovejsi, aktualne,
    predchozi clanek, nasledujici clanek, dalsi clanek, k tematu, vyber redakce
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
    続きを読む, もっと見る, もっと読む, 次の記事, 前の記事, 最新記事, 新着記事, その他の記事, この記事を読んだ人, 注目の記事, 詳しくはこちら, 次に読む, 一覧へ,
    関連記事はこちら, 関連する記事, 関連コンテンツ, 関連ページ, 関連動画, この記事に関連する, あわせて読む, 併せて読みたい, あわせて読みたい記事, こちらもおすすめ, こちらもチェック,
    こんな記事も読まれています, この記事も読まれています, この記事を読んだ人はこちらも, おすすめの記事, おすすめコンテンツ, 編集部おすすめ, 編集部のおすすめ, 同じカテゴリの記事,
    同じカテゴリーの記事, 新着, 最新ニュース, 前回の記事, 前回記事, 次回の記事, 次の記事へ, 前の記事へ, 写真の続き, 記事一覧, 記事一覧へ, さらに読む, バックナンバー,
    pickup, ピックアップ
  `),
  zh: phrases(`
    相关阅读, 相關閱讀, 相关新闻, 相關新聞, 相关文章, 相關文章, 相关报道, 相關報導, 相关推荐, 相关内容, 延伸阅读, 延伸閱讀, 推荐阅读, 推薦閱讀, 更多阅读, 更多新闻, 更多,
    阅读更多, 閱讀更多, 查看更多, 猜你喜欢, 你可能也喜欢, 你可能感兴趣, 您可能感兴趣, 为您推荐, 上一篇, 下一篇, 最新文章, 最新消息, 看更多, 看了又看, 精彩推荐, 热门推荐,
    另请参阅, 相關報道, 相關內容, 相關推薦, 相关链接, 相關連結, 相关专题, 相關專題, 相关稿件, 相关资讯, 延伸報導, 推荐文章, 推薦文章, 推荐新闻, 推薦新聞, 热文推荐,
    更多精彩, 更多相关, 更多相關, 更多報導, 更多新聞, 看更多文章, 看更多相關, 點擊看更多, 点击查看更多, 你可能還想看, 你可能有興趣, 你可能有興趣的文章, 你可能也會喜歡,
    您可能會喜歡, 大家都在看, 大家还在看, 今日推荐, 今日推薦, 编辑推荐, 編輯推薦, 小編推薦, 往期回顾, 往期精选, 同类文章, 下一則, 上一則, 前一篇, 後一篇, 最新新聞,
    最新新闻, 即時新聞, 還想看, 熱門推薦, 精選文章, 为你推荐, 為你推薦, 猜您喜欢
  `),
  ko: phrases(`
    관련기사, 관련 기사, 관련뉴스, 관련 뉴스, 관련 글, 더보기, 더 보기, 추천기사, 추천 기사, 이전기사, 다음기사, 이전 글, 다음 글, 최신기사, 최신뉴스,
    함께 보면 좋은, 이 기사를 추천합니다, 관련글, 관련 링크, 관련 콘텐츠, 관련 영상, 연관기사, 연관 기사, 이 기사와 함께, 함께 볼 만한 기사, 함께 본 기사,
    함께 읽으면 좋은, 같이 볼만한, 이 기자의 다른 기사, 이 시각 추천뉴스, 추천뉴스, 추천 뉴스, 추천 콘텐츠, 이슈 기사, 최신 기사, 최신 뉴스, 다른 기사, 기사 더보기,
    이전글, 다음글, 읽어볼 만한, 놓치면 안되는, 오늘의 추천, 바로가기, 지난 기사 보기
  `),
  ar: phrases(`
    اقرأ ايضا, اقرأ أيضا, اقرأ أيضاً, اقرا ايضا, إقرأ أيضا, اقرأ المزيد, المزيد, مواضيع ذات صلة,
    أخبار ذات صلة, اخبار ذات صلة, مقالات ذات صلة, ذات صلة, قد يعجبك أيضا, قد يهمك, شاهد أيضا,
    شاهد ايضا, طالع أيضا, الخبر التالي, الخبر السابق, آخر الأخبار, اقرأوا أيضا, اقرؤوا أيضا, اقرأ كذلك,
    إقرأ المزيد, اقرأي أيضا, اقرأ لنا أيضا, للمزيد, لمزيد من, المزيد من الأخبار, المزيد من, المزيد حول,
    المزيد عن, موضوعات ذات صلة, موضوعات متعلقة, مواضيع متعلقة, مواضيع مرتبطة, أخبار متعلقة,
    أخبار مرتبطة, محتوى ذو صلة, مقالات مشابهة, مقالات أخرى, مقالات قد تهمك, قد يهمك أيضا, قد تعجبك,
    قد يعجبك, اخترنا لك, اخترنا لكم, نرشح لك, مختارات, شاهد, شاهدوا أيضا, تابع أيضا, في هذا السياق,
    أحدث الأخبار, آخر المقالات, أحدث المقالات, المقال التالي, المقال السابق, الموضوع التالي,
    الموضوع السابق, الأكثر قراءة
  `),
  fa: phrases(`
    بیشتر بخوانید, بیشتر بخوانیم, بخوانید, همچنین بخوانید, این مطلب را هم بخوانید, مطالب مرتبط,
    اخبار مرتبط, خبرهای مرتبط, مطالب پیشنهادی, پیشنهاد سردبیر, آخرین اخبار, مرتبط ها, ادامه مطلب,
    ببینید
  `),
  hi: phrases(`
    यह भी पढ़ें, ये भी पढ़ें, इसे भी पढ़ें, इन्हें भी पढ़ें, और पढ़ें, आगे पढ़ें, संबंधित खबरें,
    संबंधित ख़बरें, संबंधित लेख, संबंधित, यह भी देखें, ये भी देखें, ताजा खबरें, ताज़ा खबरें,
    लेटेस्ट न्यूज़, आपके लिए, अन्य खबरें
  `),
};
