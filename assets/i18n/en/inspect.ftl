## Inspect: bytes, the picture of time, dropped files

inspect-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
inspect-all-bytes = Show all { $count }
inspect-fewer-bytes = Show fewer
inspect-bytes-hint = Point, or walk with the arrow keys
inspect-run =
    { $name }: { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    } from { $offset }
inspect-of-project = project { $project }
inspect-file = from { $name }
inspect-other-project = This is { $project }’s token; you are in { $chosen }.
inspect-other-project-named = It names the owner of { $project }; you are in { $chosen }.
inspect-go-to = Go to { $project }
parts-unfold = Show all of
parts-fold = Show less of
time-utc = { $clock } UTC
time-ago = { $span } ago
time-in = in { $span }
time-this-second = now
line-from = good from { $moment }
line-limit = at most { $span }
line-product-limit = { $product }: at most { $span } from now
line-now-is = now { $moment }
line-warned = the client warns { $span } before
line-leeway = some verifiers take it { $span } longer (unconfirmed)
line-unconfirmed-both = Longest life and leeway: unconfirmed.
line-unconfirmed-life = Longest life: unconfirmed.
line-unconfirmed-leeway = Leeway: unconfirmed.
codes-login = A login with it fails with { $codes }.
codes-server = The server answers { $codes }.
drop-hint = Drop the file to inspect what is in it
    .text = A text file with a token, a header or a URL. It is read here and goes nowhere.
drop-too-large = { $name } is too large for a token: at most { $most } KiB are read.
drop-no-text = { $name } is no text file.
drop-empty = { $name } is empty.
drop-no-file = { $name } is no file.
drop-unreadable = { $name } could not be read: { $reason }
notice-drop-first = Only { $name } was read; the other files were left alone.
