import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Labels of players that read the article aloud. */
export const LISTEN_WORDS: WordList = {
  en: phrases(`
    listen to this article, listen to this story, listen to article, listen to the article,
    listen to the story, listen now, listen, play audio, audio version, this audio is auto-generated,
    your browser does not support the audio element, your browser does not support, hear this story,
    article audio, read aloud, listen to this post, listen to the post, this is an ai-generated voice,
    ai-generated voice
  `),
  de: phrases(`
    artikel anhoren, artikel vorlesen, beitrag anhoren, vorlesen lassen, anhoren, vorlesen,
    hören sie diesen artikel, artikel horen, audio anhoren, diesen artikel anhoren, jetzt anhoren,
    artikel als audio, text vorlesen, beitrag vorlesen, diesen beitrag anhoren
  `),
  fr: phrases(`
    ecouter cet article, ecouter l'article, ecouter, ecoutez cet article, lire l'article en audio,
    ecoutez l'article, article en audio, version audio, ecouter l'article en audio
  `),
  es: phrases(`
    escuchar este articulo, escuchar articulo, escucha este articulo, escuchar, escuchar noticia,
    escuchar este contenido, escucha esta noticia, escuchar esta noticia, escuchar la noticia,
    escucha el articulo, escuchar el articulo, escuchar nota, audio generado con ia
  `),
  it: phrases(`
    ascolta questo articolo, ascolta l'articolo, ascolta, ascolta la versione audio dell'articolo,
    ascolta la notizia, ascolta l'articolo in versione audio, ascolta questa notizia
  `),
  pt: phrases(`
    ouvir este artigo, ouca este artigo, ouvir, ouca esta noticia, ouvir noticia, ouca este conteudo,
    ouvir este conteudo, ouvir o texto, ouca o texto, ouca a materia, ouca este texto, oica este artigo,
    ouvir artigo, ouca a noticia, ouca o artigo
  `),
  nl: phrases(`
    luister naar dit artikel, beluister dit artikel, luister, voorlezen, lees voor, artikel beluisteren,
    beluister artikel, beluister het artikel, luister artikel
  `),
  pl: phrases(`
    posluchaj artykulu, odsluchaj artykul, posluchaj, sluchaj artykulu, posluchaj tego artykulu,
    posluchaj tekstu, odsluchaj artykulu, odsluchaj, odsluchaj tekst, sluchaj tekstu, wersja audio,
    artykul audio, przeczytaj lub posluchaj
  `),
  uk: phrases(`
    слухати статтю, прослухати, слухати, озвучити, прослухати статтю, прослухати матеріал,
    прослухати новину, слухати новину, слухати матеріал, слухайте цю статтю, озвучити текст,
    озвучка, аудіоверсія, аудіоверсія статті, слухати аудіо
  `),
  ru: phrases(`
    слушать статью, прослушать, слушать, прослушать новость, прослушать статью, прослушать материал,
    слушать новость, слушать материал, слушать текст, послушать статью, послушать, озвучить текст,
    озвучить статью, аудиоверсия, аудиоверсия статьи, аудиоверсия материала
  `),
  tr: phrases(`
    haberi dinle, dinle, makaleyi dinle, haberi sesli dinle, sesli dinle, bu yaziyi dinle, yaziyi
    dinle, makaleyi dinleyin, haberi dinleyin, bu haberi dinle, icerigi dinle, haberi seslendir
  `),
  da: phrases(`
    lyt til artiklen, lyt, hor artiklen, lyt til denne artikel, hor denne artikel, lyt til
    historien, fa artiklen laest op, fa laest artiklen op, fa laest op, hor artiklen laest op,
    oplaesning
  `),
  sv: phrases(`
    lyssna pa artikeln, lyssna, las upp, lyssna pa texten, lyssna pa den har artikeln, lyssna pa
    nyheten, fa artikeln upplast, fa texten upplast, artikeln upplast, las upp artikeln, upplast
    artikel
  `),
  no: phrases(`
    lytt til saken, lytt, hor artikkelen, lytt til artikkelen, lytt til denne artikkelen, lytt til
    denne saken, hor saken, hor saken opplest, fa artikkelen opplest, fa saken opplest, lytt pa
    saken, les opp
  `),
  fi: phrases(`
    kuuntele juttu, kuuntele, kuuntele artikkeli, kuuntele tama artikkeli, kuuntele tama juttu,
    kuuntele aaniversio, kuuntele aaniversiona, kuuntele uutinen, aaniversio, juttu aaneen luettuna
  `),
  ja: phrases(
    "この記事を聴く, 音声で聴く, 記事を聞く, 読み上げ, この記事を聞く, 記事を聴く, 記事を音声で聴く, 記事を音声で聞く, 音声で聞く, 音声読み上げ, 音声で再生",
  ),
  zh: phrases(
    "收听本文, 听全文, 收听, 朗读, 語音播報, 听新闻, 聽新聞, 听文章, 聽文章, 聆聽全文, 语音播报, 语音朗读, 朗读全文, 朗讀全文, 收聽本文",
  ),
  ko: phrases(
    "기사 듣기, 듣기, 음성으로 듣기, 본문 듣기, 기사듣기, 음성 듣기, 뉴스 듣기, 기사 읽어주기, 음성으로 읽기",
  ),
  ar: phrases(`
    استمع إلى المقال, استمع للمقال, استمع, استمع إلى الخبر, استمع إلى المقالة, استمع إلى هذا المقال,
    استمع للخبر, الاستماع للمقال
  `),
  cs: phrases(`
    poslechnete si clanek, poslechnout clanek, poslechnout si clanek, poslechnout, prehrat clanek,
    audioverze clanku, audioverze, precist nahlas
  `),
  fa: phrases("شنیدن خبر, نسخه صوتی خبر, به این مطلب گوش دهید"),
  hi: phrases("खबर सुनें, ये खबर सुनें"),
};

/** What stands in for content that a script brings. */
export const LOADING_WORDS: WordList = {
  en: phrases(`
    loading, loading..., please wait, please enable javascript, enable javascript,
    javascript is disabled, javascript is required, this video is not available,
    this content is not available, video unavailable, this video is unavailable, initial plugin text
  `),
  de: phrases(
    "wird geladen, ladt, laden, bitte warten, bitte aktivieren sie javascript, javascript aktivieren",
  ),
  fr: phrases("chargement, chargement en cours, veuillez patienter"),
  es: phrases("cargando, espere por favor"),
  it: phrases("caricamento, caricamento in corso"),
  pt: phrases("carregando, a carregar"),
  nl: phrases("laden, bezig met laden"),
  pl: phrases("ladowanie, wczytywanie"),
  uk: phrases("завантаження"),
  ru: phrases("загрузка, идет загрузка"),
  tr: phrases("yukleniyor"),
  sv: phrases("laddar"),
  da: phrases("indlaeser"),
  no: phrases("laster"),
  fi: phrases("ladataan"),
  ja: phrases("読み込み中, ロード中, 読込中, 読み込んでいます"),
  zh: phrases("加载中, 正在加载, 載入中, 正在載入"),
  ko: phrases("로딩중, 불러오는 중, 로딩 중, 불러오고 있습니다"),
  ar: phrases("جار التحميل, جاري التحميل"),
  fa: phrases("در حال بارگذاری"),
  hi: phrases("लोड हो रहा है"),
};

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

/** Controls and way marks. */
export const NAVIGATION_WORDS: WordList = {
  en: phrases(`
    back to top, back to the top, scroll to top, go to top, to the top, top, back, go back, home, menu,
    close, close menu, next, previous, prev, skip to content, skip to main content, skip navigation,
    jump to content, jump to recipe, jump to, go to, table of contents, contents, in this article,
    on this page, in this story, what's inside, search, search for, log in, login, sign in, register,
    sign up, subscribe, toggle navigation, open menu, expand, collapse, show less, hide, zoom,
    view gallery, view slideshow, open gallery, enlarge, enlarge image, click to enlarge, tap to enlarge,
    show caption, hide caption, full screen, download, download pdf, pdf, edit, report, contact us,
    contact, about us, about, help, faq, skip, start, play, pause, play video, watch video,
    view comments, show all, quick links, you are here, you are here:, switch language, translate,
    languages, language, select language, reply, book now, buy now, shop now, add to cart, get started,
    contact sales, request a demo, book a demo, get quote, get a quote, apply now
  `),
  de: phrases(`
    nach oben, zum seitenanfang, seitenanfang, zuruck, zuruck zur ubersicht, zur ubersicht, startseite,
    menu, schließen, weiter, vor, vorherige, nachste, zum inhalt, zum inhalt springen, direkt zum inhalt,
    inhaltsverzeichnis, inhalt, suche, suchen, suche nach, anmelden, login, einloggen, registrieren,
    abonnieren, aufklappen, zuklappen, ausblenden, einblenden, bild vergroßern, vergroßern,
    bild anzeigen, bild schließen, bildergalerie, galerie offnen, zum vergroßern auf das bild klicken,
    herunterladen, als pdf, pdf, kontakt, hilfe, uber uns, sie sind hier, du bist hier, druckversion,
    jetzt kaufen, in den warenkorb, jetzt bestellen, rezept drucken
  `),
  fr: phrases(`
    retour en haut, haut de page, retour, accueil, menu, fermer, suivant, precedent, aller au contenu,
    sommaire, table des matieres, rechercher, recherche, connexion, se connecter, s'inscrire, agrandir,
    telecharger, contact, aide, vous etes ici, voir la galerie
  `),
  es: phrases(`
    volver arriba, ir arriba, volver, inicio, menu, cerrar, siguiente, anterior, saltar al contenido,
    ir al contenido, indice, buscar, iniciar sesion, registrarse, ampliar, descargar, contacto, ayuda,
    estas aqui
  `),
  it: phrases(`
    torna su, torna in alto, indietro, home, menu, chiudi, successivo, precedente, vai al contenuto,
    indice, cerca, accedi, registrati, ingrandisci, scarica, contatti, sei qui
  `),
  pt: phrases(`
    voltar ao topo, voltar, inicio, menu, fechar, proximo, anterior, ir para o conteudo, indice, buscar,
    pesquisar, entrar, cadastre-se, ampliar, baixar, contato, voce esta aqui
  `),
  nl: phrases(`
    naar boven, terug, terug naar boven, home, menu, sluiten, volgende, vorige, naar de inhoud, inhoud,
    inhoudsopgave, zoeken, inloggen, registreren, vergroot, downloaden, contact
  `),
  pl: phrases(`
    do gory, powrot, wroc, strona glowna, menu, zamknij, nastepny, poprzedni, nastepna, poprzednia,
    przejdz do tresci, spis tresci, szukaj, wyszukaj, zaloguj, zaloguj sie, zarejestruj, powieksz,
    pobierz, kontakt, odtworz wideo, obejrzyj wideo, zobacz galerie, zobacz wideo, zobacz zdjecia,
    pokaz wiecej, rozwin, zwin, przewin w dol, pomin, subskrybuj, ustawienia prywatnosci, wideo
  `),
  uk: phrases(`
    вгору, нагору, назад, головна, меню, закрити, далі, попередня, наступна, зміст, пошук, увійти,
    вхід, реєстрація, збільшити, завантажити, контакти, дивитися відео, дивитись відео, дивіться
    відео, переглянути відео, дивитись на youtube, дивитися на youtube, дивіться на youtube,
    показати більше, показати ще, завантажити ще, згорнути, розгорнути, зареєструватися, мова, відео
  `),
  ru: phrases(`
    наверх, вверх, назад, главная, меню, закрыть, далее, вперед, предыдущая, следующая, содержание,
    оглавление, поиск, найти, войти, вход, регистрация, увеличить, скачать, контакты, вы здесь,
    смотреть видео, смотрите видео, посмотреть видео, смотреть на youtube, смотрите на youtube,
    воспроизвести видео, показать еще, показать больше, загрузить еще, свернуть, развернуть,
    зарегистрироваться, открыть меню, видео
  `),
  tr: phrases(`
    basa don, yukari, geri, ana sayfa, anasayfa, menu, kapat, sonraki, onceki, icindekiler, ara,
    giris yap, uye ol, buyut, indir, iletisim, videoyu izle, videoyu izleyin, videoyu oynat, izle,
    siradaki video, galeriyi gor, daha fazla goster, tumunu gor, tumu, giris, kayit ol, video haber
  `),
  sv: phrases(`
    till toppen, tillbaka, hem, meny, stang, nasta, foregaende, innehall, sok, logga in, forstora,
    ladda ner, kontakt, spela upp video, spela upp videon, spela video, se videon, visa fler, visa
    mer, visa alla, hoppa till innehall, hoppa till innehallet, till startsidan, stang meny, oppna
    meny, forstora bild, las in fler
  `),
  da: phrases(`
    til toppen, tilbage, forside, menu, luk, naeste, forrige, indhold, sog, log ind, kontakt, vis
    flere, vis mere, vis alle, indlaes flere, hop til indhold, ga til indhold, ga til hovedindhold,
    til forsiden, luk menu, abn menu, forstor billede
  `),
  no: phrases(`
    til toppen, tilbake, hjem, meny, lukk, neste, forrige, innhold, sok, logg inn, kontakt, spill
    av, vis flere, vis mer, vis alle, last inn flere, hopp til innhold, hopp til innholdet, ga til
    innhold, til forsiden, lukk meny, apne meny, forstorr bildet
  `),
  fi: phrases(`
    takaisin ylos, takaisin, etusivu, valikko, sulje, seuraava, edellinen, sisalto, haku, hae,
    kirjaudu, yhteystiedot, nayta lisaa, nayta kaikki, lataa lisaa, siirry sisaltoon, siirry suoraan
    sisaltoon, sulje valikko, avaa valikko, suurenna kuva, kirjaudu sisaan
  `),
  cs: phrases(`
    nahoru, zpet, domu, menu, zavrit, dalsi, predchozi, obsah, hledat, prihlasit, kontakt, prehrat,
    zobrazit vice, zobrazit vse, nacist dalsi, preskocit na obsah, prihlasit se, zavrit menu,
    fotogalerie, zvetsit
  `),
  ja: phrases(`
    トップへ戻る, ページトップへ, ページの先頭へ, 戻る, ホーム, メニュー, 閉じる, 次へ, 前へ, 目次, 検索, ログイン, 会員登録, 拡大する, 拡大画像を見る, 画像を見る,
    ダウンロード, お問い合わせ, トップページ, トップへ, トップに戻る, ページトップへ戻る, ページの先頭へ戻る, 一覧へ戻る, 一覧に戻る, 記事一覧, 記事一覧へ, 記事一覧を見る,
    一覧を見る, 目次を開く, 目次を見る, 前のページ, 次のページ, 文字サイズ, 写真を拡大, 写真拡大, クリックで拡大, 画像を拡大, 全ての画像を見る, すべての写真を見る, マイページ,
    新規登録, この記事の目次, 購読する, 無料登録, 友だち追加
  `),
  zh: phrases(`
    返回顶部, 回到顶部, 回到頂部, 返回, 首页, 首頁, 菜单, 选单, 关闭, 關閉, 下一页, 上一页, 下一頁, 上一頁, 目录, 目錄, 搜索, 搜尋, 登录, 登錄, 登入, 注册,
    註冊, 放大, 下载, 下載, 联系我们, 当前位置, 返回首页, 返回列表, 返回目录, 回首頁, 回列表, 返回上一頁, 上一版, 下一版, 全文复制, 展开全文, 展開全文, 点击展开,
    收起, 點擊放大, 点击放大, 点击查看大图, 查看大图, 查看原图, 加载更多, 載入更多, 會員登入, 點我看更多, 缩小, 縮小, 订阅, 訂閱, 扫一扫, 电子报, 電子報
  `),
  ko: phrases(`
    맨위로, 위로, 뒤로, 홈, 메뉴, 닫기, 다음, 이전, 목차, 검색, 로그인, 회원가입, 확대, 이미지 확대, 다운로드, 목록, 본문 바로가기, 이전글, 다음글, 목록보기,
    목록으로, 맨 위로, 상단으로, 글자 크기, 크게 보기, 사진 크게보기, 원본보기, 전체보기, 요약보기, 기사 요약, 마이페이지, 로그아웃, 다른기사 보기, 다른 기사 보기,
    기사 더보기, 구독, 구독하기, 뉴스레터, 팔로우
  `),
  ar: phrases(`
    العودة إلى الأعلى, الرئيسية, القائمة, إغلاق, التالي, السابق, المحتويات, بحث, تسجيل الدخول,
    اتصل بنا, العودة للأعلى, عودة للأعلى, إنشاء حساب, حجم الخط, تكبير الخط, تصغير الخط,
    تخطى إلى المحتوى, انتقل إلى المحتوى, عرض المزيد, تحميل المزيد, تكبير الصورة, الصفحة الرئيسية,
    تخطى _ وواصل القراءة, نهاية الأكثر قراءة
  `),
  fa: phrases(`
    صفحه اصلی, صفحه نخست, ورود, ثبت نام, ورود به حساب, بازگشت به بالا, جستجو, اندازه متن, منو
  `),
  hi: phrases("लॉगिन, साइन इन, मेन्यू, खोजें, ऊपर जाएं, होम"),
};

export const SEARCH_WORDS: WordList = {
  en: phrases("search, search for, search this site, search :, search here"),
  de: phrases("suche, suchen, suche nach, suchbegriff"),
  fr: phrases("rechercher, recherche"),
  es: phrases("buscar, busqueda"),
  it: phrases("cerca, ricerca"),
  pt: phrases("buscar, pesquisar, busca"),
  nl: phrases("zoeken, zoek"),
  pl: phrases("szukaj, wyszukaj"),
  uk: phrases("пошук"),
  ru: phrases("поиск, найти"),
  tr: phrases("ara, arama"),
  ja: phrases("検索"),
  zh: phrases("搜索, 搜尋, 查询"),
  ko: phrases("검색"),
  ar: phrases("بحث, ابحث"),
  fa: phrases("جستجو"),
  hi: phrases("खोजें"),
};

export const COOKIE_WORDS: WordList = {
  en: phrases(`
    we use cookies, uses cookies, use of cookies, accept cookies, accept all, cookie policy,
    cookie settings, manage cookies, cookie preferences
  `),
  de: phrases(`
    verwendet cookies, verwenden cookies, nutzt cookies, wir nutzen cookies, cookies akzeptieren,
    alle akzeptieren, cookie-einstellungen, cookies zustimmen, externer inhalt, externe inhalte,
    inhalt laden, inhalte anzeigen, datenschutzerklarung von youtube
  `),
  fr: phrases("utilise des cookies, utilisons des cookies, accepter les cookies, tout accepter"),
  es: phrases("utiliza cookies, utilizamos cookies, usamos cookies, aceptar cookies, politica de cookies"),
  it: phrases("utilizza cookie, utilizza i cookie, utilizziamo i cookie, accetta i cookie"),
  pt: phrases("utiliza cookies, usamos cookies, utilizamos cookies, aceitar cookies"),
  nl: phrases("gebruikt cookies, maakt gebruik van cookies, cookies accepteren"),
  pl: phrases(`
    uzywa plikow cookie, korzysta z plikow cookies, plikow cookies, pliki cookies, uzywamy plikow
    cookie, uzywamy plikow cookies, wykorzystuje pliki cookie, wykorzystuje pliki cookies,
    wykorzystujemy pliki cookies, wykorzystujemy pliki cookie, korzystamy z plikow cookies,
    korzystamy z plikow cookie, polityka cookies, akceptuje cookies
  `),
  uk: phrases(`
    використовує файли cookie, файли cookie, використовуємо файли cookie, використовуємо cookie,
    використовує cookie, використовуємо cookies, використовує cookies, політика cookie
  `),
  ru: phrases(`
    использует файлы cookie, файлы cookie, используем cookie, использует cookie, используем cookies,
    использует cookies, используем файлы cookie, использование файлов cookie, политика cookie
  `),
  sv: phrases(`
    anvander cookies, anvander kakor, cookies for att, anvander vi cookies, vi anvander kakor,
    godkann cookies, acceptera cookies, godkanner vara cookies, hantera cookies
  `),
  ja: phrases("クッキーを使用, cookieを使用, クッキー（cookie）"),
  zh: phrases("使用cookie, 使用 cookie, 使用了cookie, 接受cookie"),
  ar: phrases("ملفات تعريف الارتباط"),
  tr: phrases(`
    cerezleri kullanir, cerez kullanir, cerezler kullanilmaktadir, cerez kullanilmaktadir, cerez
    kullaniyoruz, cerezleri kullaniyoruz, cerezlerden faydalan*, cerez politika*, cerez kullanim*,
    cerezlerin kullanim*, cerezleri kabul, cerezler kullaniyoruz
  `),
  da: phrases(`
    vi bruger cookies, bruger cookies, anvender cookies, accepter cookies, accepter alle cookies,
    brugen af cookies, cookiepolitik
  `),
  no: phrases(`
    bruker informasjonskapsler, vi bruker cookies, bruker cookies, godta informasjonskapsler, bruk
    av informasjonskapsler, bruk av cookies, godta cookies
  `),
  fi: phrases(`
    kaytamme evasteita, kayttaa evasteita, evasteiden kaytto*, evasteiden kayton, hyvaksy evasteet,
    hyvaksy kaikki evasteet, sivusto kayttaa evasteita
  `),
  cs: phrases(`
    pouziva cookies, pouzivame cookies, pouziva soubory cookie, pouzivame soubory cookie, pouzivame
    soubory cookies, pouziva soubory cookies, pouzivanim cookies, prijmout cookies, souhlas s
    cookies
  `),
  ko: phrases("쿠키를 사용, 쿠키 정책"),
  fa: phrases("از کوکی"),
};

export const PAYWALL_WORDS: WordList = {
  en: phrases(`
    already a subscriber, already have an account, already a member, subscribe to continue,
    subscribe to read, to continue reading, to read the rest of this story, to read the full story,
    to read the full article, this article is exclusive to, this article is for subscribers,
    this content is for subscribers, for subscribers only, subscribers only, unlock this article,
    log in to read, register to read, start your free trial, become a subscriber, create a free account,
    exclusive to subscribers, sign in to continue, free articles left, free article left,
    free articles remaining, free article limit, for premium members only, enjoy unlimited access,
    get unlimited access, subscribe for unlimited access, support independent journalism,
    support our journalism, support quality journalism, good journalism costs
  `),
  de: phrases(`
    bereits abonnent, sie sind bereits abonnent, schon abonnent, sie haben bereits ein abo,
    jetzt weiterlesen, weiterlesen mit, um weiterzulesen, exklusiv fur abonnenten, nur fur abonnenten,
    dieser artikel ist nur fur, dieser inhalt ist nur fur, artikel freischalten, kostenlos testen,
    probeabo, jetzt registrieren und weiterlesen, sofort weiterlesen, direkt weiterlesen,
    nur fur abonnentinnen, mit einem abo weiterlesen
  `),
  fr: phrases(`
    deja abonne, reserve aux abonnes, article reserve aux abonnes, il vous reste _ a lire,
    abonnez-vous pour lire, pour lire la suite, la suite est reservee, reservee aux abonnes,
    deja abonnee, reserve a nos abonnes, reservee a nos abonnes
  `),
  es: phrases(`
    ya eres suscriptor, solo para suscriptores, exclusivo para suscriptores, contenido exclusivo,
    para seguir leyendo, suscribete para seguir leyendo, hazte suscriptor, para suscriptores,
    suscribete para leer, hazte socio para, contenido para suscriptores, ya eres socio
  `),
  it: phrases(`
    sei gia abbonato, gia abbonato, riservato agli abbonati, contenuto riservato, abbonati per leggere,
    per continuare a leggere, per leggere l'articolo completo, per leggere tutti gli articoli,
    abbonati per continuare, hai gia un abbonamento
  `),
  pt: phrases(`
    ja e assinante, exclusivo para assinantes, conteudo exclusivo, assine para continuar lendo,
    torne-se assinante, para continuar a ler, para continuar lendo, limite de materias gratuitas,
    assine para ler, assine ja, ja e subscritor, artigo exclusivo, assine e continue lendo
  `),
  nl: phrases(`
    al abonnee, alleen voor abonnees, om verder te lezen, exclusief voor abonnees, neem een abonnement,
    lees direct verder, om dit artikel te lezen, wil je verder lezen, alleen voor leden
  `),
  pl: phrases(`
    masz juz subskrypcje, tylko dla subskrybentow, artykul dostepny tylko dla, aby czytac dalej,
    pozostalo _ artykulu, masz juz prenumerate, masz juz konto, juz prenumerujesz, dostepny tylko
    dla prenumeratorow, dostepne tylko dla prenumeratorow, tylko dla prenumeratorow, dostepny tylko
    dla subskrybentow, artykul dostepny dla, dostepny dla prenumeratorow, wykup dostep, wykup
    subskrypcje, wykup prenumerate, kup dostep, kup prenumerate, kup subskrypcje, kup pelny dostep,
    czytaj bez ograniczen, pozostalo do przeczytania, zaloguj sie i czytaj, zaloguj sie aby czytac,
    chcesz czytac dalej, czytaj dalej w abonamencie, aby przeczytac caly artykul, pozostalo _
    tresci, pozostalo _ tekstu, pozostalo jeszcze _ tresci, pozostalo jeszcze _ artykulu
  `),
  sv: phrases(`
    redan prenumerant, for prenumeranter, endast for prenumeranter, for dig som ar prenumerant, bara
    for prenumeranter, ar du redan prenumerant, logga in for att lasa, for att lasa hela artikeln,
    las hela artikeln som prenumerant, for att fortsatta lasa, for att lasa vidare, fortsatt lasa
    med, las vidare med, bli prenumerant, prova en manad, prova forsta manaden, kop prenumeration,
    lasta artiklar, exklusivt for prenumeranter, med abonnemang
  `),
  da: phrases(`
    allerede abonnent, kun for abonnenter, er du allerede abonnent, er du abonnent, forbeholdt
    abonnenter, log ind for at laese, for at laese hele artiklen, for at laese videre, laes videre
    med, fortsaet med at laese, fa adgang til hele artiklen, bliv abonnent, prov en maned, prov
    forste maned, proev en maned, kob abonnement, kraever abonnement
  `),
  no: phrases(`
    allerede abonnent, kun for abonnenter, for abonnenter, denne saken er for abonnenter, denne
    artikkelen er for abonnenter, er du allerede abonnent, er du abonnent, forbeholdt abonnenter,
    logg inn for a lese, for a lese hele saken, for a lese hele artikkelen, for a lese videre, les
    videre med, les hele saken med, bli abonnent, prov en maned, kjop abonnement, kjop tilgang, du
    ma vaere abonnent
  `),
  fi: phrases(`
    tilaajille, oletko vain tilaajille, tilaajille avoin, oletko tilaaja, kirjaudu sisaan
    lukeaksesi, kirjaudu lukeaksesi, lukeaksesi koko jutun, lukeaksesi koko artikkelin, jatka
    lukemista, lue koko juttu tilaajana, tilaa ja lue, tilaa nyt, kokeile kuukausi, tutustu
    tilausvaihtoehtoihin, tilaamalla saat
  `),
  uk: phrases(`
    лише для передплатників, тільки для передплатників, доступний лише для передплатників, доступний
    доступно вже маєте передплату, вже є передплата, вже передплатник, щоб читати далі, щоб
    прочитати повністю, оформіть передплату, оформити передплату, станьте передплатником, читайте
    без обмежень, читайте без реклами, доступний передплатникам
  `),
  ru: phrases(`
    только для подписчиков, уже подписаны, доступен доступно доступен только для подписчиков,
    доступно только для подписчиков, уже есть подписка, уже подписчик, чтобы читать дальше, чтобы
    прочитать полностью, чтобы дочитать, оформите подписку, оформить подписку, купить подписку,
    читайте без ограничений, читайте без рекламы, доступно по подписке, доступна только подписчикам,
    доступны только подписчикам
  `),
  ja: phrases(`
    有料会員限定, 会員限定, 続きを読むには, この記事は有料, 残り*文字, 残り*字, 文字(全文, 文字 (全文, 有料会員限定記事, 会員限定記事, 有料記事, この記事は会員,
    この記事は有料会員, 続きをお読み, 続きをご覧, 続きは会員, ログインして続きを読む, ログインすると続き, 会員登録すると, 会員登録で続き, 購読者限定, 有料プラン
  `),
  zh: phrases(`
    会员专享, 付费阅读, 登录后阅读, 剩余内容, 會員專享, 會員限定, 付費閱讀, 登入後閱讀, 剩餘內容, 付费内容, 付費內容, 解锁全文, 解鎖全文, 订阅后可, 訂閱後可, 试读结束,
    登录查看全文, 登录后可查看, 成為訂戶, 本文为付费, 本文為訂閱
  `),
  ko: phrases(`
    유료회원, 회원 전용, 유료 회원, 구독자 전용, 프리미엄 회원, 이 기사는 유료, 로그인 후 이용, 로그인하시면, 전체 기사를 보려면, 계속 읽으려면, 기사 전문을 보려면,
    회원가입 후 이용
  `),
  ar: phrases(`
    للمشتركين فقط, هذا المحتوى للمشتركين, محتوى للمشتركين, المحتوى مخصص للمشتركين, اشترك لقراءة,
    اشترك للقراءة, اشترك لمتابعة القراءة, سجل الدخول لقراءة, سجّل الدخول لمتابعة, لمتابعة القراءة,
    لقراءة المقال كاملا
  `),
  tr: phrases(`
    abonelere ozel, abonelere ozeldir, zaten abone misiniz, abone misiniz, devamini okumak icin,
    okumaya devam etmek icin, haberin tamamini okumak icin, yazinin tamamini okumak icin, tamamini
    okumak icin, sinirsiz okuyun, abonelik satin al
  `),
  cs: phrases(`
    pouze pro predplatitele, jen pro predplatitele, jiz uz mate jiz predplatne, pro precteni celeho
    clanku, pro pokracovani ve cteni, chcete cist dal, chcete cist dale, cely clanek si prectete,
    dostupne predplatitelum, poridte si predplatne, kupte si predplatne, koupit predplatne, ziskat
    predplatne, zakoupit predplatne, ctete bez omezeni, odemknout clanek, odemknete si, zbyva vam
    precist
  `),
  fa: phrases("ویژه مشترکان, برای خواندن ادامه مطلب, برای ادامه مطالعه"),
  hi: phrases("पूरी खबर पढ़ने के लिए, आगे पढ़ने के लिए"),
};
