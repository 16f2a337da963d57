## Kinds

kind-mecloud-token = Token
    .about = Your server makes it from the SecretKey and sends it to “authen” within 10 minutes, to get an AccessToken. API calls do not take it.
kind-mecloud-access-token = AccessToken
    .about = What MeCloud answers to “authen”. API calls take it for one day; keep it for that long, since 50 a minute lock the channel.

## Fields

field-app-id = App ID
    .help = Exactly as the vendor’s console gives it
field-secret-key = SecretKey
    .help = Usually 64 hex digits; made by MeCloud for the user. Never in a browser
field-email = E-mail
    .help = The user for whom the AccessToken is made; not signed
field-random-key = Random key
    .help = Any text; sent as random-key exactly as signed. Random unless given
field-time = Time
    .help = Unix milliseconds; sent exactly as signed. Now unless given
field-expired = Ends (expired)
    .help = An instant, as an answer said it, or a span from now

## Notes

mecloud-note-email = not part of what is signed
mecloud-note-signed = what is hashed; … stands for the SecretKey
mecloud-note-opaque = opaque: only the server can read it
mecloud-remark-dots = A dot also separates the signed parts: another random key may give the same token.

## Problems

mecloud-problem-time = must be Unix milliseconds in 13 digits, not “{ $got }”
mecloud-problem-by-server = is made by the server only; send a Token to authen

## Findings

finding-malformed-mecloud-length = A Token is 40 hex digits; this has { $length }.
    .remedy = Copy it again, whole. 64 digits are a SHA-256 or a SecretKey: the Token is a SHA-1.
finding-malformed-mecloud-hex = A Token is 40 hex digits and nothing else.
    .remedy = Copy it again, whole. An AccessToken has another shape: choose that kind.
finding-uppercase = The Token is upper-case hex; documented is lower case, and whether the server takes the other is unconfirmed.
    .remedy = Send lower-case hex.
finding-token-mecloud = The Token does not fit this App ID, time, random key and SecretKey, or it was changed.
    .remedy = Compare all four: each must be sent exactly as it was signed.
finding-token-mecloud-newline = The Token was made with a line break after the SecretKey.
    .remedy = Trim the SecretKey where it is read from its file.
finding-token-mecloud-order = The Token was made from the right parts in a wrong order.
    .remedy = Join App ID, time, random key and SecretKey in this order, with dots.
finding-token-mecloud-dots = The Token was made without the dots between its parts.
    .remedy = Join App ID, time, random key and SecretKey with dots.
finding-token-mecloud-hmac = The Token is an HMAC-SHA1.
    .remedy = Use plain SHA-1 over the joined text, the SecretKey last.
finding-token-mecloud-seconds = The Token was made with the time in seconds, but milliseconds are sent.
    .remedy = Take the time once, in milliseconds, and send what was signed.
finding-token-mecloud-email = The Token was made with the e-mail address in the signed text.
    .remedy = Leave the address out of the signed text; only send it.
finding-time-unit-mecloud-seconds = time is “{ $time }”, which looks like seconds; read as milliseconds it lies in January 1970.
    .remedy = Sign and send Unix milliseconds, 13 digits.
finding-time-unit-mecloud-finer = time is “{ $time }”, which is finer than milliseconds.
    .remedy = Sign and send Unix milliseconds, 13 digits.
finding-time-unit-mecloud-text = time is “{ $time }”; it must be decimal digits alone, without fraction or exponent.
    .remedy = Print the number as a whole number; floating point shows as 1.43E12 in some languages.
finding-stale-mecloud-old = The Token’s time is more than 10 minutes past: it ended at { $end }, { $ago } ago.
    .remedy = Make a new one, and keep the clock set.
finding-stale-mecloud-ahead = The Token’s time is more than 10 minutes ahead; it is good only from { $start } on.
    .remedy = Set the clock of the machine that made it.
finding-expired-mecloud-access = The AccessToken ended at { $end }, { $ago } ago.
    .remedy = Make a Token and call authen again.
finding-needs-mecloud = This is a hash and says nothing by itself; to check it, { $fields } must be given too.
    .remedy = Give what is sent with it. 40 hex digits may also be another SHA-1, a git commit or somebody’s secret.
finding-needs-mecloud-answered = When this AccessToken ends is not known: it is good for one day from the answer on.
    .remedy = Give answered_at, or paste the whole answer.
finding-end-unread = The answer says it ends at “{ $expired }”, without a time zone or in a form not known here.
    .remedy = Count one day from the answer on.
finding-empty-random-key = The random key is empty; whether the server takes that is unconfirmed.
    .remedy = Give a random one, so that two users never make the same Token.
finding-bad-email = “{ $email }” is no e-mail address.
    .remedy = Give the address of the MeCloud user for whom the AccessToken is made.
finding-token-for-access-token = 40 hex digits are the shape of a Token, which only authen takes; API calls want the AccessToken.
    .remedy = Send this to authen and use the accesstoken of its answer.
finding-answer-mecloud = MeCloud gave no AccessToken: “{ $reason }”.
    .remedy = Check App ID, Token, time, random key and e-mail; no list of reasons is published.

## What its end does to a client

watch-end-mecloud = After the end a new Token is exchanged for another AccessToken.
