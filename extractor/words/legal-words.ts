import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Rights, terms and disclosures. */
export const LEGAL_WORDS: WordList = {
  en: phrases(`
    all rights reserved, copyright, ©, terms of use, terms of service, terms and conditions,
    privacy policy, affiliate links, affiliate link, affiliate commission, affiliate disclosure,
    we may earn a commission, may earn a small commission, earn commission, we may receive compensation,
    we may receive a commission, as an amazon associate, this article was originally published,
    this article originally appeared, this story was originally published,
    this post was originally published, originally appeared on, republished from,
    republished with permission, the views expressed, the opinions expressed, views expressed in this,
    not to be reproduced, may not be reproduced, may not be published, broadcast, without permission,
    licensed under, this material may not, reprinted with permission, for informational purposes only,
    report an error, report a typo, suggest a correction, found a mistake, spotted an error,
    request a correction, send us a tip, got a tip, editorial guidelines, our editorial process,
    sponsored content, paid content, has not been edited by, auto-generated from a syndicated feed,
    the views expressed are, comments expressed here do not, comments expressed here do not reflect,
    opinions expressed are personal
  `),
  de: phrases(`
    alle rechte vorbehalten, copyright, ©, impressum, datenschutz, datenschutzerklarung,
    nutzungsbedingungen, affiliate-links, affiliate-link, affiliate links, provision, als amazon-partner,
    dieser artikel erschien zuerst, dieser beitrag erschien zuerst, dieser text erschien zuerst,
    zuerst erschienen, die meinung des autors, gibt die meinung, fehler gefunden, fehler melden,
    korrektur melden, hinweis an die redaktion, haftungsausschluss, nachdruck, vervielfaltigung,
    wissen was steckt dahinter
  `),
  fr: phrases(`
    tous droits reserves, reproduction interdite, copyright, mentions legales, conditions d'utilisation,
    politique de confidentialite, liens affilies, signaler une erreur, cet article est republie,
    lire l'article original, toute reproduction interdite, reproduction meme partielle
  `),
  es: phrases(`
    todos los derechos reservados, derechos reservados, prohibida la reproduccion, copyright,
    aviso legal, politica de privacidad, enlaces de afiliados, terminos y condiciones,
    prohibida su reproduccion, queda prohibida la reproduccion, reservados todos los derechos
  `),
  it: phrases(`
    tutti i diritti riservati, riproduzione riservata, copyright, note legali, informativa sulla privacy,
    link di affiliazione, riproduzione vietata, vietata la riproduzione, e vietata la riproduzione
  `),
  pt: phrases(`
    todos os direitos reservados, direitos reservados, reproducao proibida, proibida a reproducao,
    copyright, politica de privacidade, termos de uso, e proibida a reproducao, nao pode ser publicado,
    reproducao total ou parcial
  `),
  nl: phrases(`
    alle rechten voorbehouden, copyright, auteursrecht, privacybeleid, algemene voorwaarden,
    niets uit deze uitgave, overname zonder toestemming, auteursrecht voorbehouden
  `),
  pl: phrases(`
    wszelkie prawa zastrzezone, prawa zastrzezone, copyright, polityka prywatnosci, zglos blad,
    dalsze rozpowszechnianie, za zgoda wydawcy, bez zgody redakcji, bez zgody wydawcy, material
    chroniony prawem, chroniony prawem autorskim, kup licencje, znalazles blad, zauwazyles blad,
    widzisz blad, zglos go, blad w tekscie, blad w artykule, masz dla nas temat, masz ciekawy temat,
    masz temat, napisz do redakcji, ctrl+enter, ctrl + enter, akceptacje regulaminu, regulamin
    serwisu, regulamin strony, kopiowanie tresci, kopiowanie materialow, kopiowanie artykulow,
    kopiowanie i rozpowszechnianie, przedruk tylko, przedruk bez
  `),
  uk: phrases(`
    усі права захищено, всі права захищені, передрук, використання матеріалів, повідомити про
    помилку, виділіть її та натисніть, ctrl+enter, політика конфіденційності, усі права захищені,
    всі права захищено, копіювання матеріалів, суворо заборонено, за умови посилання, посилання на
    джерело, знайшли помилку, помітили помилку, побачили помилку, якщо ви помітили помилку, якщо ви
    знайшли помилку, виділіть необхідний текст, ctrl + enter, повідомте про це, редакція не несе
    відповідальності, думка автора, може не збігатися, правила користування, повідомте нам про,
    повідомте нам виділивши
  `),
  ru: phrases(`
    все права защищены, перепечатка, использование материалов, сообщить об ошибке, нашли ошибку,
    ctrl+enter, выделите ее и нажмите, политика конфиденциальности, мнение автора, мнение редакции,
    копирование материалов, любое копирование, при условии ссылки, активной ссылкой, ссылкой на
    источник, гиперссылк*, заметили ошибку, увидели ошибку, обнаружили ошибку, сообщить об опечатке,
    выделите текст, выделите фрагмент, ctrl + enter, пришлите нам новость, свидетельство о
    регистрации, может не совпадать, признан иностранным агентом, признана иностранным агентом,
    правила пользования, сообщите нам об, сообщите нам выделив
  `),
  tr: phrases(`
    tum haklari saklidir, her hakki saklidir, gizlilik politikasi, kaynak gosterilmeden, kaynak
    gosterilse dahi, alintilanamaz, yasal uyari, telif hakki, telif haklari, hata bildir, haberde
    hata, haberde yanlislik, yazim hatasi, ctrl+enter, ctrl + enter, yorum sahipleri, ihbar hatti,
    kullanim kosullari, izinsiz yayinlanamaz, izinsiz kullanilamaz, izinsiz kopyalanamaz, izinsiz ve
    kaynak, izinsiz alinti, izin alinmadan kullanilamaz, yorumlardan yorum sahipleri
  `),
  da: phrases(`
    alle rettigheder forbeholdes, copyright, ma ikke kopieres, ma ikke gengives, ophavsretligt
    beskyttet, tilmeldt pressenaevnet, ansvarshavende chefredaktor:, ansvarshavende redaktor:, fejl
    i artiklen, fundet en fejl, har du et tip, tip redaktionen, privatlivspolitik
  `),
  sv: phrases(`
    alla rattigheter forbehallna, copyright, det har ar en opinionstext, fel i texten, alla
    rattigheter, far inte kopieras, citera oss garna, ange kallan, hittat ett fel, har du hittat ett
    fel, fel i artikeln, sett ett fel, rapportera fel, ansvarig utgivare:, sa har jobbar, sa jobbar
    vi med, sa arbetar vi, har du ett tips, integritetspolicy, skyddat enligt lagen om upphovsratt,
    skyddat av upphovsratt, ska vara sanna och relevanta
  `),
  no: phrases(`
    alle rettigheter, copyright, alle rettigheter forbeholdt, ma ikke kopieres, kan ikke kopieres,
    opphavsrettslig, ansvarlig redaktor:, sjefredaktor:, vaer varsom-plakat*, vaer varsom plakat*,
    funnet en feil, feil i artikkelen, feil i saken, meld fra om feil, har du tips, har du et tips,
    personvernerklaering, beskyttet av opphavsrett
  `),
  fi: phrases(`
    kaikki oikeudet pidatetaan, copyright, oikeudet pidatetaan, journalistin ohjeita, vastaava
    paatoimittaja:, huomasitko virheen, loysitko virheen, onko jutussa virhe, ilmoita virheesta,
    laheta korjaus, onko sinulla juttuvinkki, laheta juttuvinkki, laheta uutisvinkki, anna
    palautetta, tietosuojaseloste, tekijanoikeuslailla, tekijanoikeudet, kopioiminen ilman, sisallon
    kopioiminen
  `),
  cs: phrases(`
    vsechna prava vyhrazena, copyright, bez souhlasu redakce, bez souhlasu vydavatele, bez pisemneho
    souhlasu, sireni obsahu, uziti obsahu, prevzeti clanku, kopirovani obsahu, nahlasit chybu,
    upozornit na chybu, nasli jste chybu, nasli jste v clanku chybu, chyba v clanku, chybu v clanku,
    mate tip, mate tip na clanek, ctrl+enter, zasady ochrany, autorska prava vykonava, autorska
    prava vyhrazena
  `),
  ja: phrases(`
    無断転載, 無断転載禁止, 禁無断転載, 利用規約, プライバシーポリシー, all rights reserved, 無断転載を禁じ, 無断転載を禁止, 無断で転載, 禁転載, 転載を禁じ,
    転載はご遠慮, 著作権について, 著作権は当社, 免責事項, 記事の内容は取材時, 20歳未満の飲酒
  `),
  zh: phrases(`
    版权所有, 版權所有, 未经授权, 未經授權, 不得转载, 转载请注明, 轉載請註明, 免责声明, 免責聲明, 版权声明, 版权归, 仅供参考, 本文来自, 原标题, 责任编辑, 声明：,
    未经许可, 未經許可, 未经书面授权, 未經同意, 禁止转载, 禁止轉載, 请勿转载, 請勿轉載, 侵权必究, 如有侵权, 如有侵權, 题图来自, 本文由 @, 原创发布于, 不代表本站,
    不代表本網, 不代表本平台, 仅代表作者, 僅代表作者, 凡注明, 本文转载自, 转载自, 本文首发于, 投稿邮箱, 举报电话, icp备, icp證, 公网安备, 文章来源:, 提醒您,
    飲酒過量, 禁止酒駕, 未滿18歲, 请理性消费, 自殺不能解決問題, 安心專線, 特别声明:, 特別聲明:, 仅提供信息存储服务
  `),
  ko: phrases(`
    무단전재, 무단 전재, 재배포 금지, 저작권자, 무단복제, 무단 복제, 무단 전재-재배포, 재배포를 금, ai 학습 및 활용 금지, 저작권 보호를 받는, 제보는 카카오톡,
    제보는 이메일, 기사 제보 및
  `),
  ar: phrases(`
    جميع الحقوق محفوظة, حقوق النشر, سياسة الخصوصية, شروط الاستخدام, جميع الحقوق محفوظ, الحقوق محفوظة,
    كافة الحقوق محفوظة, يمنع النقل, يمنع إعادة النشر, لا يعبر بالضرورة, لا تعبر بالضرورة,
    لا تعبر إلا عن رأي, تعبر عن رأي كاتبها, يعبر عن رأي كاتبه, الآراء الواردة, غير مسؤول عن محتوى,
    غير مسؤولة عن محتوى
  `),
  fa: phrases("تمامی حقوق, کلیه حقوق, تمام حقوق, بازنشر مطالب"),
  hi: phrases("सर्वाधिकार सुरक्षित, कॉपीराइट"),
};

/** How a notice of rights begins. */
export const RIGHTS_OPENINGS: WordList = {
  en: phrases(`
    all rights reserved, copyright ©, copyright (c), this material may not be, not to be reproduced,
    reproduction without permission, no part of this
  `),
  de: phrases("alle rechte vorbehalten, alle rechte bei, nachdruck nur mit, nachdruck verboten"),
  fr: phrases("tous droits reserves, toute reproduction interdite, reproduction interdite"),
  es: phrases(`
    todos los derechos reservados, reservados todos los derechos, prohibida la reproduccion,
    prohibida su reproduccion, queda prohibida la reproduccion
  `),
  it: phrases("tutti i diritti riservati, riproduzione riservata, riproduzione vietata"),
  pt: phrases(`
    todos os direitos reservados, e proibida a reproducao, proibida a reproducao, reproducao proibida,
    este material nao pode ser
  `),
  nl: phrases("alle rechten voorbehouden, niets uit deze uitgave, auteursrecht voorbehouden"),
};
