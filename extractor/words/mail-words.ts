import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What a sign-up is for: mail and channels. Beside a request to sign up they make it a newsletter prompt. */
export const MAIL_WORDS: WordList = {
  en: phrases(`
    newsletter*, inbox, mailing list, email alerts, e-mail alerts, daily briefing, email updates,
    morning briefing, our app, whatsapp channel, telegram channel, app store, google play, apple podcasts, podcasts, spotify, patreon,
    ko-fi, substack, follow me, instagram
  `),
  de: phrases(`
    newsletter*, postfach, e-mail-update*, briefing, unsere app, whatsapp-kanal, whatsapp-channel,
    telegram-kanal
  `),
  fr: phrases(`
    newsletter*, infolettre*, lettre d'information, boite mail, boite de reception, notre application,
    notre appli, chaine whatsapp
  `),
  es: phrases(`
    boletin, boletines, newsletter*, bandeja de entrada, correo electronico, nuestra app, tu correo,
    tu email, canal de whatsapp
  `),
  it: phrases(`
    newsletter*, casella di posta, tua email, tua casella, nostra app, canale whatsapp, canale telegram
  `),
  pt: phrases(`
    newsletter*, boletim, boletins, caixa de entrada, seu e-mail, seu email, nossa app, nosso app,
    o aplicativo, canal de telegram, nossa aplicacao, no telemovel
  `),
  nl: phrases("nieuwsbrief*, nieuwsbrieven, inbox, mailbox, onze app, whatsappkanaal, whatsapp-kanaal"),
  pl: phrases("newsletter*, skrzynk*, biuletyn*, adres e-mail, nasza aplikacj*, aplikacje"),
  uk: phrases("розсилк*, скриньк*, дайджест*, на пошту, e-mail, наш застосунок, наш додаток, застосунок"),
  ru: phrases("рассылк*, почту, дайджест*, на почту, e-mail, наше приложение, приложение"),
  tr: phrases("bulten*, e-bulten*, gelen kutu*, e-postaniz*, uygulamamiz*"),
  nordic: phrases(`
    nyhetsbrev*, nyhedsbrev*, uutiskirj*, inkorg*, indbakke*, innboks*, sahkopostiisi*, nyhedsmail*, var app, vores app, appen
  `),
  cs: phrases("newsletter*, do e-mailu, svuj e-mail, odber*"),
  hu: phrases("hirlevel*"),
  el: phrases("newsletter*, ενημερωτικο δελτιο"),
  ja: phrases("メルマガ, メールマガジン, ニュースレター, メール配信, 最新ニュースをメール, メールでお届け"),
  zh: phrases("邮件, 郵件, 电子报, 電子報, 邮箱, 通讯, 電郵, 客户端, 客戶端"),
  ko: phrases("뉴스레터, 이메일, 메일"),
  ar: phrases("النشرة, نشرتنا, بريدك, البريد الإلكتروني, بريدك الإلكتروني, تطبيقنا"),
  fa: phrases("خبرنامه, ایمیل"),
  hi: phrases("न्यूज़लेटर, ईमेल"),
};

/** Links back from other sites, and the boxes they stand in. */
export const TRACKBACK_WORDS: WordList = {
  en: phrases("trackback, trackbacks, trackback url, trackback uri, pingback, pingbacks"),
  de: phrases("trackback-url, trackback-adresse"),
  fr: phrases("retrolien, retroliens"),
  ja: phrases("トラックバック, トラックバックurl"),
  zh: phrases("引用通告, 引用地址"),
  ko: phrases("트랙백, 엮인글"),
};
