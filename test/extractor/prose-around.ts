/** A long paragraph of a story, by language: what stands around the line that a test is about. */
export const AROUND: Readonly<Record<string, string>> = {
  pl: "Długi akapit opowieści, w którym nic się nie dzieje, poza tym że rzeka płynie, a ludzie patrzą na nią z mostu i liczą kaczki.",
  uk: "Довгий абзац оповіді, у якому нічого не відбувається, хіба що річка тече, а люди дивляться на неї з мосту й рахують качок.",
  ru: "Длинный абзац рассказа, в котором ничего не происходит, разве что река течёт, а люди смотрят на неё с моста и считают уток.",
  tr: "Hikâyenin uzun bir paragrafı: hiçbir şey olmuyor, yalnızca nehir akıyor ve insanlar köprüden bakıp ördekleri sayıyor.",
  sv: "Ett långt stycke av berättelsen där ingenting händer, mer än att ån rinner och folk står på bron och räknar änder.",
  no: "Et langt avsnitt av fortellingen der ingenting skjer, annet enn at elva renner og folk står på brua og teller ender.",
  da: "Et langt afsnit af fortællingen, hvor intet sker, andet end at åen løber, og folk står på broen og tæller ænder.",
  fi: "Pitkä kappale kertomusta, jossa ei tapahdu mitään muuta kuin että joki virtaa ja ihmiset seisovat sillalla laskemassa sorsia.",
  cs: "Dlouhý odstavec vyprávění, ve kterém se nic neděje, jen řeka teče a lidé stojí na mostě a počítají kachny, které plují kolem.",
};
