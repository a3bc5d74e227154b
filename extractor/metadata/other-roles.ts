/** What people did for the page besides writing it, as lines say it behind the writer's name. */
const OTHERS = [
  "(?:(?:additional )?(?:photo(?:graph)?s?|photography|pictures?|images?|illustrations?|graphics?|video|artwork)(?: and \\w+)?|illustrated|edited|translated|translation|(?:medically |expert |technically )?reviewed|fact[- ]?checked|narrated|produced|filmed) by",
  "(?:fotos?|bilder?|illustration(?:en)?|grafik(?:en)?|übersetzung|video)(?: von|:)|(?:übersetzt|redigiert|bearbeitet|fotografiert|illustriert|lektoriert|geprüft) von",
  "(?:photos?|images?|illustrations?|vidéo|traduction) (?:par|de|:)|(?:traduit|édité|relu|vérifié|photographié|illustré) par",
  "(?:fotos?|fotografías?|imágenes|ilustraciones|vídeo|traducción) (?:de|por|:)|(?:traducido|editado|revisado|ilustrado) por",
  "(?:foto|fotografie|illustrazioni|video|traduzione) (?:di|:)|(?:tradotto|illustrato|revisionato) da",
  "(?:fotografias?|tradução|ilustrações|imagens) (?:de|por|:)|(?:traduzido|revisto|ilustrado) por",
  "(?:foto['’]?s?|beeld|illustraties?|vertaling)(?: door| van|:)|(?:vertaald|geïllustreerd) door",
  "(?:zdjęcia|fot\\.|tłumaczenie|tłum\\.|ilustracje)(?::| )|(?:фото|перевод|переклад|иллюстрации|ілюстрації)\\s?:",
  "(?:foto|bild|översättning|oversættelse|oversettelse|billeder|kuvat?|valokuvat|fotoğraf(?:lar)?|çeviri)\\s?:",
].join("|");

/** Up to the next mark between people. */
const CUT = new RegExp(
  `(?<=\\S)[\\s,;|·•/–—(-]+(?:and |und |et |y |e )?(?:${OTHERS})\\s*[^,;|·•\\n]*`,
  "giu",
);

/** A line of names without those who did something else: "Ida Holm, photos by Theo Abara". Where nobody else is named they stay. */
export const withoutOtherRoles = (line: string): string => line.replace(CUT, "").trim() || line;
