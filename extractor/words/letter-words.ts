import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Names of what is sent, with the word that makes it ours or yours. Strong enough anywhere in a short paragraph. */
export const LETTER_WORDS: WordList = {
  en: phrases(`
    our newsletter, our free newsletter, our weekly newsletter, our daily newsletter,
    our free weekly newsletter, our newsletters, our mailing list, our email list,
    delivered to your inbox, straight to your inbox, directly to your inbox, in your inbox,
    your email address, our youtube channel, our telegram channel, our whatsapp channel, follow us on,
    follow me on, like us on facebook, sign up for our, sign up for the, sign up to our,
    subscribe to our
  `),
  de: phrases(`
    unseren newsletter, unserem newsletter, unserer newsletter, unser newsletter, meinen newsletter,
    den kostenlosen newsletter, newsletter abonnieren, in ihr postfach, in dein postfach,
    ihre e-mail-adresse, deine e-mail-adresse, unserem whatsapp-kanal, unseren whatsapp-kanal,
    unserem telegram-kanal, unsere app, unserer app, unseren whatsapp-channel
  `),
  fr: phrases(`
    notre newsletter, nos newsletters, notre lettre d'information, votre boite mail,
    votre adresse e-mail, votre adresse email, notre infolettre, notre chaine whatsapp,
    notre canal whatsapp, notre application
  `),
  es: phrases(`
    nuestro boletin, nuestra newsletter, nuestro newsletter, tu correo electronico, nuestro canal de,
    nuestra app
  `),
  it: phrases(`
    la nostra newsletter, alla nostra newsletter, il tuo indirizzo email, il nostro canale,
    nostro canale, la nostra app
  `),
  pt: phrases("nossa newsletter, nosso boletim, seu e-mail, nosso canal, nosso grupo, nossa app, nosso app"),
  nl: phrases(`
    onze nieuwsbrief, onze nieuwsbrieven, je inbox, ons whatsappkanaal, ons whatsapp-kanaal, onze app
  `),
  pl: phrases(`
    nasz newsletter, naszego newslettera, twoj adres e-mail, naszym profilu, do newslettera,
    subskrybuj newsletter, zapisz sie na nasz, swoj adres e-mail, na twoja skrzynke
  `),
  uk: phrases(`
    нашу розсилку, наш telegram, наш телеграм, нашому telegram, наш канал, на нашу розсилку, ваш
    e-mail, ваш email, нашу сторінку, наш додаток
  `),
  ru: phrases(`
    нашу рассылку, наш telegram, наш телеграм, нашем telegram, наш канал, на нашу рассылку, ваш
    e-mail, ваш email, на наш канал, наше приложение
  `),
  tr: phrases(`
    bultenimize, e-posta adresiniz, kanalimiza, e-bultenimize, e-posta adresinizi, whatsapp
    kanalimiz*, telegram kanalimiz*, uygulamamizi
  `),
  da: phrases("vores nyhedsbrev, vores nyhedsbreve, din indbakke, din e-mail, din mail, vores app"),
  sv: phrases("vart nyhetsbrev, vara nyhetsbrev, din inkorg, din e-post, din mejl, var app"),
  no: phrases("vart nyhetsbrev, vare nyhetsbrev, din e-post, var app"),
  fi: phrases("uutiskirjeemme, uutiskirjeen, sahkopostiisi, sovelluksemme"),
  cs: phrases("nas newsletter, naseho newsletteru, svuj e-mail, vas e-mail, nasi aplikaci"),
  ja: phrases(`
    メルマガ登録, メールマガジン登録, チャンネル登録, メルマガに登録, 友だち追加して, 友だち追加は, 友だち登録して, 最新情報をお届けし, 最新ニュースをメールでお届け,
    フォローしてください, フォローをお願い, フォローお願い, いいね!しよう, アプリをダウンロード, lineで読む, ランキングに参加しています, 応援お願いします
  `),
  zh: phrases(`
    关注公众号, 微信公众号, 扫码关注, 扫描二维码, 訂閱電子報, 加入line, line好友, 用app看新聞, 點我下載app, 下载客户端, 新聞不漏接, 点个“在看”, 立即訂閱,
    立即订阅, youtube頻道, 即睇
  `),
  ko: phrases(`
    뉴스레터 구독, 채널 추가, 카카오톡 채널을 추가, 채널을 추가하, 구독하세요, 구독해 주세요, 구독해주세요, 받아보세요, 제보를 기다립니다, 친구 추가하, 뉴스레터 구독 신청,
    응원해 주세요
  `),
  ar: phrases(`
    نشرتنا, النشرة البريدية, قناتنا, قناتنا على, تابعونا على, تابعونا عبر, تابعنا على,
    تابعوا آخر أخبارنا, في بريدك, عبر قناة واتساب, على قناتنا, حمل تطبيق, صفحتنا على, جوجل نيوز,
    للاشتراك في خدمة, اضغط هنا للاشتراك, غوغل نيوز, قوقل نيوز, أخبار جوجل
  `),
  fa: phrases("ما را در تلگرام, ما را دنبال کنید, کانال ما"),
  hi: phrases("हमारे व्हाट्सएप चैनल, हमें फॉलो करें, चैनल से जुड़ें"),
};
