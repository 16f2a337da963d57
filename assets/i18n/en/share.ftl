## The QR code

command-show-qr = QR code
qr-button = QR
qr-title = QR code: { $what }
qr-text = text
qr-name = QR code of { $length } bytes: { $what }
qr-about = { $length } bytes. Error correction { $level }: it is read with up to { $percent } % of it damaged.
qr-too-long = Too long for a QR code
    .text = It has { $length } bytes, and the largest QR code holds { $most }. Copy it instead, or make one with less in it: less data, fewer classes, a shorter payload.

## Snippets

snippet-button = Snippet
snippet-title = { $what } snippet
snippet-missing = To be filled in
snippet-holds-token = It holds the token: whoever has it can use it.
cli-generate-snippet = Print code that uses the token instead of it, such as opentok.js; tokendesk kinds KIND lists what there is
cli-no-snippet = { $kind } has no such snippet; it has { $expected }
cli-no-snippet-none = { $kind } has no snippets
cli-snippets = Snippets (with --snippet)
cli-snippet-missing = To be filled in: { $keys }
