import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** What a line begins with that stands in for a post or a film of another site, or asks for leave to show it. */
export const EMBED_OPENINGS: WordList = {
  en: phrases(`
    view this post on, see this post on, view post on, a post shared by, a video posted by,
    we need your consent to load, this content is hosted by, to view this content _ cookies,
    allow _ content, text ad
  `),
  de: phrases(`
    diesen beitrag auf, sieh dir diesen beitrag auf, sehen sie sich diesen beitrag auf, beitrag auf _ ansehen,
    ein beitrag geteilt von, ein von _ geteilter beitrag, externer inhalt von,
    an dieser stelle finden sie einen externen, an dieser stelle finden sie inhalte,
    an dieser stelle befindet sich ein, hier wurde ein externer inhalt
  `),
  fr: phrases(`
    voir cette publication sur, afficher cette publication sur, voir ce post sur, une publication partagee par,
    un post partage par, ce contenu est bloque car, pour afficher ce contenu, pour voir ce contenu
  `),
  es: phrases(`
    ver esta publicacion en, ver esta foto en, mira esta publicacion en, una publicacion compartida de,
    una publicacion compartida por, este contenido externo requiere, para ver este contenido
  `),
  it: phrases(`
    visualizza questo post su, vedi questo post su, un post condiviso da, per vedere questo contenuto,
    per visualizzare questo contenuto, questo contenuto e ospitato
  `),
  pt: phrases(`
    ver esta publicacao no, ver essa foto no, ver essa publicacao no, veja este post no,
    uma publicacao partilhada por, uma publicacao compartilhada por, um post compartilhado por,
    este conteudo so esta disponivel, para ver este conteudo
  `),
  nl: phrases(`
    dit bericht bekijken op, bekijk dit bericht op, dit bericht op _ bekijken, een bericht gedeeld door,
    deze content kan niet worden getoond, deze inhoud kan niet worden getoond, om deze inhoud te kunnen zien
  `),
  pl: phrases(`
    wyswietl ten post na, zobacz ten post na, zobacz wpis na, post udostepniony przez, aby zobaczyc
    te tresc, aby wyswietlic te tresc, ta tresc jest dostarczana przez
  `),
  uk: phrases(`
    переглянути цей допис в, переглянути цей допис у, подивитися цей допис у, допис поширений,
    допис, поширений, щоб переглянути цей вміст
  `),
  ru: phrases(`
    посмотреть эту публикацию в, посмотреть публикацию в, посмотреть этот пост в, публикация от,
    чтобы посмотреть этот контент
  `),
  tr: phrases(`
    bu gonderiyi instagram'da gor, bu gonderiyi gor, 'in paylastigi bir gonderi, bu icerigi
    goruntulemek icin
  `),
  sv: phrases(`
    visa det har inlagget pa, se det har inlagget pa, ett inlagg delat av, det har innehallet
    kraver, for att se innehallet, for att visa innehallet, har finns innehall som har hamtats fran,
    har finns innehall fran
  `),
  no: phrases(`
    se dette innlegget pa, vis dette innlegget pa, et innlegg delt av, dette innholdet krever, for a
    se innholdet, for a se dette innholdet
  `),
  da: phrases(`
    se dette opslag pa, vis dette opslag pa, et opslag delt af, dette indhold kraever, for at se
    dette indhold, accepter cookies for at se, du skal acceptere
  `),
  fi: phrases(`
    nayta tama julkaisu, katso tama julkaisu, henkilon _ jakama julkaisu, tahan on upotettu,
    nahdaksesi taman sisallon, hyvaksy evasteet nahdaksesi, sisaltoa ei voida nayttaa
  `),
  cs: phrases(`
    zobrazit prispevek na, zobrazit tento prispevek na, prispevek sdileny, pro zobrazeni tohoto
    obsahu, pro zobrazeni obsahu
  `),
};

/** Lines that say no more than that there is a post or a film. */
export const EMBED_LABELS: WordList = {
  en: phrases(`
    watch video below, watch the video below, watch below, watch the video, watch this video, click to play,
    tap to play, view tweet, see tweet, video below, click here to watch
  `),
  de: phrases(`
    video ansehen, video anschauen, zum video, tweet ansehen, externer inhalt, hier geht es zum video,
    externen inhalt anzeigen
  `),
  fr: phrases(`
    voir le tweet, voir la video, regarder la video, voir la publication, regardez la video, voir le post,
    afficher le contenu
  `),
  es: phrases(`
    ver tuit, ver tweet, ver el tuit, ver video, ver el video, mira el video, mira aqui el video,
    ver publicacion
  `),
  it: phrases("guarda il video, vedi il tweet, vedi il video, guarda il video qui sotto, vedi il post"),
  pt: phrases(
    "ver tweet, assista ao video, veja o video, ver video, assista, assista abaixo, veja o video abaixo",
  ),
  nl: phrases(
    "bekijk de video, bekijk hier de video, bekijk de tweet, bekijk de beelden, bekijk hieronder de video",
  ),
  pl: phrases(`
    wideo, zobacz wideo, obejrzyj wideo, odtworz wideo, zobacz film, zobacz nagranie, zobacz tweet,
    zobacz post, zobacz na youtube
  `),
  uk: phrases(`
    відео, дивіться відео, дивитися відео, дивитись відео, переглянути відео, переглянути допис,
    дивіться на youtube, дивитися на youtube, дивитись на youtube
  `),
  ru: phrases(`
    видео, смотрите видео, смотреть видео, посмотреть видео, смотреть на youtube, смотрите на
    youtube, смотреть пост
  `),
  tr: phrases(`
    video haber, videoyu izle, videoyu izleyin, videoyu izlemek icin tiklayin, siradaki video,
    goruntuleri izleyin
  `),
  sv: phrases(`
    spela upp video, se video, se videon, se klippet, se filmen, se inlagget, webb-tv, visa inlagget
  `),
  no: phrases(`
    spill av video, se video, se videoen, se tv-innslaget, se innslaget, se innlegget, vis innlegget
  `),
  da: phrases("afspil video, se video, se videoen, se indslaget, se opslaget, vis opslaget"),
  fi: phrases("toista video, katso video, katso videolta, katso areenasta, nayta julkaisu"),
  cs: phrases("prehrat video, spustit video, podivejte se na video, video zde, zobrazit prispevek"),
};

/** What stands before the title of a film between the paragraphs. */
export const VIDEO_LABELS: WordList = {
  en: phrases("video:, watch:, in video:, video |, watch |"),
  de: phrases("video:, im video:, zum video:"),
  fr: phrases("video :, en video :, video:, en video:"),
  es: phrases("en video:, mira el video:, mire el video:"),
  it: phrases("il video:, guarda il video:"),
  pt: phrases("videos:, em video:, assista:, veja o video:"),
  nl: phrases("bekijk de video:, bekijk ook:"),
};
