## Dates and spans, put together by src/i18n/locale.rs. Lists of words: Monday to Sunday, January to December, largest unit first.

calendar-weekdays = T2 T3 T4 T5 T6 T7 CN
calendar-months = 1 2 3 4 5 6 7 8 9 10 11 12
date-long = { $weekday } { $day }/{ $month }/{ $year } { $clock }
date-day = { $weekday } { $day }/{ $month } { $clock }
date-short = { $weekday } { $day }/{ $month }, { $clock }
date-clock = { $day }/{ $month }/{ $year } { $clock }
date-today = hôm nay { $clock }
span-units = ngày giờ phút giây
