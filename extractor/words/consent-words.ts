import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

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
    support our journalism, support quality journalism, good journalism costs, support independent local journalism, support local journalism, support our newsroom, support our reporting
  `),
  de: phrases(`
    bereits abonnent, sie sind bereits abonnent, schon abonnent, sie haben bereits ein abo,
    jetzt weiterlesen, weiterlesen mit, um weiterzulesen, exklusiv fur abonnenten, nur fur abonnenten,
    dieser artikel ist nur fur, dieser inhalt ist nur fur, artikel freischalten, kostenlos testen,
    probeabo, jetzt registrieren und weiterlesen, sofort weiterlesen, direkt weiterlesen,
    nur fur abonnentinnen, mit einem abo weiterlesen, unterstutzen sie unabhangigen, unterstutzen sie unseren journalismus, unterstutzen sie unsere arbeit, unterstutze unabhangigen journalismus, unterstutze unseren journalismus
  `),
  fr: phrases(`
    deja abonne, reserve aux abonnes, article reserve aux abonnes, il vous reste _ a lire,
    abonnez-vous pour lire, pour lire la suite, la suite est reservee, reservee aux abonnes,
    deja abonnee, reserve a nos abonnes, reservee a nos abonnes, soutenez une presse, soutenez un journalisme, soutenez le journalisme, soutenez notre journalisme, soutenez l'information independante, soutenez notre redaction
  `),
  es: phrases(`
    ya eres suscriptor, solo para suscriptores, exclusivo para suscriptores, contenido exclusivo,
    para seguir leyendo, suscribete para seguir leyendo, hazte suscriptor, para suscriptores,
    suscribete para leer, hazte socio para, contenido para suscriptores, ya eres socio, apoya el periodismo, apoya nuestro periodismo, apoye el periodismo, apoya el trabajo de esta redaccion, ayudanos a seguir contando
  `),
  it: phrases(`
    sei gia abbonato, gia abbonato, riservato agli abbonati, contenuto riservato, abbonati per leggere,
    per continuare a leggere, per leggere l'articolo completo, per leggere tutti gli articoli,
    abbonati per continuare, hai gia un abbonamento, sostieni il giornalismo, sostieni il nostro giornalismo, sostieni il nostro lavoro, sostieni la nostra redazione
  `),
  pt: phrases(`
    ja e assinante, exclusivo para assinantes, conteudo exclusivo, assine para continuar lendo,
    torne-se assinante, para continuar a ler, para continuar lendo, limite de materias gratuitas,
    assine para ler, assine ja, ja e subscritor, artigo exclusivo, assine e continue lendo, apoie o jornalismo, apoie o nosso jornalismo, apoie o nosso trabalho, apoia o jornalismo
  `),
  nl: phrases(`
    al abonnee, alleen voor abonnees, om verder te lezen, exclusief voor abonnees, neem een abonnement,
    lees direct verder, om dit artikel te lezen, wil je verder lezen, alleen voor leden, steun onafhankelijke, steun onze journalistiek, steun onze redactie, steun lokale journalistiek
  `),
  pl: phrases(`
    masz juz subskrypcje, tylko dla subskrybentow, artykul dostepny tylko dla, aby czytac dalej,
    pozostalo _ artykulu, masz juz prenumerate, masz juz konto, juz prenumerujesz, dostepny tylko
    dla prenumeratorow, dostepne tylko dla prenumeratorow, tylko dla prenumeratorow, dostepny tylko
    dla subskrybentow, artykul dostepny dla, dostepny dla prenumeratorow, wykup dostep, wykup
    subskrypcje, wykup prenumerate, kup dostep, kup prenumerate, kup subskrypcje, kup pelny dostep,
    czytaj bez ograniczen, pozostalo do przeczytania, zaloguj sie i czytaj, zaloguj sie aby czytac,
    chcesz czytac dalej, czytaj dalej w abonamencie, aby przeczytac caly artykul, pozostalo _
    tresci, pozostalo _ tekstu, pozostalo jeszcze _ tresci, pozostalo jeszcze _ artykulu, wspieraj niezalezne dziennikarstwo, wesprzyj niezalezne dziennikarstwo, wspieraj nasze dziennikarstwo, wesprzyj nasza redakcje
  `),
  sv: phrases(`
    redan prenumerant, for prenumeranter, endast for prenumeranter, for dig som ar prenumerant, bara
    for prenumeranter, ar du redan prenumerant, logga in for att lasa, for att lasa hela artikeln,
    las hela artikeln som prenumerant, for att fortsatta lasa, for att lasa vidare, fortsatt lasa
    med, las vidare med, bli prenumerant, prova en manad, prova forsta manaden, kop prenumeration,
    lasta artiklar, exklusivt for prenumeranter, med abonnemang, stod oberoende, stod var journalistik, stod lokaljournalistiken
  `),
  da: phrases(`
    allerede abonnent, kun for abonnenter, er du allerede abonnent, er du abonnent, forbeholdt
    abonnenter, log ind for at laese, for at laese hele artiklen, for at laese videre, laes videre
    med, fortsaet med at laese, fa adgang til hele artiklen, bliv abonnent, prov en maned, prov
    forste maned, proev en maned, kob abonnement, kraever abonnement, stot uafhaengig journalistik, stot vores journalistik
  `),
  no: phrases(`
    allerede abonnent, kun for abonnenter, for abonnenter, denne saken er for abonnenter, denne
    artikkelen er for abonnenter, er du allerede abonnent, er du abonnent, forbeholdt abonnenter,
    logg inn for a lese, for a lese hele saken, for a lese hele artikkelen, for a lese videre, les
    videre med, les hele saken med, bli abonnent, prov en maned, kjop abonnement, kjop tilgang, du
    ma vaere abonnent, stott uavhengig journalistikk, stott var journalistikk
  `),
  fi: phrases(`
    tilaajille, oletko vain tilaajille, tilaajille avoin, oletko tilaaja, kirjaudu sisaan
    lukeaksesi, kirjaudu lukeaksesi, lukeaksesi koko jutun, lukeaksesi koko artikkelin, jatka
    lukemista, lue koko juttu tilaajana, tilaa ja lue, tilaa nyt, kokeile kuukausi, tutustu
    tilausvaihtoehtoihin, tilaamalla saat, tue riippumatonta journalismia, tue journalismiamme
  `),
  uk: phrases(`
    лише для передплатників, тільки для передплатників, доступний лише для передплатників, доступний
    доступно вже маєте передплату, вже є передплата, вже передплатник, щоб читати далі, щоб
    прочитати повністю, оформіть передплату, оформити передплату, станьте передплатником, читайте
    без обмежень, читайте без реклами, доступний передплатникам, підтримайте незалежну журналістику, підтримай незалежну журналістику, підтримайте нашу редакцію, підтримайте незалежне медіа
  `),
  ru: phrases(`
    только для подписчиков, уже подписаны, доступен доступно доступен только для подписчиков,
    доступно только для подписчиков, уже есть подписка, уже подписчик, чтобы читать дальше, чтобы
    прочитать полностью, чтобы дочитать, оформите подписку, оформить подписку, купить подписку,
    читайте без ограничений, читайте без рекламы, доступно по подписке, доступна только подписчикам,
    доступны только подписчикам, поддержите независимую журналистику, поддержите нашу редакцию, поддержите независимое издание, поддержите нашу журналистику
  `),
  ja: phrases(`
    有料会員限定, 会員限定, 続きを読むには, この記事は有料, 残り*文字, 残り*字, 文字(全文, 文字 (全文, 有料会員限定記事, 会員限定記事, 有料記事, この記事は会員,
    この記事は有料会員, 続きをお読み, 続きをご覧, 続きは会員, ログインして続きを読む, ログインすると続き, 会員登録すると, 会員登録で続き, 購読者限定, 有料プラン, ジャーナリズムをご支援ください, ジャーナリズムを支援してください, 報道をご支援ください
  `),
  zh: phrases(`
    会员专享, 付费阅读, 登录后阅读, 剩余内容, 會員專享, 會員限定, 付費閱讀, 登入後閱讀, 剩餘內容, 付费内容, 付費內容, 解锁全文, 解鎖全文, 订阅后可, 訂閱後可, 试读结束,
    登录查看全文, 登录后可查看, 成為訂戶, 本文为付费, 本文為訂閱, 支持独立的地方新闻, 支持独立新闻, 支持独立媒体, 支持獨立媒體, 支持獨立新聞
  `),
  ko: phrases(`
    유료회원, 회원 전용, 유료 회원, 구독자 전용, 프리미엄 회원, 이 기사는 유료, 로그인 후 이용, 로그인하시면, 전체 기사를 보려면, 계속 읽으려면, 기사 전문을 보려면,
    회원가입 후 이용, 언론을 후원해 주세요, 언론을 후원해주세요, 독립 언론을 후원, 저널리즘을 후원
  `),
  ar: phrases(`
    للمشتركين فقط, هذا المحتوى للمشتركين, محتوى للمشتركين, المحتوى مخصص للمشتركين, اشترك لقراءة,
    اشترك للقراءة, اشترك لمتابعة القراءة, سجل الدخول لقراءة, سجّل الدخول لمتابعة, لمتابعة القراءة,
    لقراءة المقال كاملا, ادعم الصحافة المحلية, ادعم الصحافة المستقلة, ادعموا الصحافة المستقلة, ادعم صحافتنا
  `),
  tr: phrases(`
    abonelere ozel, abonelere ozeldir, zaten abone misiniz, abone misiniz, devamini okumak icin,
    okumaya devam etmek icin, haberin tamamini okumak icin, yazinin tamamini okumak icin, tamamini
    okumak icin, sinirsiz okuyun, abonelik satin al, gazeteciligi destekleyin, gazetecilige destek olun, haberin devami icin abone, devami icin abone olun
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
