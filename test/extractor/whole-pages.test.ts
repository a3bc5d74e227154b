import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../extractor/extract.ts";

/** What whole pages lost of their text or kept of their furniture, by what made them. */

const url = "https://islander.example/2026/02/the-last-lamplighter";
const TITLE = "The last lamplighter of Morrow";

const STORY = [
  "At dusk on the quay of Morrow a man with a ladder still lights nineteen gas lamps by hand, and each of them takes him forty seconds.",
  "The harbour office has offered him a switch. He keeps it in a drawer, beside the spare mantles and a letter from the gas works.",
  "In summer he starts at ten and in winter at four, and in June he reads two novels between the first lamp and the last.",
  "When he retires the lamps will be electric, and will flicker, as the council has promised to those who asked, a little.",
];

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("\n");

const ARTICLE_HEAD =
  '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-02-07T08:00:00Z">';

const page = (content: string, { head = ARTICLE_HEAD, after = "", before = "" } = {}): string =>
  `<!doctype html><html lang="en"><head><title>${TITLE}</title>${head}</head><body>${before}<nav><a href="/a">News</a><a href="/b">Tides</a></nav><main><article><h1>${TITLE}</h1><div class="body">${content}</div></article>${after}</main><footer><p>© Islander</p></footer></body></html>`;

const read = (html: string): string => extract({ html, url }).articleBody;

function holds(body: string, texts: readonly string[]): void {
  for (const text of texts) assert.ok(body.includes(text), `lost: ${text}\n\n${body}`);
}

function lacks(body: string, texts: readonly string[]): void {
  for (const text of texts) assert.ok(!body.includes(text), `kept: ${text}\n\n${body}`);
}

test("code with a button to copy it stays", () => {
  const code = "lamps light --quay north --wait 40s";
  const body = read(
    page(
      `${paragraphs(STORY.slice(0, 2))}<div class="code"><pre><code>${code}</code></pre><button>Copy</button></div>${paragraphs(STORY.slice(2))}`,
    ),
  );
  holds(body, [...STORY, code]);
  lacks(body, ["Copy"]);
});

test("a list under the only paragraph of a page is a part of its text", () => {
  const list = ["17:30 Meeting at the lock", "18:15 Soup at the boathouse", "19:00 Stories at the mill"];
  const content = `<p>${STORY[0]}</p><h3>Programme</h3><ul>${list.map((line) => `<li>${line}</li>`).join("")}</ul>`;
  holds(read(page(content)), [STORY[0] as string, "Programme", ...list]);
});

test("the caption of a quotation says whose it is; that of a picture is a caption", () => {
  const quotation =
    "<figure><blockquote>A lamp is a slow animal.</blockquote><figcaption>— His neighbour Ivo</figcaption></figure>";
  const picture = '<figure><img src="/q.jpg" alt=""><figcaption>The quay in January</figcaption></figure>';
  const body = read(
    page(`${paragraphs(STORY.slice(0, 2))}${quotation}${picture}${paragraphs(STORY.slice(2))}`),
  );
  holds(body, [...STORY, "A lamp is a slow animal.", "— His neighbour Ivo"]);
  lacks(body, ["The quay in January"]);
});

test("the discussion of a paper is a section of it; a discussion under it is not", () => {
  const sections = ["1. Lamps", "2. Ladders", "3. Discussion", "4. Switches"];
  const content = sections.map((heading, n) => `<h2>${heading}</h2><p>${STORY[n]}</p>`).join("");
  const after = `<section><h3>Discussion</h3><p class="voice">I remember the old man and his ladder well, since he came by our house every evening of my childhood.</p></section>`;
  const body = read(page(content, { after }));
  holds(body, [...STORY, ...sections]);
  lacks(body, ["I remember the old man"]);
});

test("a text about requests quotes them; a request asks", () => {
  const quoted =
    "“Sign up for our newsletter” used to be the line that readers of small papers skipped, and now it pays for the gas.";
  const asked = "Sign up for our newsletter and get the tides in your inbox every morning.";
  const body = read(
    page(`${paragraphs([...STORY.slice(0, 2), quoted, ...STORY.slice(2)])}<p><em>${asked}</em></p>`),
  );
  holds(body, [...STORY, quoted]);
  lacks(body, [asked]);
});

test("a box that asks for an address goes, whatever its words; a paragraph beside a form stays", () => {
  const pitch =
    "Every Thursday our editor writes a long letter about what happened on the quay, what did not, and what the bakery has on its shelves.";
  const box = `<div class="group"><h3>Local news, slowly</h3><p>${pitch}</p><form><input type="email"><input type="submit" value="Join"></form></div>`;
  const body = read(page(`${paragraphs(STORY.slice(0, 2))}${box}${paragraphs(STORY.slice(2))}`));
  holds(body, STORY);
  lacks(body, ["Local news, slowly", pitch]);
  const bare = read(page(`${paragraphs(STORY)}<form><input type="email"></form>`));
  holds(bare, STORY);
});

test("a layer that asks for consent goes before a headline, with all its prose", () => {
  const layer = [
    "Your privacy matters to us",
    "We would like to use cookies and similar means to understand how you use these pages, and to make them better for you.",
    "By clicking “Agree” you let us process what we learn, in other countries too. You may change your mind in the settings whenever you like.",
  ];
  const before = `<div class="layer"><h2>${layer[0]}</h2>${paragraphs(layer.slice(1))}<button>Agree</button><button>Reject</button></div>`;
  const body = read(page(paragraphs(STORY), { before }));
  holds(body, STORY);
  lacks(body, layer);
});

const card = (n: number): string =>
  `<div class="card"><a href="/story/${n}"><h3>Story ${n} of the harbour and its people</h3></a><p>Teaser ${n} tells on two lines what the story of that number is about, so that readers know it before they have read it.</p></div>`;

test("an article of two sentences is found among teasers that are longer than it", () => {
  const short = [
    "The lamps of Morrow were lit again on Thursday, at twenty to four.",
    "A swan had flown into the line. The swan is well.",
  ];
  const after = `<section><h2>More from the harbour</h2>${[1, 2, 3, 4, 5].map(card).join("")}</section>`;
  const { articleBody, extraction } = extract({ html: page(paragraphs(short), { after }), url });
  assert.equal(articleBody, short.join("\n\n"));
  assert.equal(extraction.pageType, "article");
});

test("a discussion longer than a short article goes where the page says that it is an article", () => {
  const voice = (n: number): string =>
    `Voice ${n} remembers the lamps well, since they came in at the bedroom window all through childhood and were the last thing to be seen at night.`;
  const comments = `<div class="comments"><h2>Six thoughts</h2>${[1, 2, 3, 4, 5, 6].map((n) => `<div><p>${voice(n)}</p></div>`).join("")}</div>`;
  const short = STORY.slice(0, 2);
  const body = read(page(paragraphs(short), { after: comments }));
  holds(body, short);
  lacks(body, [1, 2, 3, 4, 5, 6].map(voice));
});

test("a counted discussion goes in languages whose lists have no count", () => {
  const story = [
    "Los ochenta y tres vecinos de Valdorcina han comprado el bar de la plaza para que no cierre.",
    "Cada uno ha puesto lo que ha podido: desde cinco euros hasta un congelador casi nuevo.",
    "La máquina de café, de 1979, sigue haciendo ruido de avión.",
  ];
  const voices = [
    "Por fin alguien escribe sobre esto. Llevo treinta años viviendo aquí y nadie nos ha preguntado.",
    "No estoy de acuerdo con la segunda parte, los datos eran muy distintos.",
  ];
  const html = `<!doctype html><html lang="es"><head><title>Un bar</title>${ARTICLE_HEAD}</head><body><div class="cntn"><h1>Un bar</h1><div class="artl">${paragraphs(story)}</div><section><h4>Comentarios (2)</h4><div>${paragraphs(voices)}</div></section></div></body></html>`;
  const body = extract({ html, url }, { model: "none" }).articleBody;
  holds(body, story);
  lacks(body, voices);
});

test("a short paragraph in a wrapper that readers open comes with the long ones", () => {
  const last = "The switch itself stays where it is; moths have moved in.";
  const more = `<button>Read more</button><div class="more" style="display:none">${paragraphs([...STORY.slice(1), last])}</div>`;
  const html = page(`${paragraphs([STORY[0] as string, ...STORY.slice(2)])}${more}`, {
    after: `<section><h2>Related articles</h2>${[1, 2, 3, 4].map(card).join("")}</section>`,
  });
  holds(read(html), [...STORY, last]);
});

test("a subtitle stays that is called one, though it ends in no full stop", () => {
  const subtitle = "Nineteen lamps, one ladder and a switch in a drawer";
  const html = page(paragraphs(STORY)).replace(
    "</h1>",
    `</h1><p class="entry-subtitle">${subtitle}</p><p class="meta">Nora Finch</p>`,
  );
  const body = read(html);
  holds(body, [subtitle, ...STORY]);
});

test("what an author asks of readers under a story goes", () => {
  for (const line of [
    "Did you light a lamp? Tag us on Instagram and let us know how it turned out!",
    "Subscribe to Small Lamps on Apple Podcasts, Spotify or wherever you get your podcasts.",
    "Thank you for reading! If you like the story, please rate it and consider supporting me on Patreon.",
  ]) {
    const body = read(page(`${paragraphs(STORY)}<p>${line}</p>`));
    holds(body, STORY);
    lacks(body, [line]);
  }
});

test("a table of facts and terms may end an article", () => {
  const terms =
    '<h2>Parts</h2><dl><dt><a href="/m"><code>mantle</code></a></dt><dd><p>what glows, in degrees.</p></dd></dl>';
  const table =
    "<h2>Lamps</h2><table><tr><th>Quay</th><th>Lamps</th></tr><tr><td>north</td><td>12</td></tr></table>";
  const html = page(paragraphs(STORY)).replace(
    "</article>",
    `<section>${terms}</section><section>${table}</section></article>`,
  );
  const { removed } = extract({ html, url }, { model: "none" }).extraction;
  for (const fact of ["mantle", "north", "12"]) {
    const named = removed.filter(({ text, rule }) => rule === "line-after-the-end" && text.includes(fact));
    assert.deepEqual(named, [], fact);
  }
});

test("an answer is no request though its buttons stand near it", () => {
  const answers = [
    "Glass was dear, and few had more than one pane of it.",
    "Walls were thick, and a small hole kept half the cold out.",
  ];
  const request = "Get the tides on your phone with the harbour app.";
  const item = `<div class="item"><div class="who">Ann</div><div class="inner">${paragraphs(answers)}</div><div class="acts"><button>Useful</button></div></div>`;
  const other = `<div class="item"><div class="who">Bo</div><div class="inner"><p>Ours was made for keeping wolves out, and this is no joke.</p></div></div>`;
  const ask = `<div class="box"><p>${request}</p><button>Get it</button></div>`;
  const html = page(
    `<div class="q"><span>${STORY[0]}</span></div><div class="list">${item}${ask}${other}</div>`,
  );
  const { articleBody } = extract({ html, url }, { model: "none" });
  holds(articleBody, answers);
  lacks(articleBody, [request]);
});

test("the foot of a quotation at the end stays with it", () => {
  const quotation =
    "<blockquote><p>A path does not stop at a border, and neither should its paint.</p><footer>Commissioner Ilse Marek</footer></blockquote>";
  holds(read(page(`${paragraphs(STORY)}<ul><li>Nineteen lamps</li><li>One ladder</li></ul>${quotation}`)), [
    ...STORY,
    "A path does not stop at a border, and neither should its paint.",
    "Commissioner Ilse Marek",
  ]);
});

test("the dates of a life are no date of publication", () => {
  const life = "* 3 mei 1934 † 6 februari 2026";
  const html = page(`<p>${STORY[0]}</p><p>${life}</p>${paragraphs(STORY.slice(1))}`);
  holds(extract({ html, url }, { model: "none" }).articleBody, [life]);
});
