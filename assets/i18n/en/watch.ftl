## Watched tokens

watch-count = { $count } watched
watch-count-soon = { $count } watched · { $soon } ending soon
watch-count-fits = { $shown } of { $count }
watch-none = Nothing is watched
    .text = Press Watch beside a token in Generate or Inspect, send a call that gives one, or copy a list, one token a line. Tokendesk warns before each one ends and renews it in one press; the list is kept when the program ends.
watch-nothing-fits = Nothing fits
    .text = No watched token fits the filter.
watch-add = Add from clipboard
watch-filter = Filter by user, room, project
watch-sort = Sorted by
watch-sort-ends = Ends first
watch-sort-project = Project
watch-sort-newest = Newest
watch-list = Watched tokens
watch-copy = Copy
watch-renew = Renew
watch-extend = Extend
watch-renew-copy = Renew and copy
watch-inspect = Inspect
watch-warnings = Warnings…
watch-remove = Stop watching
watch-over = { $span } ago
watch-state-active = active
watch-state-soon = ending soon
watch-state-ending = ending
watch-state-over = expired
watch-state-endless = never expires
watch-state-unknown = no end known
watch-begins-ends = { $begins } – { $ends }
watch-since = since { $begins }
watch-warned-at = Warns { $spans } before the end
watch-warned-not = No warning before the end
watch-kept = Its text is in the keychain
watch-here = Its text is kept until Tokendesk ends
watch-text-gone = Its text was not kept
watch-project-gone = Its project is deleted: it cannot be renewed
watch-no-project = It belongs to no saved project: it cannot be renewed
watch-not-known = What it was made from is not known: it cannot be renewed
watch-ends-in = { $who } ends in { $span }
watch-unread =
    { $count ->
        [one] { $count } line was not read, { $read } were
       *[other] { $count } lines were not read, { $read } were
    }
watch-unread-line = Line { $line }: { $why }
watch-unread-more = … and { $count } more
watch-unread-copy = Copy these lines
watch-line-too-long = longer than any token
watch-line-too-many = { $most } tokens are the most that are watched
watch-file = The watch list cannot be kept

## Warnings of one token, and of all

warnings-title = Warnings for { $who }
warnings-own = Its own times
    .note = Else those of the settings
warnings-early = First warning
warnings-late = Last warning
warnings-before = { $span } before
warnings-off = Off
settings-watch = Watch
settings-watch-notify = Show warnings on the desktop too
    .note = Who and in which project, never the token
settings-watch-keep = Keep watched tokens in the keychain
    .note = Else a token can be copied until Tokendesk ends, and renewed later

## Notices

notify-ends = { $who } ends in { $span }
notify-ended = { $who } has ended
notify-many =
    { $count ->
        [one] { $count } watched token ends
       *[other] { $count } watched tokens end
    }
notice-watched = The token is watched
notice-watch-renewed = Renewed: { $who }
notice-watch-not-renewed = It could not be renewed: the form of its kind takes other values by now
notice-watch-no-text = The text of this token was not kept. Renew it to have one.
notice-watch-unkept = The keychain did not take the token: it can be copied until Tokendesk ends.
notice-watch-left = No longer watched. These keychain entries may be left: { $entries }
notice-watch-listed = From the clipboard: { $added } new, { $known } known already
notice-watch-full = { $most } tokens are the most that are watched; the rest was left out.
