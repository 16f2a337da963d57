## Problems with inputs: what was expected and what came, without the field's name

problem-missing = is missing
problem-unknown-field = is no field of this kind; the fields are { $expected }
problem-not-secret = is no secret; give it as an ordinary field
problem-secret-in-clear = is a secret and must not stand in clear, where the process list and the shell’s history show it; give it as env:NAME, file:PATH, - or command:PROGRAM ARGS
problem-digits = must be decimal digits, not “{ $got }”
problem-choice = must be one of { $expected }, not “{ $got }”
problem-number = must be a number such as 0.25 or 1e-7, not “{ $got }”
problem-json = must be a JSON object: { $reason }
problem-too-long = is { $length } characters long; at most { $max } are allowed
problem-time = must be Unix seconds, a date such as 2026-01-02T03:04:05Z, or a span such as +90m; “{ $got }” is none
problem-span = must be a signed span with the units w d h m s, such as +90m or -2d; “{ $got }” is none
problem-milliseconds = “{ $got }” looks like milliseconds; seconds are expected
problem-end-past = would end at { $end }, which is not in the future
problem-end-too-far = would end at { $end }; the vendor allows at most { $longest }
problem-range = must be a whole number from { $min } to { $max }, not “{ $got }”
problem-hex = must be { $bytes } bytes as { $digits } hex digits, not “{ $got }”
problem-uuid = must be a UUID such as 7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b, not “{ $got }”
problem-pem-none = must be a key in PEM, with its lines -----BEGIN … and -----END …
problem-pem-path = is the name of a file; the key itself is needed, from -----BEGIN … to -----END …
problem-pem-openssh = is in OpenSSH’s own format; convert a copy of it with: ssh-keygen -p -m PKCS8 -f COPY
problem-pem-openssh-public = is in OpenSSH’s own format; convert it with: ssh-keygen -e -m PKCS8 -f KEY.pub
problem-pem-encrypted = is protected by a passphrase; make a plain copy of it with: openssl pkey -in KEY -out PLAIN
problem-pem-unfinished = is cut off: its line -----END … is missing
problem-pem-base64 = is damaged: what stands between its lines -----BEGIN … and -----END … is not base64
problem-pem-other = is neither a private key (PRIVATE KEY, RSA PRIVATE KEY) nor a public key (PUBLIC KEY) nor a certificate
problem-pem-private = is a private key, which must not stand in a field that is saved in clear; give it as the private key
problem-rsa-other = is a key of another algorithm; an RSA key is needed
problem-rsa-public = is a public key; signing needs the private one
problem-rsa-size = has { $bits } bits; an RSA key of 2048 to 4096 bits is needed
problem-rsa-damaged = is damaged: the numbers of the RSA key in it cannot be read or do not belong together
problem-inspect-only = can only be inspected, not generated
advice-secret-shape =
    usually { $digits } hex digits; this one has { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }
advice-long-text = { $length } characters; the vendor documents at most { $limit }

## What was taken off or put back when cleaning

cleaned-white-space = white space around it
cleaned-line-breaks = line breaks or spaces inside it
cleaned-invisible-characters = invisible characters
cleaned-quotes = quotation marks
cleaned-bearer = “Bearer”
cleaned-header-name = the header’s name
cleaned-assignment = the assignment
cleaned-url = the URL around it
cleaned-json = the JSON around it
cleaned-percent-encoding = percent encoding
cleaned-backslashes = backslashes

## The verdict

verdict-unknown = Not recognised
verdict-damaged = Damaged
verdict-invalid = Signature does not fit
verdict-expired = Expired { $span } ago
verdict-not-yet = Not valid yet
verdict-refused = Would be refused
verdict-active = Active, ends in { $left }
verdict-endless = Never expires
verdict-no-end = Says no end
answer-shape = shape
answer-signature = signature
answer-window = time
answer-context = context
answer-cleaned = taken off
kind-unknown = No known kind of token
shape-ok = ok
shape-damaged = damaged
shape-unknown = unknown
signature-valid = valid
signature-valid-with = valid with project { $project }
signature-invalid = not made with this secret
signature-invalid-with = not made with the secret of project { $project }
signature-unchecked = not checked: no secret to check with
signature-none = this kind has none
window-active = active
window-expired = expired
window-not-yet = not valid yet
window-endless = endless
window-unknown = unknown
context-match = match
context-mismatch = mismatch
context-unchecked = not checked: nothing to compare with
severity-error = error
severity-warning = warning
severity-info = note

## The names of a token's coloured parts

segment-prefix = prefix
segment-head = head
segment-header = header
segment-claims = claims
segment-signature = signature
segment-data = data
segment-iv-length = IV length
segment-ciphertext-length = text length
segment-tag = tag
segment-rest = left over
segment-zlib-head = zlib head
segment-zlib-data = compressed
segment-zlib-sum = Adler-32

## The bytes behind a token, layer by layer

layer-envelope = Envelope
layer-plaintext = Decrypted
layer-room = Room part
layer-compressed = Compressed
layer-inflated = Unpacked
layer-decoded = Decoded

## What the vendor's clients and servers say

place-web = web
place-native = native
place-zim = ZIM
place-log = in logs
place-client = client
place-server = server
codes-at = { $codes } ({ $place })
codes-line = The vendor’s codes: { $codes }

## Findings that any vendor may have

finding-too-long = The text is { $length } bytes long: too long for a token.
    .remedy = Paste the token alone. At most { $longest } bytes are looked at.
finding-too-long-open = The text is more than { $longest } bytes long: too long for a token.
    .remedy = Paste the token alone.
finding-unrecognised = This is no token, signature or ID of a kind known here.
    .remedy = Check that it was copied whole, from its first to its last character.
finding-unrecognised-empty = There is nothing to inspect.
    .remedy = Paste a token.
finding-cleaned = Something around the token was taken off, or something lost was put back; as pasted, the vendor would refuse it.
    .remedy = Make sure that your program sends the bare token.
finding-cleaned-mild = White space around the token was taken off.
    .remedy = Nothing to do, unless your program sends it along.
finding-malformed-jwt-parts = A JWT has three parts between dots; this has { $count }.
    .remedy = Copy the token again, whole.
finding-malformed-jwt-base64 = Part { $part } of the JWT is not base64url: characters are missing or foreign.
    .remedy = Copy the token again, whole.
finding-malformed-jwt-json = Part { $part } of the JWT is not a JSON object.
    .remedy = Copy the token again, whole; if it stays so, the program that made it is at fault.
finding-not-base64url = The token is readable but not legal base64url: padding, + or /, or leftover bits. Most verifiers refuse it.
    .remedy = Encode with the URL-safe alphabet and without padding.
finding-signature = The signature was not made with this secret, or the token was changed or cut afterwards.
    .remedy = Compare the secret with the vendor’s console, and copy the token again, whole.
finding-signature-project = The signature was not made with the secret of project { $project }, or the token was changed or cut afterwards.
    .remedy = Compare the project’s secret with the vendor’s console, and copy the token again, whole.
finding-alg-none = The token is not signed.
    .remedy = Sign it. Nobody must accept an unsigned token.
finding-owner-mismatch = The token belongs to { $claimed }, not to { $given }.
    .remedy = Use credentials and token of the same project.
finding-no-project = No saved project belongs to { $owner }, so the signature was not checked.
    .remedy = Save the { $vendor } project, or give the secret.
finding-no-project-nameless = Of the saved { $vendor } projects none fits, and the token does not say whose it is.
    .remedy = Give what the check needs and the token does not carry, or save the project it belongs to.
finding-other-vendor = This is no token of { $vendor }, to which the project { $project } belongs.
    .remedy = Check with a project of the token’s own vendor.
finding-other-project = It names the owner of the saved project { $other }, not of { $project }, with which it was checked.
    .remedy = Check it with project { $other }.
finding-milliseconds = A time in the token, { $value }, is in milliseconds; seconds are expected.
    .remedy = Divide by 1000 where the token is made.
finding-iat-future = The token was made { $ahead } in the future.
    .remedy = Set the clock of the machine that made it.
finding-iat-future-mild = The token was made { $ahead } in the future: the clock of the machine that made it, or this one, is wrong.
    .remedy = Set the clock.
finding-expired = The token ended at { $end }, { $ago } ago.
    .remedy = Generate a new one.
finding-not-yet = The token is good only from { $start } on.
    .remedy = Wait, or set the clock of the machine that made it.
finding-lifetime = The token lives { $life }; the vendor allows at most { $longest }.
    .remedy = Give it an earlier end.
finding-ends-before-start = The token ends before it begins.
    .remedy = Check how the end is computed: an absolute time, or a span from now?
finding-bad-time = { $key } is not a number, so it says no time.
    .remedy = Write whole Unix seconds, without quotes.
finding-bad-time-whole = { $key } is not a whole number of seconds.
    .remedy = Round it where the token is made.
finding-duplicate-key = { $key } stands more than once; the last one counts for most verifiers.
    .remedy = Write it once.
note-duplicate = stands earlier under the same name; it does not count
finding-mixed-scripts = { $key } mixes alphabets in one word: { $word }. Letters that look alike are not the same.
    .remedy = If it was not meant so, type the name anew.
finding-crit = The header names critical extensions, which some verifiers refuse.
    .remedy = Leave crit out unless the vendor asks for it.
finding-missing-field = { $key } is missing.
    .remedy = Make the token with a current SDK.
finding-expect-mismatch = { $key } is “{ $got }”, expected “{ $wanted }”.
    .remedy = Make the token with the expected value, or correct the expectation.
finding-expect-mismatch-absent = { $key } is not in the token; expected “{ $wanted }”.
    .remedy = Make the token with it, or correct the expectation.
finding-secret-absent = It is project { $project }’s, but that project’s secret is not there, so the signature was not checked.
    .remedy = Edit the project and give its secret again.
sentence-signature-valid = The signature is right.
sentence-signature-valid-with = The signature is right for project { $project }.
sentence-signature-invalid = The signature is wrong.
sentence-signature-invalid-with = The signature is wrong for project { $project }.
sentence-signature-unchecked = The signature was not checked: no saved project fits.
sentence-signature-unchecked-needs = The signature was not checked: something that the token does not carry must be given.
sentence-signature-unchecked-secret = The signature was not checked: the project’s secret is not there.
sentence-signature-unchecked-nothing = The signature was not checked: there was no secret to check with.
sentence-signature-none = This kind has no signature.
