import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What authors are, as the line beside their name says it. */
export const ROLE_WORDS: WordList = {
  en: phrases(`
    staff writer, senior writer, reporter, senior reporter, staff reporter, chief reporter, journalist,
    correspondent, senior correspondent, political correspondent, chief correspondent, news editor,
    features editor, contributing writer, contributing editor, freelance writer, freelance journalist,
    columnist, special correspondent, our correspondent, our reporter, our staff reporter,
    crime reporter, court reporter, education reporter, business reporter, local democracy reporter,
    community reporter, principal correspondent, deputy editor, associate editor, assistant editor,
    express news service
  `),
  de: phrases(`
    redakteur, redakteurin, volontar, volontarin, reporterin, freie journalistin, freier journalist,
    redaktor, redaktorin, korrespondent, korrespondentin, reporter, chefredakteur, chefredakteurin,
    lokalredaktion, leiterin lokalredaktion, leiter lokalredaktion, freie mitarbeiterin,
    freier mitarbeiter, gastautor, gastautorin, chronik-redaktion, sportredaktion, kulturredaktion,
    wirtschaftsredaktion
  `),
  pl: phrases(`
    dziennikarz, dziennikarka, reporter, reporterka, redaktor, redaktorka, redaktor prowadzacy,
    redaktorka prowadzaca, redaktor naczelny, redaktorka naczelna, korespondent, korespondentka,
    publicysta, publicystka, fotoreporter, fotoreporterka
  `),
  uk: phrases(`
    журналіст, журналістка, кореспондент, кореспондентка, репортер, репортерка, редактор, редакторка,
    головний редактор, головна редакторка, випусковий редактор, оглядач, оглядачка, колумніст,
    колумністка, фотокореспондент
  `),
  ru: phrases(`
    журналист, журналистка, корреспондент, корреспондентка, репортер, редактор, главный редактор,
    шеф-редактор, обозреватель, колумнист, специальный корреспондент, спецкор, фотокорреспондент
  `),
  tr: phrases(`
    muhabir, muhabiri, yasam muhabiri, editor, editoru, haber editoru, haber muduru, kose yazari,
    foto muhabiri, gazeteci, genel yayin yonetmeni
  `),
  sv: phrases(`
    reporter, journalist, nyhetsredaktor, redaktor, frilansjournalist, frilansreporter, chefredaktor,
    ledarskribent, kulturredaktor, sportredaktor, kronikor, korrespondent, politisk redaktor
  `),
  no: phrases(`
    journalist, nyhetsleder, redaktor, sjefredaktor, ansvarlig redaktor, frilansjournalist, kommentator,
    korrespondent, politisk redaktor, kulturredaktor, nyhetsredaktor, utenriksjournalist, sportsjournalist
  `),
  da: phrases(`
    journalist, nyhedsredaktor, redaktor, indlandsredaktor, udlandsredaktor, kulturredaktor,
    sportsredaktor, freelancejournalist, korrespondent, chefredaktor, kommentator, redaktionschef
  `),
  fi: phrases(`
    toimittaja, vapaa toimittaja, uutispaallikko, paatoimittaja, politiikan toimittaja, kulttuuritoimittaja,
    urheilutoimittaja, taloustoimittaja, kirjeenvaihtaja, kolumnisti, uutistoimittaja, valokuvaaja
  `),
  cs: phrases(`
    redaktor, redaktorka, reporter, reporterka, zpravodaj, zpravodajka, komentator, komentatorka,
    sefredaktor, sefredaktorka, editor, editorka, novinar, novinarka
  `),
  fr: phrases(`
    journaliste, correspondant, correspondante, grand reporter, envoye special, envoyee speciale,
    redacteur, redactrice, redacteur en chef, redactrice en chef, redactrice en chef adjointe,
    redacteur en chef adjoint, chroniqueur, chroniqueuse, chef de service, cheffe de service,
    envoyes speciaux
  `),
  es: phrases(`
    periodista, redactor, redactora, corresponsal, enviado especial, enviada especial, reportero,
    reportera, columnista, editor, editora, jefe de seccion, jefa de seccion, subdirector, subdirectora,
    enviados especiales, corresponsales
  `),
  it: phrases(`
    giornalista, redattore, redattrice, caporedattore, caposervizio, inviato, inviata, inviato speciale,
    inviata speciale, corrispondente, collaboratore, collaboratrice, redazione cronaca, redazione,
    inviati, inviate, inviati speciali
  `),
  pt: phrases(`
    jornalista, reporter, redator, redatora, editor, editora, correspondente, enviado especial,
    enviada especial, colunista, estagiario, estagiaria, editora de, editor de, colaboracao para,
    enviados especiais
  `),
  nl: phrases(`
    verslaggever, verslaggeefster, regioverslaggever, redacteur, redactrice, correspondent,
    eindredacteur, hoofdredacteur, columnist, chef, politiek verslaggever, sportverslaggever
  `),
};
