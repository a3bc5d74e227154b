/** Longest such line, in UTF-16 code units. */
const LONGEST = 80;

/** What a line leads to, in brackets of its own: `【写真】…`, `[포토] …`, `【圖輯】…`. */
const GALLERY =
  /^\s*[【［[〈《](?:写真|画像|写真・画像|写真特集|フォト|フォトギャラリー|ギャラリー|動画|映像|図解|イラスト|グラフ|地図|表|写真を見る|写真で見る|图集|圖集|圖輯|组图|組圖|视频|視頻|影片|影音|直播|포토|사진|화보|영상|동영상|인포그래픽|그래픽|카드뉴스)[】］\]〉》]\s*\S/u;

/** `VIDEO – …`, `EN VIDÉO. …`, `视频：…`: the word and what sets it off from a title. */
const FILM = /^\s*(?:(?:EN )?VID[EÉ]O|VÍDEO|WIDEO|ВИДЕО|ВІДЕО|PHOTOS|视频|視頻|影片|動画)\s*[:：.|–—-]\s*\S/u;

/** `＼最新号はこちら／`: set so, a line calls out what another page has. */
const CALL_OUT = /^\s*[＼\\]\s?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}].{2,40}[／/]\s*$/u;

/** Whether a line only leads to pictures or a film on another page: such labels stand before no sentence. */
export const isGalleryLine = (text: string): boolean =>
  text.length <= LONGEST &&
  (((GALLERY.test(text) || FILM.test(text)) && !/[。.!?]$/u.test(text)) || CALL_OUT.test(text));
