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
    lecture _ minutes, lu _ fois
  `),
  es: phrases(`
    visitas, vistas, lecturas, comentarios, comentario, sin comentarios, min de lectura,
    minutos de lectura, tiempo de lectura, compartidos, me gusta, votos, visualizaciones,
    min. de lectura, lectura _ min, lectura _ minutos, leido _ veces
  `),
  it: phrases(`
    visualizzazioni, letture, commenti, commento, nessun commento, minuti di lettura, min di lettura,
    tempo di lettura, condivisioni, voti, min. di lettura, lettura _ min, lettura _ minuti,
    letto _ volte
  `),
  pt: phrases(`
    visualizacoes, leituras, comentarios, comentario, min de leitura, minutos de leitura,
    tempo de leitura, compartilhamentos, curtidas, votos, acessos, min. de leitura, partilhas,
    leitura _ min, leitura _ minutos, lido _ vezes
  `),
  nl: phrases(`
    keer bekeken, weergaven, reacties, reactie, geen reacties, minuten leestijd, min leestijd, min lezen,
    leestijd, keer gelezen, keer gedeeld, minuten lezen
  `),
  pl: phrases(`
    wyswietlen, wyswietlenia, odslon, komentarzy, komentarze, komentarz, brak komentarzy, min czytania,
    minut czytania, czas czytania, glosow, udostepnien, ocen
  `),
  uk: phrases(`
    переглядів, перегляди, перегляд, перегляда, коментарів, коментарі, коментар, хв читання,
    хвилин читання, хв, час читання, читати, прочитань, відгуків, голосів
  `),
  ru: phrases(`
    просмотров, просмотра, просмотр, просмотры, комментариев, комментарии, комментария, комментарий,
    нет комментариев, мин чтения, минут чтения, минуты чтения, время чтения, прочтений, голосов, отзывов,
    лайков
  `),
  tr: phrases(`
    goruntulenme, okunma, goruntuleme, yorum, yorumlar, dk okuma, dakika okuma, okuma suresi, begeni,
    paylasim
  `),
  da: phrases("visninger, kommentarer, min. laesetid, min laesning, laesetid"),
  sv: phrases("visningar, kommentarer, min lasning, min lastid, lastid, minuters lasning"),
  no: phrases("visninger, kommentarer, min lesetid, lesetid, min lesing"),
  fi: phrases("katselukertaa, kommenttia, kommentit, min lukuaika, lukuaika"),
  cs: phrases("zobrazeni, komentaru, komentare, min cteni, precteno"),
  el: phrases("προβολες, σχολια, λεπτα"),
  ja: phrases(
    "回視聴, ビュー, 閲覧, 閲覧数, コメント, 件のコメント, 分で読めます, いいね, 件, 読了時間, views, pv",
  ),
  zh: phrases(
    "阅读, 閱讀, 浏览, 瀏覽, 次浏览, 阅读量, 评论, 評論, 条评论, 点赞, 人气, 点击, 分钟, 分享, 转发, 收藏, 参与, 跟帖",
  ),
  ko: phrases("조회수, 조회, 댓글, 개의 댓글, 분, 추천, 공감"),
  ar: phrases("مشاهدة, مشاهدات, قراءة, تعليق, تعليقات, دقائق, دقيقة, دقائق للقراءة, مشاركة"),
};
