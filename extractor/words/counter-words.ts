import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What counters count: views, comments, minutes of reading. They stand beside a number. */
export const COUNTER_WORDS: WordList = {
  en: phrases(`
    views, view, reads, read, hits, comments, comment, no comments, replies, reply, responses, shares,
    share, likes, like, votes, vote, ratings, rating, min read, mins read, minute read, minutes read,
    min. read, minutes to read, minute, minutes, min, mins, reading time, read time,
    estimated reading time, time to read, followers, subscribers, downloads, reviews, times, claps,
    reactions, words, upvotes, points
  `),
  de: phrases(`
    aufrufe, mal gelesen, ansichten, zugriffe, klicks, kommentare, kommentar, keine kommentare,
    minuten lesezeit, min. lesezeit, min lesezeit, minute lesezeit, lesezeit, minuten, min, lesedauer,
    leser, stimmen, bewertungen, bewertung, antworten, mal geteilt, geteilt, gefallt mir, likes,
    x gelesen
  `),
  fr: phrases(`
    vues, lectures, commentaires, commentaire, aucun commentaire, partages, min de lecture,
    minutes de lecture, temps de lecture, avis, reponses, mn, min. de lecture, lecture _ min,
    lecture _ minutes, lu _ fois, lecture : _ min, lecture : _ minutes
  `),
  es: phrases(`
    visitas, vistas, lecturas, comentarios, comentario, sin comentarios, min de lectura,
    minutos de lectura, tiempo de lectura, compartidos, me gusta, votos, visualizaciones,
    min. de lectura, lectura _ min, lectura _ minutos, leido _ veces, lectura: _ min, lectura: _ minutos
  `),
  it: phrases(`
    visualizzazioni, visite, letture, commenti, commento, nessun commento, minuti di lettura, min di lettura,
    tempo di lettura, condivisioni, voti, min. di lettura, lettura _ min, lettura _ minuti,
    letto _ volte, lettura: _ min, lettura: _ minuti
  `),
  pt: phrases(`
    visualizacoes, leituras, comentarios, comentario, min de leitura, minutos de leitura,
    tempo de leitura, compartilhamentos, curtidas, votos, acessos, min. de leitura, partilhas,
    leitura _ min, leitura _ minutos, lido _ vezes, leitura: _ min, leitura: _ minutos
  `),
  nl: phrases(`
    keer bekeken, weergaven, reacties, reactie, geen reacties, minuten leestijd, min leestijd, min lezen,
    leestijd, keer gelezen, keer gedeeld, minuten lezen
  `),
  pl: phrases(`
    wyswietlen, wyswietlenia, odslon, komentarzy, komentarze, komentarz, brak komentarzy, min
    czytania, minut czytania, czas czytania, glosow, udostepnien, ocen, odslony, wyswietlenie, ten
    tekst przeczytasz w _ minuty, ten tekst przeczytasz w _ minut, ten artykul przeczytasz w _
    minuty, ten artykul przeczytasz w _ minut, przeczytasz w _ minuty, przeczytasz w _ minut,
    przeczytasz w _ min, przeczytanie zajmie ci _ minuty, przeczytanie zajmie ci _ minut, minuty
    czytania, minuta czytania, min. czytania, czyta sie _ minuty, czyta sie _ minut, polubien,
    reakcji, udostepnienia, odslona, komentarza, glosy, czytelnikow
  `),
  uk: phrases(`
    переглядів, перегляди, перегляд, перегляда, коментарів, коментарі, коментар, хв читання, хвилин
    читання, хв, час читання, читати, прочитань, відгуків, голосів, прочитаєте за, прочитаєте за _
    хв, прочитаєте за _ хвилини, прочитаєте за _ хвилин, на читання, хвилини читання, хвилина
    читання, хвилин, хвилини, коментаря, без коментарів, немає коментарів, тис переглядів, поширень,
    вподобань
  `),
  ru: phrases(`
    просмотров, просмотра, просмотр, просмотры, комментариев, комментарии, комментария, комментарий,
    нет комментариев, мин чтения, минут чтения, минуты чтения, время чтения, прочтений, голосов,
    отзывов, лайков, прочтете за, прочтете за _ минуты, прочтете за _ минут, прочтете за _ мин, на
    чтение, минута чтения, минут, минуты, читать _ минуты, читать _ минут, читать _ мин, без
    комментариев, репостов, тыс просмотров, на прочтение
  `),
  tr: phrases(`
    goruntulenme, okunma, goruntuleme, yorum, yorumlar, dk okuma, dakika okuma, okuma suresi,
    begeni, paylasim, goruntulenmis, kez okundu, kez goruntulendi, okundu, dakikalik okuma, dk okuma
    suresi, dakikada okunur, dk, dakika, tahmini okuma suresi, ortalama okuma suresi, begenme, kisi
    okudu, izlenme
  `),
  da: phrases(`
    visninger, kommentarer, min. laesetid, min laesning, laesetid, laesetid ca, min laesetid,
    minutters laesning, minutters laesetid, minut laesetid, min at laese, delinger, kommentar, ingen
    kommentarer, gange laest, min, minutter, ca
  `),
  sv: phrases(`
    visningar, kommentarer, min lasning, min lastid, lastid, minuters lasning, lastid cirka, lastid
    ca, lasningstid, lasning, minuter lastid, minuters lastid, delningar, kommentar, inga
    kommentarer, gillar, min, minuter, cirka, ca
  `),
  no: phrases(`
    visninger, kommentarer, min lesetid, lesetid, min lesing, lesetid ca, lesetid cirka, minutters
    lesetid, minutter lesetid, minutters lesing, minutt lesetid, delinger, kommentar, ingen
    kommentarer, likes, min, minutter, ca
  `),
  fi: phrases(`
    katselukertaa, kommenttia, kommentit, min lukuaika, lukuaika, lukuaika noin, minuutin lukuaika,
    minuuttia lukuaika, lukemiseen menee, lukukertaa, kommentti, ei kommentteja, jakoa, jakokertaa,
    tykkaysta, minuuttia, minuutti, min, katselua
  `),
  cs: phrases(`
    zobrazeni, komentaru, komentare, min cteni, precteno, doba cteni, cas cteni, delka cteni, minuty
    cteni, minut cteni, minuta cteni, zobrazeno, komentar, zadne komentare, bez
    komentaru, prispevku, sdileni, minut, minuty, min
  `),
  el: phrases("προβολες, σχολια, λεπτα"),
  ja: phrases(`
    回視聴, ビュー, 閲覧, 閲覧数, コメント, 件のコメント, 分で読めます, いいね, 件, 読了時間, views, pv, 回閲覧, 回再生, 再生回数, 閲覧回数, アクセス数,
    分で読める, この記事は約*分で読めます, 約*分で読めます, 約*分で読める, 読了時間:約*分, 読了時間: 約*分, 読了時間 約*分, 読了目安:約*分, 読了目安: 約*分,
    読了目安 *分, 読了目安時間, 件の返信, 返信, ブックマーク, お気に入り, 共感した, なるほど, うーん, 参考になった, コメント*件, 閲覧*回, いいね*件
  `),
  zh: phrases(`
    阅读, 閱讀, 浏览, 瀏覽, 次浏览, 阅读量, 评论, 評論, 条评论, 点赞, 人气, 点击, 分钟, 分享, 转发, 收藏, 参与, 跟帖, 次阅读, 次閱讀, 人阅读, 浏览量, 瀏覽數,
    瀏覽次數, 浏览次数, 点击数, 点击量, 點閱數, 阅读数, 閱讀數, 回复, 則留言, 条留言, 次播放, 播放量, 次观看, 点赞数, 阅读时长, 阅读时间, 閱讀時間, 预计阅读,
    阅读约需*分钟, 約需*分鐘, 约需*分钟, 全文约*字, 全文共*字, 字数, 字數, 人氣, 讚, 赞, 人参与, 人参加, 阅读*次, 浏览*次, 评论*条, 閱讀*次, 點閱*次
  `),
  ko: phrases(`
    조회수, 조회, 댓글, 개의 댓글, 분, 추천, 공감, 조회 수, 읽음, 읽기, 분 읽기, 읽는 시간, 댓글수, 댓글 수, 공유수, 좋아요, 추천수, 반대, 스크랩, 슬퍼요,
    화나요, 후속기사 원해요, 댓글 *개, 댓글*개, 조회 *회, 공감 *개
  `),
  ar: phrases(`
    مشاهدة, مشاهدات, قراءة, تعليق, تعليقات, دقائق, دقيقة, دقائق للقراءة, مشاركة, عدد المشاهدات,
    عدد القراءات, القراءات, المشاهدات, عدد الزيارات, زيارة, مرات القراءة, مدة القراءة, وقت القراءة,
    زمن القراءة, دقيقة قراءة, دقائق قراءة, دقيقتان, دقيقتين, إعجاب, إعجابات, حجم الخط
  `),
  fa: phrases(`
    تعداد بازدید, بازدید, بازدیدها, زمان مطالعه, زمان تقریبی مطالعه, دقیقه, کد خبر, شناسه خبر,
    تعداد نظرات, نظر
  `),
  hi: phrases("मिनट, मिनट पढ़ें, मिनट में पढ़ें, व्यूज, कमेंट, टिप्पणियां, बार देखा गया"),
};
