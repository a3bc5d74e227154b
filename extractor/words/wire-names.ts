import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** News agencies as they sign a story: alone on a line, in brackets, after the last sentence. */
export const WIRE_NAMES: WordList = {
  international: phrases(`
    bloomberg, bloomberg news, reuters, thomson reuters, afp, agence france-presse, ap, associated press,
    the associated press, upi, dpa, dpa-afx, epa, xinhua, kyodo, kyodo news, jiji, jiji press, yonhap,
    pti, press trust of india, ani, ians, bernama, antara, anadolu, anadolu agency, aap, pa media, pa,
    canadian press, the canadian press, cna, nyt, wp, wsj, the new york times, washington post,
    with inputs from, with input from, inputs from, with agency inputs, agency inputs,
    with inputs from agencies, with agencies, additional reporting by, nan, news agency of nigeria, gna,
    ghana news agency, pana, tnn
  `),
  de: phrases(`
    apa, sda, keystone-sda, sid, kna, epd, afp/dpa, dpa/afp, mit agenturmaterial, mit material von,
    mit material der
  `),
  fr: phrases("belga, avec afp, avec reuters, ats, avec agences, avec ap, avec l'afp, d'apres afp, aps"),
  es: phrases(`
    efe, europa press, telam, notimex, con informacion de efe, agencias, con agencias,
    con informacion de, colpisa, agencia efe
  `),
  it: phrases("ansa, adnkronos, agi, askanews, lapresse, agenzie, italpress, agenzia ansa, "),
  pt: phrases(`
    lusa, agencia brasil, estadao conteudo, folhapress, agencias, com lusa, com agencias,
    com informacoes da, com informacoes do, com informacoes de, com informacoes das, agencia lusa,
    agencia estado, g1
  `),
  nl: phrases("anp, belga, met anp, agentschap belga"),
  pl: phrases("pap, polska agencja prasowa, iar, kai"),
  uk: phrases("укрінформ, інтерфакс-україна, унн, уніан, інтерфакс, рбк-україна, радіо свобода"),
  ru: phrases("тасс, интерфакс, риа новости, риа, рбк, прайм, фан, регнум"),
  tr: phrases(`
    aa, dha, iha, anka, anka haber ajansi, anadolu ajansi, demiroren haber ajansi, ihlas haber
    ajansi, haber merkezi
  `),
  nordic: phrases(`
    ritzau, tt, tt nyhetsbyran, ntb, stt, ritzaus bureau, npk, stt-lehtikuva, suomen tietotoimisto,
    tt-reuters, tt-afp
  `),
  cs: phrases("ctk, tasr, sita"),
  ja: phrases(`
    共同通信, 時事通信, 共同, 時事, ロイター, 共同通信社, ブルームバーグ, 共同通信配信, 時事通信社, afp=時事, afpbb news, cnn.co.jp, bbc news
  `),
  zh: phrases(`
    新华社, 新華社, 中新社, 中央社, 路透社, 法新社, 彭博社, 新华网, 新華網, 中新网, 人民网, 央视新闻, 綜合報導, 综合报道, 美联社, 美聯社, 韩联社
  `),
  ko: phrases("연합뉴스, 뉴시스, 뉴스1, 로이터, afp=연합뉴스, 로이터=연합뉴스, ap=연합뉴스, 로이터 연합뉴스"),
  ar: phrases(`
    رويترز, أ ف ب, وكالات, الأناضول, د ب أ, وكالة الأنباء, وكالة الأناضول, الفرنسية, أ.ف.ب, د.ب.أ, أ ب,
    قنا, وام, واس, سبوتنيك, شينخوا
  `),
  fa: phrases("ایرنا, ایسنا, تسنیم, مهر, رویترز"),
  hi: phrases("पीटीआई, एएनआई, आईएएनएस, भाषा"),
};
