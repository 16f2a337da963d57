## Dates and spans, put together by src/i18n/locale.rs. Lists of words: Monday to Sunday, January to December, largest unit first.

calendar-weekdays = Mon Tue Wed Thu Fri Sat Sun
calendar-months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
date-long = { $weekday } { $day } { $month } { $year } { $clock }
date-day = { $weekday } { $day } { $month } { $clock }
date-short = { $weekday } { $day } { $month }, { $clock }
date-clock = { $day } { $month } { $year } { $clock }
date-today = today { $clock }
span-units = d h min s
