## Dates and spans, put together by src/i18n/locale.rs. Lists of words: Monday to Sunday, January to December, largest unit first.

calendar-weekdays = 周一 周二 周三 周四 周五 周六 周日
calendar-months = 1 2 3 4 5 6 7 8 9 10 11 12
date-long = { $year }年{ $month }月{ $day }日 { $weekday } { $clock }
date-day = { $month }月{ $day }日 { $weekday } { $clock }
date-short = { $month }月{ $day }日 { $weekday } { $clock }
date-clock = { $year }年{ $month }月{ $day }日 { $clock }
date-today = 今天 { $clock }
span-units = 天 小时 分钟 秒
