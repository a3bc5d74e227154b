import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** How lines begin that ask readers for corrections and hints. */
export const CORRECTION_WORDS: WordList = {
  en: phrases(`
    spotted an error, spotted a mistake, found an error, found a mistake, see an error, see something wrong,
    noticed an error, notice an error, did you spot an error, report an error, report a mistake, report a typo,
    report this article, suggest a correction, submit a correction, request a correction, got a story,
    do you have a story, have you got a story, got a tip, have a tip, send us a tip, contact our newsdesk,
    contact the newsdesk, this website adheres to, this website and its associated
  `),
  de: phrases(`
    fehler gefunden, fehler gesehen, fehler entdeckt, fehler bemerkt, haben sie einen fehler,
    hast du einen fehler, einen fehler gefunden, fehler melden, fehler im artikel, fehler im text,
    rechtschreibfehler gefunden, tippfehler gefunden, korrektur melden, hinweis an die redaktion,
    haben sie hinweise, haben sie einen hinweis, ihre meinung ist uns wichtig, schreiben sie uns ihre meinung, haben sie einen tipp, haben sie tipps
  `),
  fr: phrases(`
    une erreur dans cet article, vous avez repere une, vous avez vu une erreur, vous avez vu une faute,
    vous avez constate une erreur, vous avez trouve une erreur, vous avez remarque une, une coquille,
    signaler une erreur, signaler une faute, signaler une coquille, signalez une erreur,
    signalez-nous une erreur, nous signaler une erreur, une question une remarque,
    une remarque une erreur, une info a nous transmettre, une question ou une remarque, une information a nous transmettre, un temoignage a nous
  `),
  es: phrases(`
    has visto un error, ha visto un error, has visto una errata, has encontrado un error, ha encontrado un error,
    has encontrado una errata, encontraste un error, viste algun error, ves un error, has detectado un error,
    ha detectado un error, detectaste un error, reportar un error, reportar error, informar de un error,
    notificar un error, notificar error, avisar de un error, comunicar un error, tienes una historia que contar, tienes una historia, tienes informacion sobre, escribenos a
  `),
  it: phrases(`
    segnala un errore, segnala errore, segnalaci un errore, segnala un refuso, hai trovato un errore,
    hai trovato un refuso, hai notato un errore, hai visto un errore, hai riscontrato un errore,
    hai una segnalazione, hai segnalazioni, scrivi alla redazione, scrivici alla
  `),
  pt: phrases(`
    encontrou um erro, encontrou algum erro, encontrou uma gralha, viu um erro, viu algum erro,
    viu alguma gralha, detetou um erro, detectou um erro, detetou alguma gralha, achou um erro,
    achou algum erro, notou algum erro, reportar erro, reportar um erro, comunicar erro, comunicar erros,
    informar erro, sugerir correcao, sugerir correccao, errou? fale, tem uma historia para contar, tem alguma informacao, tem uma denuncia
  `),
  nl: phrases(`
    fout gezien, fout gevonden, fout gespot, foutje gezien, foutje gevonden, taalfout gezien, spelfout gezien,
    tikfout gezien, zie je een fout, zie jij een fout, ziet u een fout, heb je een fout, heeft u een fout,
    heb jij een fout, fout in dit artikel, fout melden, meld een fout, tip de redactie, tip onze redactie,
    heb je een tip, heb jij een tip, heeft u een tip
  `),
  pl: phrases(`
    znalazles blad, znalazlas blad, zauwazyles blad, widzisz blad, zauwazyliscie blad, zglos blad,
    blad w tekscie, blad w artykule, masz dla nas temat, masz ciekawy temat, masz temat, masz dla
    nas informacje, chcesz zglosic temat, napisz do redakcji, napisz do nas na
  `),
  uk: phrases(`
    знайшли помилку, помітили помилку, побачили помилку, якщо ви помітили помилку, якщо ви знайшли
    помилку, якщо ви побачили помилку, якщо помітили помилку, повідомити про помилку, виділіть
    помилку, маєте що розповісти, маєте новину, маєте інформацію, стали свідком
  `),
  ru: phrases(`
    нашли ошибку, нашли опечатку, заметили ошибку, заметили опечатку, увидели ошибку, обнаружили
    ошибку, если вы заметили ошибку, если вы нашли ошибку, если вы обнаружили ошибку, сообщить об
    ошибке, сообщить об опечатке, есть новость, станьте автором новости, пришлите нам новость, есть что рассказать, знаете что-то, стали свидетелем
  `),
  tr: phrases(`
    haberde hata, haberde yanlislik, haberde bir hata, yazim hatasi, hata bildir, hata bildirin, bir
    hata mi, yanlislik gorduyseniz, haber ihbar, siz de haber, bize bildirmek istediginiz, paylasmak istediginiz bir haber, haberiniz mi var
  `),
  sv: phrases(`
    hittat ett fel, har du hittat ett fel, har du sett ett fel, sett ett fel, fel i texten, fel i
    artikeln, rapportera fel, rapportera ett fel, har du ett tips, har du tips, tipsa oss, tipsa
    redaktionen, sa har jobbar, sa jobbar vi med, sa arbetar vi med
  `),
  no: phrases(`
    funnet en feil, har du funnet en feil, har du sett en feil, feil i artikkelen, feil i saken,
    meld fra om feil, rapporter feil, har du tips, har du et tips, tips oss, send oss et tips
  `),
  da: phrases(`
    fundet en fejl, har du fundet en fejl, har du set en fejl, fejl i artiklen, fejl i teksten, meld
    en fejl, rapporter fejl, har du et tip, har du tips, tip redaktionen, tip os her, tip os pa
  `),
  fi: phrases(`
    huomasitko virheen, loysitko virheen, onko jutussa virhe, oliko jutussa virhe, ilmoita
    virheesta, laheta korjaus, onko sinulla juttuvinkki, onko sinulla uutisvinkki, laheta
    juttuvinkki, laheta uutisvinkki, anna palautetta
  `),
  cs: phrases(`
    nasli jste chybu, nasli jste v clanku, objevili jste chybu, vsimli jste si chyby, nahlasit
    chybu, upozornit na chybu, chyba v clanku, mate tip na, mate pro nas tip, poslete nam tip
  `),
  ja: phrases(`情報提供は編集部, 情報提供はこちら, 情報をお寄せください`),
  zh: phrases(`如有新闻线索, 新闻线索请, 新聞線索請, 如有線索`),
  ko: phrases(`제보는 카카오톡, 제보하실 내용`),
  ar: phrases(`هل لديك قصة, هل لديك خبر, هل لديك معلومات`),
};
