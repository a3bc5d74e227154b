import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";
import { extractText } from "../../extractor/text-mode/extract-text.ts";
import { AROUND } from "./prose-around.ts";

/** Sentences of stories that begin with, or hold, what furniture says too. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  pl: [
    "Nowy regulamin parku wejdzie w życie w czerwcu, a psy będą mogły biegać luzem tylko przed siódmą rano.",
    "Prawa autorskie do melodii odziedziczył po stryju, choć nigdy nie nauczył się grać.",
    "Obserwuj chmury, radzi bacowie, a będziesz wiedział, kiedy zejść do schroniska.",
    "Źródło: tak nazwali strumień osadnicy, którzy przyszli tu w osiemnastym wieku.",
    "Komentarze sąsiadów były różne. Jedni klaskali, inni zasłonili okna.",
    "Sprawdź, czy drzwi są zamknięte, powtarzał co wieczór, zanim zgasił lampę w sieni.",
    "Autor: nieznany, tak podpisano obraz, który przez sto lat wisiał w zakrystii.",
    "Do końca pozostało jeszcze dziesięć minut.",
    "Aktualizacja planu zajmie urzędnikom rok.",
    "Reporterka zapytała, czy to prawda.",
    "– Nie jesteś zalogowany w moim sercu – śpiewał zespół na rynku.",
    "Przedruk starej mapy kupił za dwa złote na targu i od tego zaczęła się cała historia.",
    "Kopiowanie obrazów zajęło jej trzy lata, ale dziś nikt nie odróżni ich od oryginałów.",
  ],
  uk: [
    "Отримуйте насолоду від тиші, радить лісник, бо навесні тут знову запрацює пилорама.",
    "Джерело: так назвали хутір, де оселилися перші п'ять родин.",
    "Копіювання рукопису тривало сім років, а переплітали його ще два.",
    "Автор листа невідомий. Редакція музею шукає його вже тридцять років.",
    "Коментарі мешканців лаконічні: краще пізно, ніж ніколи.",
    "Стежте за дітьми, просила вчителька, і діти стежили за нею.",
    "Читайте вголос, казав дід, тоді й собака слухатиме.",
    "Журналіст запитав, чому міст пофарбували в зелене.",
    "Хвилин за десять прийшов сторож.",
    "Відео з камери нічого не показало: лелека пролетів вище.",
    "Повідомте нам, якщо побачите козу, просить записка на стовпі.",
  ],
  ru: [
    "Получайте удовольствие от тишины, советует лесник, потому что весной здесь снова заработает пилорама.",
    "Источник: так назвали хутор, где поселились первые пять семей.",
    "Автор письма неизвестен. Редакция музея ищет его уже тридцать лет.",
    "Комментарии жителей лаконичны: лучше поздно, чем никогда.",
    "Следите за детьми, просила учительница, и дети следили за ней.",
    "Читайте вслух, говорил дед, тогда и собака послушает.",
    "Журналист спросил, почему мост покрасили в зелёный.",
    "Видео с камеры ничего не показало: аист пролетел выше.",
    "Минут через десять пришёл сторож.",
    "Подписаться на это никто не решился, и бумага лежит в сейфе до сих пор.",
    "Сюжет пьесы он услышал в электричке от двух плотников.",
    "Канал доступен только подписчикам телефонной сети, объяснил монтёр и развёл руками.",
    "Ранее сообщалось, что башню снесут, но бригада не приехала ни в мае, ни в июне.",
  ],
  tr: [
    "İzinsiz gösteri düzenledikleri öne sürülen on iki kişi akşam saatlerinde serbest bırakıldı.",
    "Bu köprü kışın kullanılamaz.",
    "Yorum yapmak istemeyen kaptan teknesine döndü ve motoru çalıştırdı.",
    "Kaynak suyu köyün üstündeki kayadan çıkıyor ve yazın da buz gibi akıyor.",
    "Haber köye akşam ulaştı, kimse inanmadı.",
    "Takip et dedi dedesi, o da izleri takip etti.",
    "Editör masasında bir fincan soğuk çay duruyordu.",
    "Video çekmek yasak, ama herkes çekiyor.",
    "Dinle, dedi yaşlı kadın, bu ses denizden gelmiyor.",
    "Abone olmak için kahveye gelenler iki masayı doldurdu, üçüncüsüne de sandalye taşındı.",
    "Saat 08:15 sularında fener söndü.",
    "Muhabir sorusunu tekrarladı.",
  ],
  sv: [
    "Huset byggdes utan tillstånd 1974 och ska nu rivas, om ingen hittar ritningarna först.",
    "Upphovsrätten till visan tillhör byn, slog rätten fast, och sedan dess sjungs den varje lördag.",
    "Följ stigen till bäcken, ta av vid den kluvna eken och ropa när du ser stugan.",
    "Ansvarig utgivare var i femtio år samma man, och han läste korrektur på tåget.",
    "Dela lika, sa farmor, och delade kakan i elva bitar.",
    "Spara veden till mars.",
    "Mer om vädret kunde hon inte säga.",
    "Video från kranen visar bara dimma.",
    "Reporter har han aldrig velat bli.",
    "Kommentarer undanbedes, stod det på lappen, och under den hade någon skrivit: okej.",
    "Annons i lokaltidningen gav elva svar, varav nio från samma tant.",
    "Dessutom: ingen hade frågat båten.",
    "Den 14 maj 2026 ringde klockan för första gången.",
  ],
  no: [
    "Huset ble bygget uten tillatelse i 1974 og skal nå rives, hvis ingen finner tegningene først.",
    "Følg stien til bekken, ta av ved den kløyvde eika og rop når du ser hytta.",
    "Ansvarlig redaktør var i femti år samme mann, og han leste korrektur på ferja.",
    "Del likt, sa bestemor, og delte kaka i elleve biter.",
    "Lagre veden til mars.",
    "Journalist ble han aldri, men han skrev hver dag.",
    "Kilde til glede er den blitt likevel, og på søndager står folk i kø med kopp.",
    "Kommentarer frabes, sto det på lappen, og under hadde noen skrevet: greit.",
    "Oppdatert kart fins ikke, så de gikk etter stjernene.",
    "Den 14. mai 2026 ringte klokka for første gang.",
    "Video fra krana viser bare skodde.",
    "Denne båten krever abonnement på flaks.",
  ],
  da: [
    "Huset blev opført uden tilladelse i 1974 og skal nu rives ned, hvis ingen finder tegningerne først.",
    "Følg stien til bækken, drej ved det kløvede egetræ og råb, når du ser hytten.",
    "Ophavsretten til visen tilhører byen, slog retten fast, og siden er den sunget hver lørdag.",
    "Del lige over, sagde farmor, og delte kagen i elleve stykker.",
    "Gem brændet til marts.",
    "Journalist blev han aldrig, men han skrev hver dag.",
    "Den 14. maj 2026 ringede klokken for første gang.",
    "Kilden under kirken har været tør siden krigen, men i foråret begyndte den at klukke.",
    "Debat blev der ikke meget af, for alle var enige om gåsen.",
    "Tip os gerne en spade, sagde manden i hullet.",
    "Fakta er, at ingen så det ske.",
  ],
  fi: [
    "Seuraa polkua purolle, käänny halkaistun tammen kohdalla ja huuda, kun näet mökin.",
    "Talo rakennettiin ilman lupaa vuonna 1974, ja nyt se puretaan, ellei joku löydä piirustuksia.",
    "Tekijänoikeus lauluun kuuluu kylälle, päätti oikeus, ja siitä lähtien sitä on laulettu lauantaisin.",
    "Jaa tasan, sanoi mummo, ja jakoi kakun yhteentoista palaan.",
    "Tallenna puut maaliskuuksi.",
    "Toimittaja hänestä ei tullut, mutta hän kirjoitti joka päivä.",
    "Lähde kirkon alla on ollut kuivana sodasta asti, mutta keväällä se alkoi pulputa.",
    "Kommentit jäivät vähiin, sillä kaikki olivat hanhesta samaa mieltä.",
    "Video nosturista näyttää pelkkää sumua.",
    "Juuri nyt järvi on tyyni.",
    "Kopioiminen kesti kolme vuotta, mutta nyt kukaan ei erota tauluja aidoista.",
  ],
  cs: [
    "Autorská práva k písni patří obci, rozhodl soud, a od té doby se zpívá každou sobotu.",
    "Přihlaste se do soutěže o nejkřivější mrkev, vyzval hostinský štamgasty, a přihlásil se jen kocour.",
    "Foto: tak se jmenovala hospoda, kde se scházeli retušéři z celého kraje.",
    "Zdroj pod kostelem vyschl za války, ale na jaře začal zase bublat.",
    "Redaktor se zeptal, čí je ta koza.",
    "Video z jeřábu ukazuje jen mlhu.",
    "Sdílet klíče se naučili až po povodni.",
    "Komentář nebyl potřeba.",
    "Aktuálně má obec 212 obyvatel a jednu husu.",
    "Napište nám, až dojedete, prosila babička, a oni psali ještě z nádraží.",
    "Uložit dřevo stihli do března.",
  ],
};

const TITLES: Readonly<Record<string, string>> = {
  pl: "Rzeka płynie dalej",
  uk: "Річка тече далі",
  ru: "Река течёт дальше",
  tr: "Nehir akmaya devam ediyor",
  sv: "Ån rinner vidare",
  no: "Elva renner videre",
  da: "Åen løber videre",
  fi: "Joki virtaa edelleen",
  cs: "Řeka teče dál",
};

const paragraphsAround = (language: string): string[] =>
  [1, 2, 3, 4].map((number) => `${AROUND[language] ?? ""} ${String(number)}.`);

for (const [language, sentences] of Object.entries(SENTENCES)) {
  test(`sentences that look like furniture stay in stories in ${language}`, () => {
    const title = TITLES[language] ?? "";
    const around = paragraphsAround(language);
    for (const sentence of sentences) {
      for (const place of [2, around.length]) {
        const body = around.toSpliced(place, 0, sentence);
        const content = body.map((text) => `<p>${text}</p>`).join("");
        const html = `<html lang="${language}"><title>${title}</title><body><article><h1>${title}</h1>${content}</article></body></html>`;
        const page = extract({ html, url: "https://news.example/2026/05/14/x" }, { model: "none" });
        assert.ok(page.articleBody.includes(sentence), `page, ${String(place)}: ${sentence}`);
        const dump = extractText({ text: [title, ...body].join("\n"), url: null });
        assert.ok(dump.articleBody.includes(sentence), `dump, ${String(place)}: ${sentence}`);
      }
    }
  });
}
