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
    haben sie hinweise, haben sie einen hinweis, ihre meinung ist uns wichtig, schreiben sie uns ihre meinung
  `),
  fr: phrases(`
    une erreur dans cet article, vous avez repere une, vous avez vu une erreur, vous avez vu une faute,
    vous avez constate une erreur, vous avez trouve une erreur, vous avez remarque une, une coquille,
    signaler une erreur, signaler une faute, signaler une coquille, signalez une erreur,
    signalez-nous une erreur, nous signaler une erreur, une question une remarque,
    une remarque une erreur, une info a nous transmettre, une question ou une remarque
  `),
  es: phrases(`
    has visto un error, ha visto un error, has visto una errata, has encontrado un error, ha encontrado un error,
    has encontrado una errata, encontraste un error, viste algun error, ves un error, has detectado un error,
    ha detectado un error, detectaste un error, reportar un error, reportar error, informar de un error,
    notificar un error, notificar error, avisar de un error, comunicar un error
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
    informar erro, sugerir correcao, sugerir correccao, errou? fale
  `),
  nl: phrases(`
    fout gezien, fout gevonden, fout gespot, foutje gezien, foutje gevonden, taalfout gezien, spelfout gezien,
    tikfout gezien, zie je een fout, zie jij een fout, ziet u een fout, heb je een fout, heeft u een fout,
    heb jij een fout, fout in dit artikel, fout melden, meld een fout, tip de redactie, tip onze redactie,
    heb je een tip, heb jij een tip, heeft u een tip
  `),
};
