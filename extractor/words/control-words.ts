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
  pl: phrases("posluchaj artykulu, odsluchaj artykul, posluchaj, sluchaj artykulu"),
  uk: phrases("слухати статтю, прослухати, слухати, озвучити"),
  ru: phrases("слушать статью, прослушать, слушать, прослушать новость"),
  tr: phrases("haberi dinle, dinle, makaleyi dinle"),
  da: phrases("lyt til artiklen, lyt, hor artiklen"),
  sv: phrases("lyssna pa artikeln, lyssna, las upp"),
  no: phrases("lytt til saken, lytt, hor artikkelen"),
  fi: phrases("kuuntele juttu, kuuntele, kuuntele artikkeli"),
  ja: phrases("この記事を聴く, 音声で聴く, 記事を聞く, 読み上げ"),
  zh: phrases("收听本文, 听全文, 收听, 朗读, 語音播報"),
  ko: phrases("기사 듣기, 듣기, 음성으로 듣기, 본문 듣기"),
  ar: phrases("استمع إلى المقال, استمع للمقال, استمع"),
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
  ja: phrases("読み込み中, ロード中"),
  zh: phrases("加载中, 正在加载, 載入中"),
  ko: phrases("로딩중, 불러오는 중"),
  ar: phrases("جار التحميل, جاري التحميل"),
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
    reklama, reklamy, sponsorowane, artykul sponsorowany, dalsza czesc artykulu pod materialem wideo,
    dalsza czesc tekstu pod, material promocyjny
  `),
  uk: phrases("реклама, рекламa, спонсорський матеріал, на правах реклами, партнерський матеріал"),
  ru: phrases("реклама, на правах рекламы, спонсорский материал, партнерский материал"),
  tr: phrases("reklam, ilan, sponsorlu"),
  da: phrases("annonce, annoncer, artiklen fortsaetter efter annoncen"),
  sv: phrases("annons, annonser, artikeln fortsatter under annonsen"),
  no: phrases("annonse, annonser, artikkelen fortsetter under annonsen"),
  fi: phrases("mainos, juttu jatkuu mainoksen jalkeen, artikkeli jatkuu mainoksen alla"),
  cs: phrases("reklama, inzerce"),
  hu: phrases("hirdetes"),
  el: phrases("διαφημιση"),
  ja: phrases("広告, スポンサーリンク, スポンサードリンク, pr, advertisement"),
  zh: phrases("广告, 廣告, 赞助内容, 推广"),
  ko: phrases("광고, ad"),
  ar: phrases("إعلان, اعلان, إعلانات"),
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
    pobierz, kontakt
  `),
  uk: phrases(`
    вгору, нагору, назад, головна, меню, закрити, далі, попередня, наступна, зміст, пошук, увійти, вхід,
    реєстрація, збільшити, завантажити, контакти
  `),
  ru: phrases(`
    наверх, вверх, назад, главная, меню, закрыть, далее, вперед, предыдущая, следующая, содержание,
    оглавление, поиск, найти, войти, вход, регистрация, увеличить, скачать, контакты, вы здесь
  `),
  tr: phrases(`
    basa don, yukari, geri, ana sayfa, anasayfa, menu, kapat, sonraki, onceki, icindekiler, ara,
    giris yap, uye ol, buyut, indir, iletisim
  `),
  sv: phrases(`
    till toppen, tillbaka, hem, meny, stang, nasta, foregaende, innehall, sok, logga in, forstora,
    ladda ner, kontakt
  `),
  da: phrases("til toppen, tilbage, forside, menu, luk, naeste, forrige, indhold, sog, log ind, kontakt"),
  no: phrases("til toppen, tilbake, hjem, meny, lukk, neste, forrige, innhold, sok, logg inn, kontakt"),
  fi: phrases(`
    takaisin ylos, takaisin, etusivu, valikko, sulje, seuraava, edellinen, sisalto, haku, hae, kirjaudu,
    yhteystiedot
  `),
  cs: phrases("nahoru, zpet, domu, menu, zavrit, dalsi, predchozi, obsah, hledat, prihlasit, kontakt"),
  ja: phrases(`
    トップへ戻る, ページトップへ, ページの先頭へ, 戻る, ホーム, メニュー, 閉じる, 次へ, 前へ, 目次, 検索, ログイン, 会員登録, 拡大する, 拡大画像を見る, 画像を見る,
    ダウンロード, お問い合わせ, トップページ
  `),
  zh: phrases(`
    返回顶部, 回到顶部, 回到頂部, 返回, 首页, 首頁, 菜单, 选单, 关闭, 關閉, 下一页, 上一页, 下一頁, 上一頁, 目录, 目錄, 搜索, 搜尋, 登录, 登錄, 登入, 注册, 註冊,
    放大, 下载, 下載, 联系我们, 当前位置
  `),
  ko: phrases(
    "맨위로, 위로, 뒤로, 홈, 메뉴, 닫기, 다음, 이전, 목차, 검색, 로그인, 회원가입, 확대, 이미지 확대, 다운로드, 목록, 본문 바로가기",
  ),
  ar: phrases(
    "العودة إلى الأعلى, الرئيسية, القائمة, إغلاق, التالي, السابق, المحتويات, بحث, تسجيل الدخول, اتصل بنا",
  ),
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
  pl: phrases("uzywa plikow cookie, korzysta z plikow cookies, plikow cookies, pliki cookies"),
  uk: phrases("використовує файли cookie, файли cookie"),
  ru: phrases("использует файлы cookie, файлы cookie, используем cookie"),
  sv: phrases("anvander cookies, anvander kakor"),
  ja: phrases("クッキーを使用, cookieを使用, クッキー（cookie）"),
  zh: phrases("使用cookie, 使用 cookie"),
  ar: phrases("ملفات تعريف الارتباط"),
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
    get unlimited access, subscribe for unlimited access
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
    assine para ler, assine ja, ja e subscritor, artigo exclusivo
  `),
  nl: phrases(`
    al abonnee, alleen voor abonnees, om verder te lezen, exclusief voor abonnees, neem een abonnement,
    lees direct verder, om dit artikel te lezen, wil je verder lezen, alleen voor leden
  `),
  pl: phrases(`
    masz juz subskrypcje, tylko dla subskrybentow, artykul dostepny tylko dla, aby czytac dalej,
    pozostalo _ artykulu
  `),
  sv: phrases("redan prenumerant, for prenumeranter, endast for prenumeranter"),
  da: phrases("allerede abonnent, kun for abonnenter"),
  no: phrases("allerede abonnent, kun for abonnenter, for abonnenter"),
  fi: phrases("oletko jo tilaaja, vain tilaajille, tilaajille"),
  uk: phrases("лише для передплатників, тільки для передплатників"),
  ru: phrases("только для подписчиков, уже подписаны"),
  ja: phrases("有料会員限定, 会員限定, 残り, 続きを読むには, この記事は有料"),
  zh: phrases("会员专享, 付费阅读, 登录后阅读, 剩余内容"),
  ko: phrases("유료회원, 회원 전용"),
  ar: phrases("للمشتركين فقط"),
};
