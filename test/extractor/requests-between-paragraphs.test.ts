import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";

/** A story by language, and what its site asks of readers between its paragraphs, set as they are. */
const PAGES: Readonly<
  Record<string, { readonly story: readonly string[]; readonly asked: readonly string[] }>
> = {
  en: {
    story: [
      "When the bridge to Grey Skerry opened in October, Tom Arkle sold his ferry, bought an oven and asked his mother how one makes bread.",
      "She told him to watch the dough and not the clock, which is what she had told him about the tide when he was nine.",
      "His first loaves went to the gulls. By Christmas they went to the school, the pub and a woman in Northgate who drives forty minutes for them.",
      "“Bread is a boat that only goes one way,” he says, and slides in another tray.",
      "The old ferry belongs to a film company now. It has sunk twice so far, once on purpose.",
    ],
    asked: [
      "Support independent local journalism. We have no paywall and no owner. If you can, please consider giving from as little as £2 a month – it only takes a minute.",
    ],
  },
  de: {
    story: [
      "Als im Oktober die Brücke zur Insel eröffnet wurde, verkaufte Tamme Harms seine Fähre, kaufte einen Ofen und fragte seine Mutter, wie man Brot macht.",
      "Sie sagte, er solle auf den Teig schauen und nicht auf die Uhr. Dasselbe hatte sie ihm mit neun über die Flut gesagt.",
      "Die ersten Brote bekamen die Möwen. Zu Weihnachten gingen sie an die Schule, die Kneipe und eine Frau aus Nordhafen, die dafür vierzig Minuten fährt.",
      "„Brot ist ein Boot, das nur in eine Richtung fährt“, sagt er und schiebt das nächste Blech hinein.",
      "Die alte Fähre gehört jetzt einer Filmfirma. Zweimal ist sie schon gesunken, einmal mit Absicht.",
    ],
    asked: [
      "Unterstützen Sie unabhängigen Lokaljournalismus. Schon mit zwei Euro im Monat helfen Sie uns, weiter für alle frei lesbar zu bleiben.",
    ],
  },
  fr: {
    story: [
      "Quand le pont de l’île a ouvert en octobre, Yann Le Guen a vendu son bac, acheté un four et demandé à sa mère comment on fait le pain.",
      "Elle lui a dit de regarder la pâte et non l’horloge, comme elle le lui avait dit de la marée quand il avait neuf ans.",
      "Les premières miches sont allées aux goélands. À Noël, elles allaient à l’école, au café et chez une dame de Portenord qui roule quarante minutes.",
      "« Le pain est un bateau qui ne fait que l’aller », dit-il en enfournant une autre plaque.",
      "Le vieux bac appartient maintenant à une société de cinéma. Il a coulé deux fois, dont une exprès.",
    ],
    asked: [
      "Soutenez une presse locale indépendante. Dès 2 euros par mois, vous nous aidez à rester libres et accessibles à tous.",
      "EN VIDÉO. Les premières voitures sur le nouveau pont",
      "Une information à nous transmettre ? Écrivez à redaction@ile.example.",
    ],
  },
  es: {
    story: [
      "Cuando en octubre abrió el puente de la isla, Tomás Arce vendió la barca, compró un horno y preguntó a su madre cómo se hace el pan.",
      "Ella le dijo que mirase la masa y no el reloj, lo mismo que le había dicho de la marea cuando tenía nueve años.",
      "Las primeras hogazas fueron para las gaviotas. En Navidad iban ya a la escuela, al bar y a una señora que conduce cuarenta minutos por ellas.",
      "«El pan es un barco que solo va de ida», dice, y mete otra bandeja.",
      "La vieja barca es ahora de una productora de cine. Se ha hundido dos veces, una a propósito.",
    ],
    asked: [
      "Apoya el periodismo independiente. Con solo dos euros al mes nos ayudas a seguir contando lo que pasa en la isla.",
      "Síguenos en Facebook, X e Instagram.",
      "¿Tienes una historia que contar? Escríbenos a redaccion@isla.example.",
      "Sigue toda la información de la isla en nuestro canal de WhatsApp.",
    ],
  },
  it: {
    story: [
      "Quando a ottobre ha aperto il ponte per l’isola, Tonio Arcella ha venduto il traghetto, comprato un forno e chiesto alla madre come si fa il pane.",
      "Lei gli ha detto di guardare l’impasto e non l’orologio, come gli aveva detto della marea quando aveva nove anni.",
      "Le prime pagnotte sono andate ai gabbiani. A Natale andavano già alla scuola, al bar e a una signora che guida quaranta minuti per averle.",
      "«Il pane è una barca che fa solo l’andata», dice, e inforna un’altra teglia.",
      "Il vecchio traghetto ora è di una società di cinema. È affondato due volte, una di proposito.",
    ],
    asked: [
      "Sostieni il giornalismo indipendente. Bastano due euro al mese per aiutarci a restare liberi e aperti a tutti.",
      "VIDEO – Le prime auto sul nuovo ponte",
      "Seguici su Facebook, Instagram e Telegram.",
    ],
  },
  pt: {
    story: [
      "Quando a ponte da ilha abriu em outubro, Tomé Arco vendeu o barco, comprou um forno e perguntou à mãe como se faz pão.",
      "Ela disse-lhe que olhasse para a massa e não para o relógio, tal como lhe dissera da maré quando ele tinha nove anos.",
      "Os primeiros pães foram para as gaivotas. No Natal já iam para a escola, para o café e para uma senhora que conduz quarenta minutos.",
      "“O pão é um barco que só vai”, diz, e mete outro tabuleiro.",
      "O velho barco pertence agora a uma produtora de cinema. Já se afundou duas vezes, uma de propósito.",
    ],
    asked: [
      "Apoie o jornalismo independente. Com apenas dois euros por mês ajuda-nos a continuar livres e abertos a todos.",
      "Descarregue a nossa aplicação e receba as notícias no telemóvel.",
      "Tem uma história para contar? Escreva para redacao@ilha.example.",
    ],
  },
  nl: {
    story: [
      "Toen in oktober de brug naar het eiland openging, verkocht Tom Arkel zijn pont, kocht een oven en vroeg zijn moeder hoe je brood maakt.",
      "Ze zei dat hij naar het deeg moest kijken en niet naar de klok, zoals ze dat over het tij had gezegd toen hij negen was.",
      "De eerste broden gingen naar de meeuwen. Met Kerst gingen ze naar de school, het café en een vrouw die er veertig minuten voor rijdt.",
      "“Brood is een boot die alleen heen gaat”, zegt hij, en hij schuift de volgende plaat erin.",
      "De oude pont is nu van een filmmaatschappij. Ze is twee keer gezonken, één keer expres.",
    ],
    asked: [
      "Steun onafhankelijke lokale journalistiek. Al voor twee euro per maand help je ons om voor iedereen gratis te blijven.",
    ],
  },
  pl: {
    story: [
      "Gdy w październiku otwarto most na wyspę, Tomasz Arkel sprzedał prom, kupił piec i zapytał matkę, jak się robi chleb.",
      "Powiedziała, żeby patrzył na ciasto, a nie na zegarek. To samo mówiła mu o przypływie, kiedy miał dziewięć lat.",
      "Pierwsze bochenki zjadły mewy. Na święta trafiały już do szkoły, do gospody i do pani, która jedzie po nie czterdzieści minut.",
      "– Chleb to łódź, która płynie tylko w jedną stronę – mówi i wsuwa kolejną blachę.",
      "Stary prom należy teraz do wytwórni filmowej. Zatonął już dwa razy, raz celowo.",
    ],
    asked: [
      "Wspieraj niezależne dziennikarstwo lokalne. Już za 10 zł miesięcznie pomagasz nam pisać dla wszystkich za darmo.",
      "Pobierz naszą aplikację i bądź na bieżąco.",
      "Fot. Maria Low",
    ],
  },
  uk: {
    story: [
      "Коли в жовтні відкрили міст на острів, Тарас Гривко продав пором, купив піч і запитав у матері, як роблять хліб.",
      "Вона сказала дивитися на тісто, а не на годинник. Те саме вона казала йому про приплив, коли йому було дев’ять.",
      "Перші буханці з’їли чайки. На Різдво вони вже йшли до школи, до корчми й до жінки, яка їде по них сорок хвилин.",
      "«Хліб — це човен, що пливе лише в один бік», — каже він і саджає наступну форму.",
      "Старий пором тепер належить кіностудії. Він уже двічі тонув, раз навмисне.",
    ],
    asked: [
      "Підтримайте незалежну журналістику. Навіть 50 гривень на місяць допоможуть нам писати для всіх безкоштовно.",
      "Завантажте наш застосунок і дізнавайтеся новини першими.",
      "Маєте що розповісти? Пишіть на news@ostriv.example.",
    ],
  },
  ru: {
    story: [
      "Когда в октябре открыли мост на остров, Тимофей Аркин продал паром, купил печь и спросил у матери, как делают хлеб.",
      "Она велела смотреть на тесто, а не на часы. То же она говорила ему о приливе, когда ему было девять.",
      "Первые буханки достались чайкам. К Рождеству их брали школа, трактир и женщина, которая едет за ними сорок минут.",
      "— Хлеб — это лодка, которая плывёт только в одну сторону, — говорит он и ставит следующий лист.",
      "Старый паром теперь у киностудии. Он уже дважды тонул, один раз нарочно.",
    ],
    asked: [
      "Поддержите независимую журналистику. Даже сто рублей в месяц помогут нам оставаться открытыми для всех.",
      "Скачайте наше приложение, чтобы узнавать новости первыми.",
    ],
  },
  tr: {
    story: [
      "Adaya köprü ekimde açılınca Tahsin Arkın feribotunu sattı, bir fırın aldı ve annesine ekmeğin nasıl yapıldığını sordu.",
      "Annesi saate değil hamura bakmasını söyledi; dokuz yaşındayken gelgit için de aynısını söylemişti.",
      "İlk ekmekler martılara gitti. Yılbaşında okula, meyhaneye ve kırk dakika yol gelen bir kadına gidiyordu.",
      "“Ekmek yalnızca giden bir teknedir” diyor ve bir tepsi daha sürüyor.",
      "Eski feribot şimdi bir film şirketinin. İki kez battı, biri bilerek.",
    ],
    asked: [
      "Bağımsız yerel gazeteciliği destekleyin. Ayda sadece elli lirayla herkese açık kalmamıza yardım edebilirsiniz.",
      "Uygulamamızı indirin, haberleri kaçırmayın.",
      "Bize bildirmek istediğiniz bir haber mi var? haber@ada.example adresine yazın.",
      "Haberin devamı için abone olun.",
    ],
  },
  sv: {
    story: [
      "När bron till ön öppnade i oktober sålde Tor Arkell sin färja, köpte en ugn och frågade sin mor hur man gör bröd.",
      "Hon sade åt honom att se på degen och inte på klockan, som hon hade sagt om tidvattnet när han var nio.",
      "De första limporna gick till måsarna. Till jul gick de till skolan, krogen och en kvinna som kör fyrtio minuter för dem.",
      "”Bröd är en båt som bara går åt ett håll”, säger han och skjuter in nästa plåt.",
      "Den gamla färjan ägs nu av ett filmbolag. Den har sjunkit två gånger, en gång med flit.",
    ],
    asked: [
      "Stöd oberoende lokaljournalistik. Redan för tjugo kronor i månaden hjälper du oss att förbli öppna för alla.",
      "Ladda ner vår app och missa inga nyheter.",
    ],
  },
  ja: {
    story: [
      "十月に島へ橋がかかると、荒木勉さん（61）は渡し船を売り、窯を買い、母親にパンの作り方を尋ねた。",
      "母親は、時計ではなく生地を見なさいと言った。九歳のとき、潮について言われたのと同じ言葉だった。",
      "最初のパンはカモメの餌になった。年末には学校や食堂、四十分かけて買いに来る女性のもとに届くようになった。",
      "「パンは片道しか行かない船です」。そう言って、次の鉄板を窯に入れる。",
      "古い渡し船は映画会社のものになった。もう二度沈み、一度はわざとだった。",
    ],
    asked: [
      "独立した地域ジャーナリズムをご支援ください。月二百円から、誰もが無料で読める紙面づくりを支えることができます。",
      "情報提供は編集部（news@shima.example）までお寄せください。",
    ],
  },
  zh: {
    story: [
      "十月，通往小岛的大桥开通，六十一岁的陶阿根卖掉渡船，买了一口烤炉，问母亲面包怎么做。",
      "母亲让他看面团，不要看钟。他九岁那年，母亲说潮水时也是这句话。",
      "头一炉面包喂了海鸥。到了年底，学校、饭馆和一位开车四十分钟来的妇人都成了他的主顾。",
      "“面包是一条只去不回的船。”他说着，又推进一盘。",
      "那条旧渡船归了电影公司，已经沉了两次，有一次是故意的。",
    ],
    asked: [
      "支持独立的地方新闻。每月只需十元，就能帮助我们继续为所有人免费报道。",
      "视频：首批车辆驶过新桥",
      "下载我们的客户端，第一时间获取新闻。",
      "如有新闻线索，请发邮件至 news@dao.example。",
    ],
  },
  ko: {
    story: [
      "지난 10월 섬으로 가는 다리가 놓이자 도선사 안태식(61) 씨는 배를 팔고 화덕을 사서 어머니에게 빵 만드는 법을 물었다.",
      "어머니는 시계가 아니라 반죽을 보라고 했다. 아홉 살 때 물때를 두고 하던 말과 같았다.",
      "첫 빵은 갈매기 차지가 됐다. 연말에는 학교와 식당, 그리고 사십 분을 달려오는 손님에게 나갔다.",
      "“빵은 가기만 하는 배예요.” 그는 이렇게 말하며 다음 판을 밀어 넣었다.",
      "낡은 배는 이제 영화사 소유다. 벌써 두 번 가라앉았고 한 번은 일부러였다.",
    ],
    asked: [
      "독립 지역 언론을 후원해 주세요. 한 달 이천 원이면 누구나 무료로 읽을 수 있는 신문을 지킬 수 있습니다.",
    ],
  },
  ar: {
    story: [
      "حين افتتح الجسر إلى الجزيرة في أكتوبر باع توفيق عرقوب عبارته واشترى فرنا وسأل أمه كيف يصنع الخبز.",
      "قالت له أن ينظر إلى العجين لا إلى الساعة، كما قالت له عن المد حين كان في التاسعة.",
      "ذهبت الأرغفة الأولى إلى النوارس. وفي نهاية العام صارت تذهب إلى المدرسة والمقهى وامرأة تقود أربعين دقيقة من أجلها.",
      "يقول وهو يدخل صينية أخرى: «الخبز مركب يذهب ولا يعود».",
      "أما العبارة القديمة فهي الآن لشركة أفلام. غرقت مرتين، إحداهما عن قصد.",
    ],
    asked: [
      "ادعم الصحافة المحلية المستقلة. بمبلغ زهيد كل شهر تساعدنا على أن نبقى مفتوحين للجميع.",
      "حمل تطبيقنا لتصلك الأخبار أولا بأول.",
      "هل لديك قصة؟ راسلنا على news@jazira.example.",
    ],
  },
};

/** Sentences of stories that begin as requests and labels do. */
const LOOK_ALIKES = [
  "“Support us or miss us,” the last front page of the Skerry Post said, and then the paper closed for good.",
  "Support for local journalism came from the baker, who printed the tides on his paper bags.",
  "Follow the road past the printer’s today and you come to a barn in which the paper is made again.",
  "Video of the last print run is shown every January, and nobody laughs at the hats.",
  "Download speeds on the island are slow, which is the best thing that ever happened to a newspaper.",
];

const page = (lang: string, paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="${lang}"><head><title>Story</title><meta property="og:type" content="article"></head><body><main><article><h1>Story of the ferry</h1><div class="text">${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</div></article></main></body></html>`;

const url = "https://islander.example/2026/02/the-ferry";

for (const [lang, { story, asked }] of Object.entries(PAGES)) {
  test(`what a site asks of readers goes from between the paragraphs of a story (${lang})`, () => {
    const [support, ...others] = asked as readonly [string, ...string[]];
    const body = story.flatMap((text, n) => [text, ...others.slice(n, n + 1)]);
    const { articleBody } = extract({ html: page(lang, [...body, support]), url });
    for (const text of story) assert.ok(articleBody.includes(text), `lost: ${text}`);
    for (const text of asked) assert.ok(!articleBody.includes(text), `kept: ${text}`);
  });
}

test("sentences that begin as requests do stay", () => {
  const story = PAGES["en"]?.story ?? [];
  const { articleBody } = extract({ html: page("en", [...story, ...LOOK_ALIKES]), url });
  for (const text of LOOK_ALIKES) assert.ok(articleBody.includes(text), `lost: ${text}`);
});
