## Kinds

kind-zego-token04 = token04
    .about = Lets one user log in to ZEGO: RTC rooms, ZIM chat, mini programs and native UIKits. With a payload it also says which room, and whether to publish. What every present product takes; it is made on your server with the ServerSecret. An app that uses AppSign needs no token at all.
kind-zego-token03 = token03
    .about = The old privilege token, for Express SDKs before 2.17. ZIM refuses it. Use token04 for anything new.
kind-zego-kit = Kit Token
    .about = For the web UIKits only (call, live streaming, video conference): a token04 and, behind a #, the room and the name. Mini programs and native UIKits take the plain token04.
kind-zego-login-v1 = Login token, version 1
    .about = The login token of 2021 and older, made with the AppSign. Whether servers still accept it is unconfirmed.
kind-zego-api-signature = Server API signature
    .about = Signs one call of your server to the Server API v2. Good for 10 minutes around its timestamp; a new nonce for every call. Not for clients.
kind-zego-callback-signature = Callback signature
    .about = Proves that a callback to your server comes from ZEGO. Paste the signature or the whole body to check it; generate one to try your own endpoint.

## Fields

field-server-secret = ServerSecret
    .help = 32 characters, used as text and never hex-decoded; kept in the keychain
field-callback-secret = CallbackSecret
    .help = Only to check callbacks; not the ServerSecret
field-app-sign = AppSign
    .help = Only for legacy login tokens: 64 characters, or the list of 0x…
field-user-id = User ID
    .help = Must equal the one used at login
field-effective-seconds = Lives for
    .help = Seconds from now, or a span such as +1h; ZIM takes at most 24 days
field-room-id = Room ID
    .help = The room it is for; at most 128 characters
field-room-privilege = Privileges
    .help = In that room; counts only with a room, and only where support has switched the feature on
field-stream-id-list = Streams
    .help = Only these stream IDs may be published, separated by spaces; none means any
field-payload = Payload
    .help = JSON written as it stands, instead of room, privileges and streams; empty for a basic token and for ZIM
field-mode = Encryption
    .help = CBC is what the vendor’s pages and UIKits make; GCM is what its newer libraries make
field-iv-hex = IV
    .help = 16 bytes as hex, for GCM 12; random unless given
field-json-style = JSON layout
    .help = Order and escaping of the text inside: those of the vendor’s Node library, which its UIKits share
field-user-name = User name
    .help = Shown to others; any letters are allowed here
field-token = Token
    .help = An existing token04 to wrap, instead of making one with the ServerSecret
field-signature-nonce = SignatureNonce
    .help = Random unless given
field-timestamp = Timestamp
    .help = Unix seconds; now unless given
choice-mode-cbc = CBC
choice-mode-gcm = GCM
choice-json-style-node = Node
choice-json-style-uikit = UIKit
flag-room-privilege-login = log in
flag-room-privilege-publish = publish

## The names of a token's coloured parts

segment-version = version
segment-expire = end
segment-iv = IV
segment-ciphertext = ciphertext
segment-mode = mode
segment-separator = separator
segment-room = room
segment-query = query

## Notes

zego-note-user = must equal the userID at login
zego-note-nonce = random whole number
zego-note-basic = basic token: no room or stream privilege
zego-note-cbc = AES-CBC: what decrypts is not proven to be unchanged; the vendor calls it deprecated
zego-note-gcm = AES-GCM: nobody without the ServerSecret can change what is inside
zego-note-tag = proves what is inside, not the end in front
zego-note-iv-digits = decimal digits, as the UIKit draws them
zego-note-iv-hex = hex digits, as Python draws them
zego-note-iv-letters = digits and small letters, as most libraries draw them
zego-note-iv-bytes = any bytes
zego-note-made-by = guessed from the order of the fields, the escapes and the letters of the IV
zego-note-any-room = any room, by the vendor’s README; its documents require one
zego-note-any-stream = any stream
zego-note-login-publish = may log in and publish
zego-note-login = may log in, not publish
zego-note-publish = may publish, not log in
zego-note-nothing = may neither log in nor publish
zego-note-layer-valid = the token04 in front of the # opens with this secret and is sound
zego-note-layer-unchecked = the token04 in front of the # is sound as far as it can be seen without the ServerSecret
zego-note-layer-invalid = the token04 in front of the # does not open with this secret
zego-note-layer-refused = the token04 in front of the # would be refused: see the findings
zego-note-layer-damaged = the token04 in front of the # cannot be read
zego-note-room-ok = the room part agrees with the token; it is not signed
zego-note-room-mismatch = the room part contradicts the token
zego-note-room-damaged = the UIKit cannot read the room part
zego-note-room-missing = there is no room part
zego-note-room-unchecked = the room part is readable; whether it agrees with the token shows only with the ServerSecret
zego-note-name = shown as “{ $name }”
zego-note-room-free = not signed: whoever holds the token may change it
zego-note-order = the three sorted as text, then joined
zego-remark-characters = Express refuses these characters at login: { $characters }
zego-remark-zim-life = ZIM takes at most 24 days (error 6000109)

## Problems

zego-problem-secret-length = must be the ServerSecret with its 32 characters, used as text; this has { $length }
zego-problem-payload-and-fields = stands in the payload already; give either the payload or room and streams
zego-problem-room-needed = is needed where streams are named
zego-problem-too-long = is too long: all that is encrypted together holds at most { $max } bytes
zego-problem-privilege = must hold "1" and "2" only, at least one of them, each 1 or 0
zego-problem-latin1 = must not hold “{ $letter }”: the UIKit writes this part in Latin-1 and throws InvalidCharacterError. Put it into the user name
zego-problem-token-is-kit = is a Kit Token already; give the token04 in front of the #
zego-problem-token = must be a whole token04
zego-problem-token-secret = does not open with this ServerSecret: it belongs to another project
zego-problem-key = must have 16, 24 or 32 bytes

## Findings

finding-version-zego = This is no ZEGO token: it begins with “{ $got }”, not with { $wanted }.
    .remedy = Copy the token again, from its first character; make it with generateToken04.
finding-version-zego-zero = The token lost its leading 0, as a spreadsheet or a number takes it away.
    .remedy = Put the 0 in front again, and handle the token as text.
finding-version-zego-other = This is version { $got } of the ZEGO token, not { $wanted }.
    .remedy = Use the version that your product takes: 04 everywhere, 03 only in old Express SDKs.
finding-version-zego-jwt = This is a JWT. ZEGO tokens are not JWTs; snippets that sign one with the ServerSecret are wrong.
    .remedy = Make the token with generateToken04 of the vendor’s library.
finding-version-zego-agora = This looks like a token of Agora.
    .remedy = Make the token with generateToken04 of ZEGO’s library.
finding-version-zego-undefined = There is no token in front of the #: the UIKit was given “undefined”.
    .remedy = Wait for your server’s answer before calling generateKitTokenForProduction.
finding-version-zego-login = The token says version “{ $got }”; only version 1 is known.
    .remedy = Make a token04 instead.
finding-base64-zego = What follows the version is not base64: characters are missing or foreign.
    .remedy = Copy the token again, whole.
finding-base64-zego-short = Characters or = are missing. Often a + became a space in a URL.
    .remedy = Percent-encode the token where it goes into a URL, and copy it whole.
finding-base64-zego-url-safe = The token is in the URL-safe alphabet (- and _); ZEGO reads the standard one (+ and /) only.
    .remedy = Encode with the standard alphabet and =.
finding-base64-zego-padding = The token ends in more = than base64 allows.
    .remedy = Copy the token again, whole.
finding-base64-zego-bits = The last character carries bits that no encoder writes: it was changed.
    .remedy = Copy the token again, whole.
finding-base64-zego-inexact = The token is not exact base64: padding, alphabet or leftover bits are not as every encoder writes them.
    .remedy = Copy the token again, whole.
finding-malformed-zego-short = The token ends before its first fields do.
    .remedy = Copy the token again, whole.
finding-malformed-zego-iv =
    The IV is said to have { $length ->
        [one] { $length } byte
       *[other] { $length } bytes
    }; it has 16 (CBC) or 12 (GCM).
    .remedy = Copy the token again; if it stays so, make it with the vendor’s library.
finding-malformed-zego-cut = The token was cut: { $declared } bytes of ciphertext are announced, { $there } are there.
    .remedy = Copy the token again, whole.
finding-malformed-zego-mode = The IV has 12 bytes, but the last byte that says GCM is missing or wrong.
    .remedy = Copy the token again, to its last character; make it with the vendor’s library.
finding-malformed-zego-left =
    { $count ->
        [one] { $count } byte follows
       *[other] { $count } bytes follow
    } where the token should end.
    .remedy = Copy the token alone.
finding-malformed-zego-block =
    No ciphertext of this encryption has { $length ->
        [one] { $length } byte
       *[other] { $length } bytes
    }.
    .remedy = Copy the token again; if it stays so, make it with the vendor’s library.
finding-malformed-zego-json = The secret fits, but what is inside is no JSON object: { $reason }.
    .remedy = Make the token with the vendor’s library.
finding-malformed-zego-03-gcm = token03 knows CBC only.
    .remedy = Make a token04.
finding-malformed-zego-login-base64 = This login token is not base64: characters are missing or foreign. Old SDKs answer 1011, “token format error”.
    .remedy = Copy the token again, whole.
finding-malformed-zego-login-json = This login token holds no JSON object. Old SDKs answer 1011, “token format error”.
    .remedy = Copy the token again, whole.
finding-malformed-zego-api = The signature of a server API call is 32 hex digits; this is not.
    .remedy = Copy it again, or paste the whole query.
finding-malformed-zego-callback = The signature of a callback is 40 hex digits; this is not.
    .remedy = Copy it again, or paste the whole body.
finding-decrypt-failed = The token does not open with this ServerSecret, or it was changed or cut afterwards.
    .remedy = Compare the ServerSecret with the console’s: same project, all 32 characters. Copy the token again, whole.
finding-decrypt-failed-hex = The token opens with the hex-decoded ServerSecret: whoever made it took the secret for hex.
    .remedy = Use the 32 characters of the ServerSecret themselves as the key.
finding-decrypt-failed-callback-secret = The token was made with the CallbackSecret.
    .remedy = Make it with the ServerSecret.
finding-decrypt-failed-app-sign = The token was made with the AppSign.
    .remedy = Make it with the ServerSecret.
finding-secret-length-zego = The ServerSecret has 32 characters; the one given has { $length }.
    .remedy = Copy it again from the console, under project information.
finding-secret-length-zego-app-sign = The secret given has { $length } characters: that is an AppSign. The ServerSecret has 32.
    .remedy = Give the ServerSecret; it stands beside the AppSign in the console.
finding-secret-length-zego-uikit =
    The token opens with a secret of { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }. The UIKit’s test function takes any; the server’s ServerSecret has 32, so it will refuse this.
    .remedy = Give generateKitTokenForTest the whole ServerSecret.
finding-sealed = App ID, user, times and payload are encrypted; only version, end and encryption show.
    .remedy = Give the ServerSecret to see and check the rest.
finding-double-padding = The token was padded twice: the token page of the English FAQ made such tokens, and that page also refuses good ones. Your code is not at fault.
    .remedy = Make the token with the vendor’s library or here, not on that page.
finding-field-missing-zego = { $key } is missing in the token.
    .remedy = Make the token with the vendor’s library; own snippets often have other fields.
finding-field-missing-zego-empty = { $key } is empty in the token.
    .remedy = Make the token with the { $key } that the client uses at login.
finding-field-type-zego-app-id = { $key } must be a number from 1 to 4294967295 without quotes, not “{ $got }”.
    .remedy = Write it as a number.
finding-field-type-zego-text = { $key } must be text, not “{ $got }”.
    .remedy = Write it in quotes.
finding-field-type-zego-integer = { $key } must be a whole number, not “{ $got }”. Native SDKs answer 1002080 for a wrong nonce.
    .remedy = Write it as a number without quotes.
finding-field-type-zego-payload = { $key } must be text that holds JSON, not JSON itself (“{ $got }”).
    .remedy = Turn the object into text first: JSON.stringify, json.dumps.
finding-field-type-zego-privilege = { $key } must be a JSON object such as 1: 1, 2: 0, not “{ $got }”.
    .remedy = Write both switches as an object.
finding-field-unknown = The token holds fields that the vendor does not know: { $keys }.
    .remedy = Put room_id, privilege and stream_id_list into the payload, as JSON text.
finding-expire-mismatch = The end in front of the token, { $outer }, is not the one inside, { $inner }: somebody changed it.
    .remedy = Make a new token; only the end inside counts as made with the secret.
finding-lifetime-zego-milliseconds = The token’s times are in milliseconds, so it would live for ages; every server refuses that.
    .remedy = Use seconds: Math.floor(Date.now() / 1000).
finding-lifetime-zego-zim = The token ends in more than 24 days; ZIM refuses that with 6000109. For RTC no limit is documented (unconfirmed).
    .remedy = Give it at most 2073600 seconds if it is for ZIM.
finding-expire-is-duration = The end, { $value }, is a number of seconds and no instant.
    .remedy = Write now plus the seconds as the end; the vendor’s libraries do it themselves.
finding-expired-zego = The token ended at { $end }, { $ago } ago. Running streams go on, the next login or publishing fails.
    .remedy = Generate a new one. Renew on the warning 30 seconds before the end, and when the app comes back to the foreground.
finding-expired-zego-api = The signature was good until { $end }, { $ago } ago: its timestamp is more than 10 minutes from now.
    .remedy = Sign again for every call.
finding-not-yet-zego-api = The signature is good only from { $start } on: its timestamp is more than 10 minutes ahead.
    .remedy = Set the clock of the machine that signs.
finding-ends-soon = The token ends in less than 30 seconds; ZIM refuses it with 6000108.
    .remedy = Make a new one.
finding-expire-2038 = The end lies beyond January 2038; ZIM’s web SDK reads it as negative.
    .remedy = Give it an earlier end.
finding-kit-given = This is a Kit Token. loginRoom, ZIM and mini programs want the token04 in front of the #.
    .remedy = Give the Kit Token to ZegoUIKitPrebuilt.create only.
finding-nonce-range = The nonce, { $value }, does not fit 32 bits. Native SDKs may answer 1002080.
    .remedy = Draw a random 32-bit number.
finding-payload-json = The payload is no JSON object: { $reason }.
    .remedy = Leave it empty, or write room_id, privilege and stream_id_list.
finding-privilege-feature = The payload counts only where support has switched the feature on; ZIM wants it empty.
    .remedy = Ask support, or leave the payload empty. Whether servers ignore it otherwise is unconfirmed.
finding-room-empty = The payload’s room_id is empty: any room by the vendor’s README, required by its documents.
    .remedy = Name the room.
finding-payload-shape = The payload’s { $key } is missing or not as documented.
    .remedy = Write room_id as text, privilege with 1 and 2, stream_id_list as null or a list of texts.
finding-privilege-value = The privilege is “{ $got }”; it must hold "1" and "2" only, at least one of them, each 1 or 0.
    .remedy = Write 1 to allow and 0 to forbid.
finding-app-id-mismatch-zego = The token is for App ID { $claimed }, not { $given }.
    .remedy = Make the token with the App ID and ServerSecret of the project that the client uses.
finding-user-id-mismatch-zego = The token is for user { $claimed }, not { $given }.
    .remedy = Log in with exactly the user ID that the token was made for.
finding-room-mismatch-zego = The token is for room { $claimed }, not { $given }.
    .remedy = Make the token for the room that the client joins.
finding-id-characters = { $key } holds characters that Express refuses at login: { $characters }
    .remedy = Use letters, digits and plain signs; put other letters into the user name.
finding-id-too-long = { $key } has { $length } characters; login takes at most { $longest }.
    .remedy = Shorten it.
finding-old-version = This is token03, the old version; ZIM refuses it with 6000107.
    .remedy = Make a token04, unless an Express SDK before 2.17 needs this.
finding-kit-missing = This is no Kit Token: the part behind # with room and name is missing. ZegoUIKitPrebuilt.create throws, renewToken of the web UIKit too.
    .remedy = Wrap the token with generateKitTokenForProduction, or here.
finding-kit-extra = More than one # : the UIKit reads only what stands before the second.
    .remedy = Make the Kit Token again.
finding-kit-malformed-base64 = The part behind # is not base64 of the standard alphabet: the UIKit throws InvalidCharacterError.
    .remedy = Make the Kit Token with the UIKit’s function, or here.
finding-kit-malformed-json = The part behind # holds no JSON object: { $reason }. The UIKit throws SyntaxError.
    .remedy = Make the Kit Token with the UIKit’s function, or here.
finding-kit-malformed-percent = userName is not percent-encoded: the UIKit throws URIError.
    .remedy = Use encodeURIComponent on the name, once.
finding-kit-malformed-field = { $key } in the part behind # is missing or not text.
    .remedy = Make the Kit Token with all of app ID, room, user and name.
finding-kit-malformed-app-id = appID in the part behind # is missing or no App ID.
    .remedy = Give the UIKit’s function the App ID as a number.
finding-kit-no-name = userName is missing; the UIKit shows “undefined”.
    .remedy = Give a name.
finding-kit-user-mismatch = The part behind # says user { $room }, the token inside is for { $inside }.
    .remedy = Make both with the same user ID.
finding-kit-app-mismatch = The part behind # says App ID { $room }, the token inside is for { $inside }.
    .remedy = Make both with the same App ID.
finding-kit-room-mismatch = The part behind # says room { $room }, but the token inside is good for { $inside } only.
    .remedy = Make both for the same room.
finding-legacy = Login tokens of version 1 are legacy; whether servers still accept them is unconfirmed.
    .remedy = Use token04.
finding-needs-zego = To check it, these must be known: { $fields }.
    .remedy = Give them as fields.
finding-signature-zego-login = The hash does not fit App ID, AppSign, user ID, nonce and end. Tokens of RoomKit and of the v1 Server API look alike, but are hashed from other things.
    .remedy = Compare App ID, AppSign and user ID with those the token was made for.
finding-signature-zego-api = The signature does not fit App ID, nonce, ServerSecret and timestamp.
    .remedy = Give exactly the values of the request; join them in this order: App ID, nonce, ServerSecret, timestamp.
finding-signature-zego-callback = The signature does not fit CallbackSecret, timestamp and nonce.
    .remedy = Take timestamp and nonce of the same callback, and the CallbackSecret, not the ServerSecret.
finding-maybe-secret = 32 hex digits may also be a ServerSecret.
    .remedy = If it is one, save it in a project and paste it nowhere else.
finding-signature-version = SignatureVersion is “{ $got }”; it must be 2.0.
    .remedy = Send SignatureVersion=2.0.
finding-secret-pasted-zego-app-sign = This looks like an AppSign, which is a secret and no token.
    .remedy = Treat it as exposed if it was pasted anywhere else. Apps that use it need no token.

## What its end does to a client

watch-end-zego = ZEGO warns its clients at 30 s; a new login fails after the end, running streams go on.
