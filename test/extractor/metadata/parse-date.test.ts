import assert from "node:assert/strict";
import { test } from "node:test";
import { findDate, parseDate } from "../../../extractor/metadata/parse-date.ts";

/** value, language, expected */
const VALUES: readonly (readonly [string, string | null, string | null])[] = [
  ["2021-03-04", null, "2021-03-04"],
  ["2021-03-04T05:06:07+02:00", null, "2021-03-04T05:06:07+02:00"],
  ["2021-03-04T05:06:07+0530", null, "2021-03-04T05:06:07+05:30"],
  ["2021-03-04T05:06:07.123Z", null, "2021-03-04T05:06:07Z"],
  ["2021-03-04 05:06", null, "2021-03-04T05:06"],
  ["2021-03-04T05:06:07", null, "2021-03-04T05:06:07"],
  ["20210304", null, "2021-03-04"],
  ["20210304T050607Z", null, "2021-03-04T05:06:07Z"],
  ["Thu, 04 Mar 2021 05:06:07 GMT", null, "2021-03-04T05:06:07Z"],
  ["Thu, 04 Mar 2021 05:06:07 -0500", null, "2021-03-04T05:06:07-05:00"],
  ["1614834367", null, "2021-03-04T05:06:07Z"],
  ["March 4, 2021 at 5:06 pm", "en", "2021-03-04T17:06"],
  ["4 March 2021 12:06 am", "en", "2021-03-04T00:06"],
  ["4. März 2021, 17.06 Uhr", "de", "2021-03-04T17:06"],
  ["04.03.2021 - 17:06", "de", "2021-03-04T17:06"],
  ["le 4 mars 2021 à 17h06", "fr", "2021-03-04T17:06"],
  ["4 de marzo de 2021", "es", "2021-03-04"],
  ["4 marzo 2021", "it", "2021-03-04"],
  ["4 de março de 2021", "pt", "2021-03-04"],
  ["4 maart 2021", "nl", "2021-03-04"],
  ["4 marca 2021", "pl", "2021-03-04"],
  ["4 березня 2021", "uk", "2021-03-04"],
  ["4 марта 2021", "ru", "2021-03-04"],
  ["4 Mart 2021", "tr", "2021-03-04"],
  ["4. mars 2021", "nb", "2021-03-04"],
  // Months that begin like the word before a month.
  ["4 December 2021", "en", "2021-12-04"],
  ["4. Dezember 2021", "de", "2021-12-04"],
  ["4 de diciembre de 2021", "es", "2021-12-04"],
  ["4 dicembre 2021", "it", "2021-12-04"],
  ["4 dezembro, 2021", "pt", "2021-12-04"],
  ["4. desember 2021", "nb", "2021-12-04"],
  ["Lunes, 4 de setiembre de 2021", "es", "2021-09-04"],
  ["2021年3月4日", "ja", "2021-03-04"],
  ["2021년 3월 4일", "ko", "2021-03-04"],
  ["2021年3月4日（木）17時06分", "ja", "2021-03-04T17:06"],
  ["2021年3月4日 午後5時6分", "ja", "2021-03-04T17:06"],
  ["令和3年3月4日", "ja", "2021-03-04"],
  ["平成元年3月4日", "ja", "1989-03-04"],
  ["２０２１年３月４日", "ja", "2021-03-04"],
  ["2021年03月04日 09:26", "zh", "2021-03-04T09:26"],
  ["民國110年3月4日", "zh-TW", "2021-03-04"],
  ["2021.03.04. 오후 2:30", "ko", "2021-03-04T14:30"],
  ["2021년 3월 4일 목요일 14시 30분", "ko", "2021-03-04T14:30"],
  ["الخميس ٤ مارس ٢٠٢١ - ٠٩:٣٠ ص", "ar", "2021-03-04T09:30"],
  ["4 كانون الثاني 2021 - 3:05 م", "ar", "2021-01-04T15:05"],
  ["4 آذار 2021", "ar", "2021-03-04"],
  ["04\u200f/03\u200f/2021", "ar", "2021-03-04"],
  ["4 मार्च 2021, 09:30 AM", "hi", "2021-03-04T09:30"],
  ["2021. március 4.", "hu", "2021-03-04"],
  ["4 במרץ 2021, 17:06", "he", "2021-03-04T17:06"],
  ["2021. március 4. 17:06", "hu", "2021-03-04T17:06"],
  ["4 tháng 3 năm 2021", "vi", "2021-03-04"],
  ["4 มีนาคม 2564 17:06 น.", "th", "2021-03-04T17:06"],
  ["๔ มี.ค. ๒๕๖๔", "th", "2021-03-04"],
  ["14 اسفند 1399 - 17:06", "fa", "2021-03-04T17:06"],
  ["۱۷:۰۶ - ۱۴ اسفند ۱۳۹۹", "fa", "2021-03-04T17:06"],
  ["۱۳۹۹/۱۲/۱۴", "fa", "2021-03-04"],
  ["1399/12/14", "en", null],
  ["٤ آذار/مارس ٢٠٢١", "ar", "2021-03-04"],
  ["4. listopada 2021", "hr", "2021-10-04"],
  ["4 listopada 2021", "pl", "2021-11-04"],
  // Times with a dot where a word says so, and times before the day.
  ["4 mars 2021 kl 17.06", "sv", "2021-03-04T17:06"],
  ["4.3.2021 klo 7.06", "fi", "2021-03-04T07:06"],
  ["4 Maret 2021 17.06 WIB", "id", "2021-03-04T17:06+07:00"],
  ["17:06, 04.03.2021", "ru", "2021-03-04T17:06"],
  ["5:06 p.m. ET Thursday, March 4, 2021", "en", "2021-03-04T17:06"],
  ["5:06 p.m. EST March 4, 2021", "en", "2021-03-04T17:06-05:00"],
  // Offsets as they are written: GMT+2 is not GMT.
  ["Thu Mar 04 2021 05:06:07 GMT+0200 (Eastern European Standard Time)", null, "2021-03-04T05:06:07+02:00"],
  ["4/3/2021, 05:06 (GMT+7)", "vi", "2021-03-04T05:06+07:00"],
  ["4 March 2021 05:06 UTC-3:30", "en", "2021-03-04T05:06-03:30"],
  ["4 марта 2021, 05:06 (МСК)", "ru", "2021-03-04T05:06+03:00"],
  ["4 March 2021 10:05 -2 comments", "en", "2021-03-04T10:05"],
  // As programs print them.
  ["Thu Mar 04 05:06:07 CET 2021", null, "2021-03-04T05:06:07+01:00"],
  ["Thursday, 04-Mar-21 05:06:07 UTC", null, "2021-03-04T05:06:07Z"],
  ["2021-3-4 5:06", null, "2021-03-04T05:06"],
  ["2021-03-04T05:06:07\u221205:00", null, "2021-03-04T05:06:07-05:00"],
  ["04.03.2021. u 17:06", "hr", "2021-03-04T17:06"],
  // Slashes: the country decides; without one, nothing is guessed.
  ["03/04/2021", "en-US", "2021-03-04"],
  ["03/04/2021", "en-GB", "2021-04-03"],
  ["03/04/2021", "fr", "2021-04-03"],
  ["03/04/2021", "en", null],
  ["03/04/2021", null, null],
  ["25/04/2021", null, "2021-04-25"],
  // No dates: placeholders, impossible days, months alone.
  ["0000-00-00", null, null],
  ["1970-01-01T00:00:00Z", null, null],
  ["2021-02-31", null, null],
  ["March 2021", "en", null],
  ["yesterday", "en", null],
];

test("dates are read as precisely as they are written, with no offset invented", () => {
  for (const [value, language, expected] of VALUES)
    assert.equal(parseDate(value, { language }), expected, `${value} (${language})`);
});

test("a date is found inside a line, with the text that was read", () => {
  const found = findDate("Posted by Mara on 4 March 2021 in Rivers", { language: "en" });
  assert.deepEqual(found && { iso: found.iso, raw: found.raw }, { iso: "2021-03-04", raw: "4 March 2021" });
});

test("an unknown zone name is left out rather than guessed", () => {
  assert.equal(parseDate("4 March 2021 05:06 IST", { language: "en" }), "2021-03-04T05:06");
});
