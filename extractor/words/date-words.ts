import { phrases } from "./word-list.ts";
import type { WordList } from "./word-list.ts";

/** Days of the week, long and as datelines shorten them. */
export const WEEKDAY_WORDS: WordList = {
  en: phrases(`
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thur,
    thurs, fri, sat, sun
  `),
  de: phrases(`
    montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, mo, di, mi, do,
    fr, sa, so
  `),
  fr: phrases("lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche"),
  es: phrases("lunes, martes, miercoles, jueves, viernes, sabado, domingo"),
  it: phrases("lunedi, martedi, mercoledi, giovedi, venerdi, sabato, domenica"),
  pt: phrases(`
    segunda, terca, quarta, quinta, sexta, segunda-feira, terca-feira, quarta-feira, quinta-feira,
    sexta-feira, sabado, domingo
  `),
  nl: phrases("maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag"),
  pl: phrases("poniedzialek, wtorek, sroda, czwartek, piatek, sobota, niedziela"),
  uk: phrases(`
    понеділок, вівторок, середа, четвер, п'ятниця, субота, неділя, пн, вт, ср, чт, пт, сб, нд
  `),
  ru: phrases("понедельник, вторник, среда, четверг, пятница, суббота, воскресенье, вс"),
  tr: phrases("pazartesi, sali, carsamba, persembe, cuma, cumartesi, pazar"),
  sv: phrases("mandag, tisdag, onsdag, torsdag, fredag, lordag, sondag"),
  da: phrases("mandag, tirsdag, onsdag, torsdag, fredag, lordag, sondag"),
  fi: phrases(`
    maanantai, tiistai, keskiviikko, torstai, perjantai, lauantai, sunnuntai, maanantaina,
    tiistaina, keskiviikkona, torstaina, perjantaina, lauantaina, sunnuntaina
  `),
  ja: phrases(`
    月曜日, 火曜日, 水曜日, 木曜日, 金曜日, 土曜日, 日曜日, (月), (火), (水), (木), (金), (土), (日), 木曜, 月曜, 火曜, 水曜, 金曜, 土曜, 日曜,
    (日・祝), (月・祝), (土・祝)
  `),
  zh: phrases(`
    星期一, 星期二, 星期三, 星期四, 星期五, 星期六, 星期日, 星期天, 周一, 周二, 周三, 周四, 周五, 周六, 周日, 週一, 週二, 週三, 週四, 週五, 週六, 週日,
    礼拜一, (一), (二), (三), (四), (五), (六)
  `),
  ko: phrases(
    "월요일, 화요일, 수요일, 목요일, 금요일, 토요일, 일요일, (월), (화), (수), (목), (금), (토), (일)",
  ),
  ar: phrases("الاثنين, الإثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد"),
  hi: phrases("सोमवार, मंगलवार, बुधवार, गुरुवार, शुक्रवार, शनिवार, रविवार"),
  fa: phrases("شنبه, یکشنبه, یک شنبه, دوشنبه, سه شنبه, چهارشنبه, پنجشنبه, پنج شنبه, جمعه"),
};

/** Months of the Iranian calendar, which no other date has. */
export const IRANIAN_MONTHS: WordList = {
  fa: phrases("فروردین, اردیبهشت, خرداد, تیر, مرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند"),
};

/** How long ago: what stands around the number. */
export const AGO_WORDS: WordList = {
  en: phrases(`
    hours ago, hour ago, hrs ago, hr ago, h ago, minutes ago, minute ago, mins ago, min ago, days ago, day ago,
    weeks ago, week ago, months ago, month ago, years ago, year ago, seconds ago, an hour ago, a minute ago,
    a day ago, a week ago, a month ago, a year ago, just now, yesterday, today
  `),
  de: phrases(`
    vor _ stunden, vor _ minuten, vor _ tagen, vor _ wochen, vor _ monaten, vor _ jahren, vor _ sekunden,
    vor einer stunde, vor einer minute, vor einem tag, vor einer woche, gestern, heute
  `),
  fr: phrases(`
    il y a _ heures, il y a _ minutes, il y a _ jours, il y a _ semaines, il y a _ mois, il y a _ ans,
    il y a _ heure, il y a _ jour, il y a une heure, hier, aujourd'hui
  `),
  es: phrases(`
    hace _ horas, hace _ minutos, hace _ dias, hace _ semanas, hace _ meses, hace _ anos, hace _ hora,
    hace _ dia, hace una hora, ayer, hoy
  `),
  it: phrases("ore fa, minuti fa, giorni fa, settimane fa, mesi fa, anni fa, ora fa, un'ora fa, ieri, oggi"),
  pt: phrases(`
    horas atras, minutos atras, dias atras, semanas atras, ha _ horas, ha _ minutos, ha _ dias, ha _ semanas,
    ha _ hora, ontem, hoje
  `),
  nl: phrases(`
    uur geleden, minuten geleden, dagen geleden, dag geleden, weken geleden, week geleden, maanden geleden,
    jaar geleden, gisteren, vandaag
  `),
  pl: phrases(`
    godzin temu, godziny temu, godzine temu, minut temu, minuty temu, dni temu, dzien temu, tygodni temu,
    tygodnie temu, wczoraj, dzisiaj, dzis
  `),
  uk: phrases(`
    годин тому, години тому, годину тому, хвилин тому, хвилини тому, хвилину тому, днів тому, дні тому,
    день тому, тижні тому, вчора, сьогодні
  `),
  ru: phrases(`
    часов назад, часа назад, час назад, минут назад, минуты назад, минуту назад, дней назад, дня назад,
    день назад, недели назад, вчера, сегодня
  `),
  tr: phrases("saat once, dakika once, gun once, hafta once, ay once, dun, bugun"),
  sv: phrases(`
    for _ timmar sedan, for _ minuter sedan, for _ dagar sedan, timmar sedan, timme sedan, minuter sedan,
    dagar sedan, i gar, i dag
  `),
  da: phrases(`
    for _ timer siden, for _ minutter siden, for _ dage siden, for _ time siden, timer siden, minutter siden,
    dage siden, i gar, i dag
  `),
  no: phrases("for _ dager siden, for _ uker siden, dager siden, uker siden"),
  fi: phrases("tuntia sitten, tunti sitten, minuuttia sitten, paivaa sitten, viikkoa sitten, eilen, tanaan"),
  ja: phrases("時間前, 分前, 日前, 週間前, か月前, 昨日, 今日, 秒前, ヶ月前, カ月前, たった今"),
  zh: phrases(
    "小时前, 小時前, 分钟前, 分鐘前, 天前, 周前, 个月前, 昨天, 今天, 秒前, 刚刚, 剛剛, 個月前, 週前, 星期前",
  ),
  ko: phrases("시간 전, 분 전, 일 전, 주 전, 개월 전, 어제, 오늘, 초 전, 방금, 시간전, 분전, 방금 전"),
  ar: phrases(`
    منذ _ ساعات, منذ _ ساعة, منذ _ دقائق, منذ _ دقيقة, منذ _ أيام, منذ _ يوم, منذ ساعة, منذ ساعات,
    منذ دقائق, أمس, اليوم, قبل _ ساعات, قبل _ ساعة, قبل _ دقائق, قبل _ دقيقة, قبل _ أيام, قبل ساعة,
    قبل يوم, منذ يوم, منذ يومين, منذ أسبوع
  `),
  fa: phrases("ساعت پیش, دقیقه پیش, روز پیش, ساعت قبل, دقیقه قبل, دیروز, امروز"),
  hi: phrases("घंटे पहले, मिनट पहले, दिन पहले"),
};
