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
    the views expressed are, comments expressed here do not
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
    wszelkie prawa zastrzezone, prawa zastrzezone, copyright, polityka prywatnosci, regulamin,
    zglos blad, kopiowanie
  `),
  uk: phrases(`
    усі права захищено, всі права захищені, передрук, використання матеріалів, повідомити про помилку,
    виділіть її та натисніть, ctrl+enter, політика конфіденційності
  `),
  ru: phrases(`
    все права защищены, перепечатка, использование материалов, сообщить об ошибке, нашли ошибку,
    ctrl+enter, выделите ее и нажмите, политика конфиденциальности, мнение автора, мнение редакции
  `),
  tr: phrases("tum haklari saklidir, her hakki saklidir, izinsiz, gizlilik politikasi"),
  da: phrases("alle rettigheder forbeholdes, copyright"),
  sv: phrases("alla rattigheter forbehallna, copyright, det har ar en opinionstext, fel i texten"),
  no: phrases("alle rettigheter, copyright"),
  fi: phrases("kaikki oikeudet pidatetaan, copyright"),
  cs: phrases("vsechna prava vyhrazena, copyright"),
  ja: phrases(
    "無断転載, 無断転載禁止, 禁無断転載, 著作権, 転載, 利用規約, プライバシーポリシー, all rights reserved",
  ),
  zh: phrases(
    "版权所有, 版權所有, 未经授权, 未經授權, 不得转载, 转载请注明, 轉載請註明, 免责声明, 免責聲明, 版权声明, 版权归, 侵权, 仅供参考, 本文来自, 原标题, 责任编辑, 声明：",
  ),
  ko: phrases("무단전재, 무단 전재, 재배포 금지, 저작권자, 저작권"),
  ar: phrases("جميع الحقوق محفوظة, حقوق النشر, سياسة الخصوصية, شروط الاستخدام"),
};
