import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Labels of players that read the article aloud. */
export const LISTEN_WORDS: WordList = {
  en: phrases(`
    listen to this article, listen to this story, listen to article, listen to the article,
    listen to the story, listen now, listen, play audio, audio version, this audio is auto-generated,
    your browser does not support the audio element, your browser does not support, hear this story,
    article audio, read aloud, listen to this post, listen to the post, this is an ai-generated voice,
    ai-generated voice
  `),
  de: phrases(`
    artikel anhoren, artikel vorlesen, beitrag anhoren, vorlesen lassen, anhoren, vorlesen,
    hören sie diesen artikel, artikel horen, audio anhoren, diesen artikel anhoren, jetzt anhoren,
    artikel als audio, text vorlesen, beitrag vorlesen, diesen beitrag anhoren
  `),
  fr: phrases(`
    ecouter cet article, ecouter l'article, ecouter, ecoutez cet article, lire l'article en audio,
    ecoutez l'article, article en audio, version audio, ecouter l'article en audio
  `),
  es: phrases(`
    escuchar este articulo, escuchar articulo, escucha este articulo, escuchar, escuchar noticia,
    escuchar este contenido, escucha esta noticia, escuchar esta noticia, escuchar la noticia,
    escucha el articulo, escuchar el articulo, escuchar nota, audio generado con ia
  `),
  it: phrases(`
    ascolta questo articolo, ascolta l'articolo, ascolta, ascolta la versione audio dell'articolo,
    ascolta la notizia, ascolta l'articolo in versione audio, ascolta questa notizia
  `),
  pt: phrases(`
    ouvir este artigo, ouca este artigo, ouvir, ouca esta noticia, ouvir noticia, ouca este conteudo,
    ouvir este conteudo, ouvir o texto, ouca o texto, ouca a materia, ouca este texto, oica este artigo,
    ouvir artigo, ouca a noticia, ouca o artigo
  `),
  nl: phrases(`
    luister naar dit artikel, beluister dit artikel, luister, voorlezen, lees voor, artikel beluisteren,
    beluister artikel, beluister het artikel, luister artikel
  `),
  pl: phrases(`
    posluchaj artykulu, odsluchaj artykul, posluchaj, sluchaj artykulu, posluchaj tego artykulu,
    posluchaj tekstu, odsluchaj artykulu, odsluchaj, odsluchaj tekst, sluchaj tekstu, wersja audio,
    artykul audio, przeczytaj lub posluchaj
  `),
  uk: phrases(`
    слухати статтю, прослухати, слухати, озвучити, прослухати статтю, прослухати матеріал,
    прослухати новину, слухати новину, слухати матеріал, слухайте цю статтю, озвучити текст,
    озвучка, аудіоверсія, аудіоверсія статті, слухати аудіо
  `),
  ru: phrases(`
    слушать статью, прослушать, слушать, прослушать новость, прослушать статью, прослушать материал,
    слушать новость, слушать материал, слушать текст, послушать статью, послушать, озвучить текст,
    озвучить статью, аудиоверсия, аудиоверсия статьи, аудиоверсия материала
  `),
  tr: phrases(`
    haberi dinle, dinle, makaleyi dinle, haberi sesli dinle, sesli dinle, bu yaziyi dinle, yaziyi
    dinle, makaleyi dinleyin, haberi dinleyin, bu haberi dinle, icerigi dinle, haberi seslendir
  `),
  da: phrases(`
    lyt til artiklen, lyt, hor artiklen, lyt til denne artikel, hor denne artikel, lyt til
    historien, fa artiklen laest op, fa laest artiklen op, fa laest op, hor artiklen laest op,
    oplaesning
  `),
  sv: phrases(`
    lyssna pa artikeln, lyssna, las upp, lyssna pa texten, lyssna pa den har artikeln, lyssna pa
    nyheten, fa artikeln upplast, fa texten upplast, artikeln upplast, las upp artikeln, upplast
    artikel
  `),
  no: phrases(`
    lytt til saken, lytt, hor artikkelen, lytt til artikkelen, lytt til denne artikkelen, lytt til
    denne saken, hor saken, hor saken opplest, fa artikkelen opplest, fa saken opplest, lytt pa
    saken, les opp
  `),
  fi: phrases(`
    kuuntele juttu, kuuntele, kuuntele artikkeli, kuuntele tama artikkeli, kuuntele tama juttu,
    kuuntele aaniversio, kuuntele aaniversiona, kuuntele uutinen, aaniversio, juttu aaneen luettuna
  `),
  ja: phrases(
    "この記事を聴く, 音声で聴く, 記事を聞く, 読み上げ, この記事を聞く, 記事を聴く, 記事を音声で聴く, 記事を音声で聞く, 音声で聞く, 音声読み上げ, 音声で再生",
  ),
  zh: phrases(
    "收听本文, 听全文, 收听, 朗读, 語音播報, 听新闻, 聽新聞, 听文章, 聽文章, 聆聽全文, 语音播报, 语音朗读, 朗读全文, 朗讀全文, 收聽本文",
  ),
  ko: phrases(
    "기사 듣기, 듣기, 음성으로 듣기, 본문 듣기, 기사듣기, 음성 듣기, 뉴스 듣기, 기사 읽어주기, 음성으로 읽기",
  ),
  ar: phrases(`
    استمع إلى المقال, استمع للمقال, استمع, استمع إلى الخبر, استمع إلى المقالة, استمع إلى هذا المقال,
    استمع للخبر, الاستماع للمقال
  `),
  cs: phrases(`
    poslechnete si clanek, poslechnout clanek, poslechnout si clanek, poslechnout, prehrat clanek,
    audioverze clanku, audioverze, precist nahlas
  `),
  fa: phrases("شنیدن خبر, نسخه صوتی خبر, به این مطلب گوش دهید"),
  hi: phrases("खबर सुनें, ये खबर सुनें"),
};

/** What stands in for content that a script brings. */
export const LOADING_WORDS: WordList = {
  en: phrases(`
    loading, loading..., please wait, please enable javascript, enable javascript,
    javascript is disabled, javascript is required, this video is not available,
    this content is not available, video unavailable, this video is unavailable, initial plugin text
  `),
  de: phrases(
    "wird geladen, ladt, laden, bitte warten, bitte aktivieren sie javascript, javascript aktivieren",
  ),
  fr: phrases("chargement, chargement en cours, veuillez patienter"),
  es: phrases("cargando, espere por favor"),
  it: phrases("caricamento, caricamento in corso"),
  pt: phrases("carregando, a carregar"),
  nl: phrases("laden, bezig met laden"),
  pl: phrases("ladowanie, wczytywanie"),
  uk: phrases("завантаження"),
  ru: phrases("загрузка, идет загрузка"),
  tr: phrases("yukleniyor"),
  sv: phrases("laddar"),
  da: phrases("indlaeser"),
  no: phrases("laster"),
  fi: phrases("ladataan"),
  ja: phrases("読み込み中, ロード中, 読込中, 読み込んでいます"),
  zh: phrases("加载中, 正在加载, 載入中, 正在載入"),
  ko: phrases("로딩중, 불러오는 중, 로딩 중, 불러오고 있습니다"),
  ar: phrases("جار التحميل, جاري التحميل"),
  fa: phrases("در حال بارگذاری"),
  hi: phrases("लोड हो रहा है"),
};
