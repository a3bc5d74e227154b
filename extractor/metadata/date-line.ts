/** How lines that hold a date are read, and what they say the date is of. */

/** Marked dates may stand at the end of the article too. */
export const FARTHEST_MARKED = 30_000;
/** A line that is little more than its date; longer ones are prose that mentions a date. */
export const LONGEST_AROUND = 45;

export const UPDATED =
  /(?:updated|modified|aktualisiert|geändert|zuletzt|stand\b|mis à jour|modifié|actualizado|actualización|aggiornato|atualizado|bijgewerkt|zaktualizowano|aktualizacj|aktualizov|actualizat|ažurirano|ажурирано|posodobljeno|frissít|frissült|módosít|atnaujinta|atjaunot|atjaunināt|uuendatud|обновен|ενημέρωση|ενημερώθηκε|עודכן|עדכון|cập nhật|diperbarui|dikemas kini|อัปเดต|ปรับปรุง|به‌روزرسانی|به روز رسانی|modificato|modificado|actualisé|gewijzigd|(?:last|laatste|letztes) update|оновлено|обновлено|güncelleme|uppdaterad|opdateret|oppdatert|päivitetty|更新|最終更新|수정|업데이트|تحديث|تعديل|بروزرسانی|अपडेट)/iu;
export const PUBLISHED =
  /(?<!\p{L})(?:published|posted|written|created|veröffentlicht|erschienen|erstellt|geschrieben|publié|publicado|pubblicato|gepubliceerd|geplaatst|opublikowano|dodano|опубліковано|опубликовано|yayın|publicat|objavljeno|objavljen|објављено|publikov|megjelent|közzétéve|paskelbta|publicēts|avaldatud|публикуван|δημοσιεύ|פורסם|đăng|diterbitkan|dipublikasikan|tayang|เผยแพร่|publicerad|udgivet|publisert|julkaistu|公開|掲載|投稿|配信|发布|發布|發佈|发表|發表|刊登|입력|등록|승인|게재|نشر|انتشار|प्रकाशित|date|datum|datei?|fecha)/iu;
/** Dates of something else: of events, of copyright, of deadlines, of birth. */
export const OTHER_DATE =
  /©|copyright|\(c\)|since|seit\b|geboren|\bborn\b|event|termin|deadline|expires|gültig|beginn\b|ab dem|bis zum|until|registriert|registered|joined|member since|mitglied seit|(?<!\p{L})(?:when|wann|quand|cuándo|quando|wanneer|kiedy|когда|коли)\s*:|日時|開催/iu;

/** Words around the date of a sentence. */
const LEAST_WORDS = 4;

/** Whether a line is a sentence that mentions a date: "The board meets on 12 April 2024 in the customs house." */
export const isSentence = (text: string): boolean =>
  /[.!?。！？]["”’»）)]?$/u.test(text) &&
  (text.match(/(?<!\p{L})\p{Ll}{2,}|\p{Lo}{4,}/gu) ?? []).length >= LEAST_WORDS;
