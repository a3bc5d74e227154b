import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Requests to sign up: a verb that speaks to the reader, or a promise of mail. */
export const SIGN_UP_WORDS: WordList = {
  en: phrases(`
    sign up for, sign up to, sign up now, sign up here, sign up below, sign up today,
    sign up with your email, signup for, subscribe to our, subscribe to the, subscribe to get,
    subscribe now, subscribe today, subscribe here, subscribe for, subscribe via, subscribe by email,
    subscribe on youtube, join our newsletter, join our mailing list, join our email list,
    join the mailing list, join the newsletter, join our telegram, join our whatsapp, get our newsletter,
    get the newsletter, get our free newsletter, get the latest news, get the latest, get updates,
    get email updates, get daily, newsletter signup, newsletter sign-up, newsletter sign up,
    delivered to your inbox, delivered straight to your inbox, delivered directly to your inbox,
    in your inbox, to your inbox, straight to your inbox, into your inbox, your email address,
    enter your email, unsubscribe at any time, unsubscribe anytime, follow us on, follow me on,
    follow our, like us on facebook, find us on, download our app, download the app,
    turn on notifications, enable notifications, stay up to date, stay informed, stay in the loop,
    stay updated, thanks for subscribing, thank you for subscribing, you have successfully subscribed,
    support our work, support our journalism, become a member, become a patron, make a donation,
    donate today, donate now, never miss, get breaking news, get the day's, get today's,
    get all the latest, get latest updates, join us on, join our community, click here to join,
    click here to follow, make us a preferred, add us as a preferred, add us on, join _ on whatsapp,
    join _ on telegram, follow _ on google news, follow _ on whatsapp, follow _ on facebook,
    follow _ on instagram, get breaking news alerts, if you enjoyed this, if you liked this, if you like this, if you like the story, clap and follow, did you make this, tag us on, tag me on, wherever you get your podcasts, wherever you listen to podcasts, subscribe to _ on apple, subscribe to _ on spotify, consider supporting me, consider supporting us, support me on, support us on, buy me a coffee
  `),
  de: phrases(`
    newsletter abonnieren, abonnieren sie, abonniere, abonniert unseren, jetzt abonnieren,
    jetzt anmelden, melden sie sich, melde dich, melde dich an, zum newsletter, unseren newsletter,
    unser newsletter, unserem newsletter, unserer newsletter, den newsletter, newsletter anmelden,
    newsletter-anmeldung, newsletter bestellen, kostenloser newsletter, per e-mail, in ihr postfach,
    in dein postfach, ihre e-mail-adresse, deine e-mail-adresse, folgen sie uns, folge uns, folgt uns,
    auf dem laufenden, nichts mehr verpassen, keine neuigkeiten, kein artikel mehr verpassen,
    jederzeit abmelden, jederzeit abbestellen, jetzt unterstutzen, unterstutzen sie uns, unterstutze uns,
    jetzt spenden, werden sie mitglied, werde mitglied, push-nachrichten, whatsapp-kanal, telegram-kanal,
    zum whatsapp-channel, unsere app, jetzt probelesen, jetzt testen, folgen sie,
    unsere app herunterladen, laden sie unsere app, bei google news folgen, immer informiert,
    das wichtigste aus, taglich das wichtigste, nichts verpassen, folgen sie _ auf whatsapp,
    folgen sie _ auf google, hat dir der artikel gefallen, hat ihnen der artikel gefallen, hat dir dieser, wenn dir der artikel, uberall wo es podcasts gibt, uberall, wo es podcasts gibt, abonniert den podcast
  `),
  fr: phrases(`
    inscrivez-vous, abonnez-vous, s'abonner a, s'inscrire a, recevez, recevoir notre newsletter,
    notre newsletter, notre lettre d'information, nos newsletters, votre adresse e-mail,
    votre adresse email, votre boite mail, suivez-nous, rejoignez-nous, desinscription, je m'abonne,
    je m'inscris, soutenez-nous, faire un don, telechargez l'application, inscrivez-vous gratuitement,
    retrouvez-nous sur, suivez toute l'actualite, suivez l'actualite, suivez nos,
    telechargez gratuitement, telechargez notre application, telechargez notre appli, rejoignez notre,
    ne manquez rien, ne ratez rien, ajoutez _ a vos sources, suivez _ sur whatsapp, suivez _ sur google,
    suivez _ sur facebook, retrouvez _ sur whatsapp, retrouvez _ sur google, si vous avez aime cet article, si cet article vous a plu, sur toutes les plateformes de podcast, sur vos plateformes de podcast
  `),
  es: phrases(`
    suscribete, suscribase, suscribirse, suscripcion a, registrate, recibe en tu correo, recibe las,
    recibe nuestro, nuestro boletin, nuestra newsletter, nuestro newsletter, tu correo electronico,
    siguenos en, sigue nuestro, unete a nuestro, unete al canal, descarga la app, apuntate,
    sigue toda la actualidad, sigue las noticias, siganos en, descargate, descarga nuestra,
    descarga gratis, registrate gratis, recibe cada, recibe gratis, recibe todas, recibe en, unete al,
    unete gratis, en tu correo, suscribete a, sigue a _ en google, sigue a _ en whatsapp,
    siga a _ en google, si te ha gustado, si te gusto, donde escuches tus podcasts, en tu plataforma de podcasts, sigue toda la informacion
  `),
  it: phrases(`
    iscriviti, iscrivetevi, abbonati, ricevi, la nostra newsletter, alla newsletter,
    il tuo indirizzo email, la tua email, seguici su, segui la pagina, unisciti al canale, scarica l'app,
    sostienici, resta aggiornato, rimani aggiornato, resta sempre aggiornato, scarica la nostra app,
    scarica la app, scarica gratis, inserisci la tua email, entra nel nostro canale, seguici,
    unisciti al nostro, segui _ su whatsapp, segui _ su google, segui _ su telegram, segui _ su facebook,
    segui _ su instagram, se ti e piaciuto, se vi e piaciuto, su tutte le piattaforme di podcast
  `),
  pt: phrases(`
    inscreva-se, assine a, assine nossa, assine agora, subscreva, cadastre-se, receba, nossa newsletter,
    nosso boletim, seu e-mail, seu email, siga-nos, siga o, siga a gente, entre no grupo, entre no canal,
    participe do canal, baixe o app, junte-se ao, descarregue a, clique aqui e entre, clique aqui e siga,
    faca parte do, entre no nosso, baixe nosso app, baixe o aplicativo, insira o seu e-mail,
    fique por dentro, subscreva a, assine gratuitamente, cadastre-se e, siga _ no google,
    siga _ no whatsapp, siga _ no instagram, acompanhe _ no whatsapp, acompanhe _ no google,
    cadastre-se e receba, se gostou deste, se voce gostou, se gostaste, onde costuma ouvir podcasts, nas plataformas de podcast, descarregue a nossa
  `),
  nl: phrases(`
    schrijf je in, schrijf u in, abonneer je, abonneer u, meld je aan, meld u aan, onze nieuwsbrief,
    de nieuwsbrief, nieuwsbrief ontvangen, je e-mailadres, uw e-mailadres, in je inbox, volg ons,
    blijf op de hoogte, word abonnee, word lid, ontvang elke, ontvang dagelijks, ontvang het, ontvang de,
    download onze app, download de app, schrijf je hier in, word lid van ons, mis niets,
    wil je niets missen, volg _ op google, volg _ op whatsapp, volg _ via whatsapp, volg _ op instagram,
    volg _ op facebook, vond je dit artikel, vond je dit leuk, waar je je podcasts luistert
  `),
  pl: phrases(`
    zapisz sie, zasubskrybuj, subskrybuj, nasz newsletter, naszego newslettera, newslettera, twoj
    adres e-mail, twoj e-mail, obserwuj nas, dolacz do nas, polub nas, badz na biezaco, pobierz
    aplikacje, wesprzyj nas, zapisz sie na, zapisz sie do, zapisz sie teraz, podaj adres e-mail,
    podaj swoj adres, podaj swoj e-mail, wpisz adres e-mail, wpisz swoj e-mail, na twoja skrzynke,
    na swoja skrzynke, prosto na skrzynke, na swojego maila, zamow newsletter, odbieraj newsletter,
    sledz nas, obserwuj nasz, dolacz do naszego, dolacz do grupy, dolacz do kanalu, jestesmy na
    google news, jestesmy tez na, znajdziesz nas, polub nasz profil, polub nasza strone, zainstaluj
    aplikacje, pobierz nasza aplikacje, wlacz powiadomienia, wyrazam zgode, administratorem danych,
    administratorem twoich danych, wspieraj nas, postaw nam kawe, obserwuj _ w google news, obserwuj
    _ na facebooku, obserwuj _ na instagramie, obserwuj _ na whatsappie, sledz _ na whatsappie, jesli podobal ci sie, jesli spodobal ci sie, podobal ci sie artykul, spodobal ci sie
  `),
  uk: phrases(`
    підпишіться, підписуйтесь, підписуйтеся, підписатися на, підписатись на, підпишись,
    приєднуйтесь, приєднуйтеся, читайте нас у, читайте нас в, наш telegram, наш телеграм, наш канал,
    нашу розсилку, стежте за нами, слідкуйте за, долучайтесь, підтримайте нас, задонатити,
    підписуйся, підписуйся на, ваш e-mail, ваш email, ваша електронна адреса, ваша електронна пошта,
    вашу пошту, введіть e-mail, введіть email, введіть вашу електронну, завантажте наш, завантажте
    додаток, завантажте застосунок, встановіть додаток, шукайте нас, ми в telegram, ми у telegram,
    ми в соцмережах, ми в facebook, ми у facebook, читайте у telegram, дізнавайтеся першими, будьте
    в курсі, увімкніть сповіщення, увімкнути сповіщення, стежте за новинами, слідкуйте за новинами,
    долучайтеся, долучайтесь до, підтримати нас, підтримайте, отримуйте найважливіші, отримуйте
    новини, отримуйте свіжі, стежте за оновленнями, якщо вам сподобалась, якщо вам сподобався, сподобалась стаття
  `),
  ru: phrases(`
    подпишитесь, подписывайтесь, подписаться на, подпишись, присоединяйтесь, читайте нас в, наш
    telegram, наш телеграм, наш канал, нашу рассылку, следите за нами, вступайте в, поддержите нас,
    ваш e-mail, ваш email, подписывайся, подписывайся на, подписка на рассылку, введите e-mail,
    введите email, введите ваш e-mail, введите адрес, ваша почта, ваш адрес электронной почты, ваша
    электронная почта, скачайте наше, скачайте приложение, скачивайте наше, установите приложение,
    установите наше, ищите нас, мы в telegram, мы в телеграме, мы вконтакте, мы в соцсетях, добавьте
    нас, добавляйте нас, читайте в telegram, узнавайте первыми, будьте в курсе, включите
    уведомления, включить уведомления, нажимая на кнопку, нажимая кнопку, я согласен на обработку,
    даю согласие на обработку, поддержать нас, поддержите, получайте самые, получайте главные,
    получайте новости, получайте лучшие, следите за новостями, следите за обновлениями, если вам понравилась, если вам понравился, понравилась статья, понравился материал
  `),
  tr: phrases(`
    abone ol, abone olun, bultenimize, e-bulten, e-posta adresiniz, bizi takip edin, kayit olun, uye
    olun, bultenimize abone ol, bulten aboneligi, bultene kayit, bultene kaydol, bultene abone,
    kaydolun, kaydol, abone olmak icin, e-posta adresinizi, e-postanizi girin, e-postanizda, e-posta
    kutunuza, gelen kutunuza, uygulamamizi indirin, mobil uygulamamizi, uygulamayi indir, uygulamayi
    indirin, bizi google haberlerde, bizi google haberler'de, google news'te takip, google
    haberler'de takip, bizi sosyal medyada, bizi twitter, bizi instagram, bizi facebook, kanalimiza
    katilin, kanalimiza abone, whatsapp kanalimiza, telegram kanalimiza, kanalimizi takip edin,
    takipte kalin, haberdar olun, bildirimleri acin, bildirimleri ac, bize destek olun, bu yaziyi begendiyseniz, yaziyi begendiyseniz
  `),
  da: phrases(`
    tilmeld dig, abonner pa, vores nyhedsbrev, nyhedsbrevet, din e-mail, folg os, bliv abonnent, fa
    nyhederne, tilmeld dig nyhedsbrevet, tilmeld nyhedsbrev, tilmeld dig her, skriv dig op, skriv
    dig op til, modtag nyheder, modtag vores, fa de vigtigste, fa nyheder, fa de seneste nyheder, i
    din indbakke, direkte i indbakken, direkte i din indbakke, indtast din e-mail, indtast e-mail,
    din e-mailadresse, din mailadresse, ved at tilmelde dig, ved tilmelding, hent vores app, hent
    appen, download vores app, download appen, folg med pa, find os pa, sla notifikationer til, hold
    dig opdateret, stot os, stot vores, folg _ pa facebook, folg _ pa instagram, folg _ pa whatsapp,
    folg _ pa twitter, folg _ pa google, hvis du kunne lide
  `),
  sv: phrases(`
    anmal dig, prenumerera pa, prenumerera, vart nyhetsbrev, vara nyhetsbrev, nyhetsbrevet, din
    e-post, folj oss, bli prenumerant, bli medlem, anmal dig till, skriv upp dig, skriv upp dig pa,
    fa de viktigaste, fa nyheterna, fa vara nyheter, fa senaste nytt, fa nyhetsbrevet, direkt i
    inkorgen, direkt i din inkorg, i din inkorg, i din mejl, till din mejl, ange din e-post, din
    e-postadress, din mejladress, ange e-postadress, genom att anmala dig, genom att prenumerera,
    genom att klicka, ladda ner var app, ladda ner appen, ladda hem appen, folj med pa, gilla oss,
    hitta oss pa, aktivera notiser, sla pa notiser, fa notiser, hall dig uppdaterad, swisha, folj _
    pa facebook, folj _ pa instagram, folj _ pa whatsapp, folj _ pa twitter, folj _ pa google, om du gillade, dar poddar finns
  `),
  no: phrases(`
    meld deg pa, abonner pa, abonner, vart nyhetsbrev, nyhetsbrevet, din e-post, folg oss, bli
    abonnent, fa nyhetsbrev, meld deg pa vart, meld deg pa nyhetsbrev, fa de viktigste, fa nyhetene,
    fa siste nytt, fa nyhetsbrevet, rett i innboksen, i innboksen, i innboksen din, legg inn e-post,
    skriv inn e-post, skriv inn din e-post, din e-postadresse, e-postadressen din, ved a melde deg
    pa, ved a abonnere, last ned appen, last ned var app, last ned appen var, folg med pa, lik oss,
    finn oss pa, sla pa varsler, fa varsler, hold deg oppdatert, stott oss, vipps oss, folg _ pa
    facebook, folg _ pa instagram, folg _ pa snapchat, folg _ pa twitter, folg _ pa google,
    registrer deg her, hvis du likte, der du horer podkast
  `),
  fi: phrases(`
    tilaa uutiskirje, tilaa uutiskirjeemme, uutiskirjeemme, uutiskirje, sahkopostiosoitteesi, seuraa
    meita, tilaa lehti, liity, tilaa uutiskirje tasta, tilaa maksuton uutiskirje, tilaa ilmainen
    uutiskirje, tilaa uutiskirjeet, uutiskirjeen tilaus, saat tarkeimmat, saat uusimmat, saat
    parhaat, suoraan sahkopostiisi, sahkopostiisi, syota sahkoposti, syota sahkopostiosoite, anna
    sahkopostiosoite, tilaamalla uutiskirjeen, tilaamalla hyvaksyt, hyvaksyn tietosuoja, lataa
    sovellus, lataa sovelluksemme, lataa appi, loydat meidat, ota ilmoitukset kayttoon, ota kayttoon
    ilmoitukset, pysy ajan tasalla, tykkaa meista, tue meita, seuraa _ facebookissa, seuraa _
    instagramissa, seuraa _ whatsappissa, seuraa _ twitterissa, saat uutiset ensimmaisena, jos pidit
  `),
  cs: phrases(`
    prihlaste se k odberu, odebirat newsletter, nas newsletter, odebirejte, sledujte nas, vas
    e-mail, prihlasit se k odberu, odebirejte nas, odber newsletteru, newsletter zdarma, prihlasit k
    newsletteru, zadejte svuj e-mail, zadejte svuj email, zadejte e-mail, vas email, do vasi
    schranky, do e-mailove schranky, primo do e-mailu, odeslanim souhlasite, odeslanim formulare,
    prihlasenim souhlasite, stahnete si nasi, stahnete si aplikaci, stahnete si mobilni, sledujte
    nas na, sledujte nas i na, pridejte se k nam, zapnete si upozorneni, zapnete si notifikace,
    zapnout upozorneni, podporte nas, zustante v obraze, budte v obraze, sledujte _ na facebooku,
    sledujte _ na instagramu
  `),
  hu: phrases("iratkozzon fel, iratkozz fel, hirlevelunk, kovessen minket, kovess minket"),
  el: phrases("εγγραφειτε, ακολουθηστε μας, στο newsletter, ακολουθηστε το, αν σας αρεσε"),
  ja: phrases(`
    メルマガ登録, チャンネル登録, フォローしてください, フォローお願いします, メルマガに登録, メルマガ会員, 最新情報をお届け, 最新ニュースをメールで, 最新記事をお届け,
    公式lineを友だち, lineで友だち, アプリをダウンロード, アプリのダウンロード, 公式アプリ, アプリで読む, 通知を受け取る, 公式チャンネル, フォローもお願い, フォローはこちら,
    いいね!しよう, この記事が気に入ったら, 無料会員登録はこちら, 会員登録はこちら, 定期購読はこちら, 購読はこちら, 購読のお申し込み, ご寄付のお願い, 編集部までお寄せ,
    メールマガジンに登録, メールマガジン登録, メールマガジンのご案内, ニュースレターに登録, ニュースレター登録, ニュースレターを購読, メルマガはこちら, メルマガのご登録, 会員登録する,
    会員登録して, 会員登録(無料), 会員登録で, 無料会員登録, 無料登録はこちら, 無料登録する, 友だち追加する, 友だち追加して, 友だち追加はこちら, 友だち追加で, 友だち登録して,
    友達追加はこちら, フォローしてね, フォローして最新, フォローする, ランキングに参加しています, クリックで応援, 最後までお読みいただき, 最後まで読んでいただき
  `),
  zh: phrases(`
    关注我们, 關注我們, 关注公众号, 扫码关注, 扫描二维码, 下载app, 下載app, 長按二維碼, 欢迎关注, 歡迎關注, 请关注, 更多内容请关注, 更多精彩内容请关注, 扫描下方二维码,
    扫描上方二维码, 长按二维码, 长按识别, 掃描 qr, 下载客户端, 打开app, 打開app, 點我下載app, 下載本報app, 用app看新聞, 加入line, 加line好友, 追蹤我們,
    追蹤粉絲團, 按讚加入, 加入粉絲團, 訂閱電子報, 免費訂閱, 免费订阅, 點我訂閱, 订阅我们, 支持我们, 贊助我們, 点个“在看”, 点个在看, 点亮在看, 点赞关注, 点击上方,
    点击下方, 订阅本刊, 订阅本站, 订阅频道, 订阅邮件, 订阅电子报, 订阅新闻, 我要订阅, 立即订阅, 订阅通讯, 訂閱本刊, 訂閱頻道, 訂閱我們, 訂閱新聞, 我要訂閱, 立即訂閱,
    微信扫一扫, 扫一扫关注, 扫一扫下载, 电子报订阅, 電子報訂閱, 加入会员即可, 加入會員即可, 关注微信公众号, 微信公众号:, 如果你喜欢这篇, 如果您喜欢这篇, 如果你喜歡這篇, 下载我们的, 下載我們的
  `),
  ko: phrases(`
    구독하기, 구독신청, 채널 추가, 카카오톡 채널, 뉴스레터 구독, 채널을 추가, 채널 구독, 구독하세요, 구독해 주세요, 구독해주세요, 앱을 다운로드, 앱 다운로드,
    앱에서 보기, 네이버에서 구독, 네이버 채널 구독, 유튜브 구독, 카카오톡에서, 텔레그램에서, 친구 추가, 제보하기, 제보를 기다립니다, 제보를 받습니다, 후원하기,
    정기구독 신청, 알림 받기, 뉴스레터 신청, 뉴스레터 받기, 회원가입 하기, 회원가입하고, 회원가입 후, 팔로우하기, 팔로우하세요, 팔로우 해주세요, 끝까지 읽어 주셔서, 끝까지 읽어주셔서
  `),
  ar: phrases(`
    اشترك في, اشترك الآن, النشرة البريدية, نشرتنا, تابعونا, تابعنا على, بريدك الإلكتروني, قناتنا,
    اشترك بنشرتنا, اشترك في القناة, اشترك ليصلك, اشتراك في النشرة, سجل بريدك, أدخل بريدك, احصل على أهم,
    احصل على آخر, تابعوا حساباتنا, تابع قناتنا, تابعوا آخر أخبارنا, تابع آخر الأخبار, يمكنكم متابعة,
    لمتابعة آخر, لمتابعة أحدث, لمزيد من الأخبار تابعونا, انضم إلى قناتنا, انضم إلى قناة,
    انضم إلى مجموعتنا, انضم إلينا, انضموا إلينا, انضموا إلى قناتنا, اشتركوا في نشرتنا,
    اشتركوا في قناتنا, حمل تطبيق, حملوا تطبيق, قم بتحميل تطبيق, فعّل الإشعارات, فعل الإشعارات, ادعمنا,
    تبرع الآن, للاشتراك في, تابع أحدث, لمتابعة صفحتنا, تابعوا أخبار, إذا أعجبك المقال, إذا أعجبتك, حمل تطبيقنا
  `),
  fa: phrases(`
    در خبرنامه, عضویت در خبرنامه, ما را در تلگرام, ما را در اینستاگرام, ما را دنبال کنید, به کانال ما,
    به کانال تلگرام, عضو کانال, اپلیکیشن ما را
  `),
  hi: phrases(`
    व्हाट्सएप चैनल, न्यूज़लेटर, सब्सक्राइब करें, हमें फॉलो करें, फॉलो करें, हमारे चैनल,
    ऐप डाउनलोड करें, ताज़ा खबरों के लिए, ताजा खबरों के लिए, लेटेस्ट खबरों के लिए
  `),
};
