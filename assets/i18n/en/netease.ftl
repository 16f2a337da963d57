## Kinds

kind-netease-basic-token = NERTC basic token
    .about = Lets one user join one NERTC room. Your server makes it from the AppSecret; in safe mode nobody joins without one.
kind-netease-nim-token = NIM dynamic token
    .about = Lets one account log in to instant messaging, with login by dynamic token switched on. It looks like a NERTC basic token: only what is signed differs.
kind-netease-permission-key = NERTC permission key
    .about = Says what one user may do in one room. It goes beside the basic token, not in its place, and is signed with the permission secret.
kind-netease-api-checksum = Server API CheckSum
    .about = Signs a call of your server to the server API: four headers, good for 5 minutes. Not for clients.
kind-netease-callback-checksum = Callback CheckSum
    .about = Proves that a callback (message copy) comes from NetEase. Hash the body exactly as it was received.
kind-netease-server-token = Server-made token
    .about = What the server answers to getToken. It cannot be read; calling again with the same uid and channel moves its end and gives no new token.

## Fields

field-app-key = AppKey
    .help = Names the app; in the console under App Key management
field-app-secret = AppSecret
    .help = Usually 12 hex digits; signs everything but permission keys. Never in a client
field-perm-secret = Permission secret
    .help = Usually 64 hex digits, used as text; signs permission keys only. It is not the AppSecret
field-uid = User ID (uid)
    .help = A whole number of up to 64 bits; the one that the client joins with
field-channel-name = Channel name
    .help = The room; empty for any room. Clients take 1 to 64 bytes of plain ASCII
field-default-ttl = Default lifetime
    .help = In seconds, at most a day; used where a life of 0 or -1 is given, as the vendor’s samples do
field-privilege = Privileges
    .help = What the user may do; for a ZEGO token03 JSON, in which 1 lets log in and 2 lets publish, each 1 or 0
field-accid = Account ID (accid)
    .help = The instant-messaging account that logs in
field-cur-time = CurTime
    .help = The very text of the header: Unix seconds. Now unless given
field-cur-time-ms = CurTime
    .help = The very text of the header: Unix milliseconds. Now unless given
field-body = Body
    .help = Exactly as received: no trimming, no formatting
field-answered-at = Answered at
    .help = When the server answered; the life counts from here
field-expire-at = Life asked for (expireAt)
    .help = Seconds from the answer on, despite its name; the server takes 600 where none was given
flag-privilege-send-audio = Send audio
flag-privilege-send-video = Send video
flag-privilege-receive-audio = Receive audio
flag-privilege-receive-video = Receive video
flag-privilege-create-room = Create the room
flag-privilege-join-room = Join the room

## Notes

netease-note-ttl = a span in seconds, not a point in time
netease-note-signature = SHA-1 over AppKey, user, times, channel and AppSecret
netease-note-signed = what is hashed; … stands for the secret
netease-note-signed-key = what the checksum is made over
netease-note-app-key = the app it belongs to
netease-note-md5 = MD5 of the body
netease-note-opaque = opaque: only the server can read it
netease-remark-uid-zero = With uid 0 the client picks a random one, so no token can match.
netease-remark-ttl-default = The default lifetime is used.
netease-remark-room-name = The client SDK refuses this room name.
netease-code-200 = ok
netease-code-201 = client version not right
netease-code-301 = banned
netease-code-302 = wrong user or password
netease-code-315 = IP address not allowed
netease-code-403 = illegal, or no permission
netease-code-404 = no such object
netease-code-405 = a parameter is too long
netease-code-406 = read-only
netease-code-408 = time-out
netease-code-413 = verification failed
netease-code-414 = bad parameter, also a bad CheckSum or CurTime
netease-code-415 = network
netease-code-416 = rate limit
netease-code-417 = repeated operation
netease-code-419 = over the limit
netease-code-422 = account disabled
netease-code-423 = muted
netease-code-431 = duplicate request
netease-code-500 = internal error
netease-code-503 = busy
netease-code-514 = not available
netease-code-998 = unpacking failed
netease-code-999 = packing failed

## Problems

netease-problem-by-server = is made by the server only; call getToken

## Findings

finding-malformed-netease-base64 = The token is not base64: characters are missing or foreign.
    .remedy = Copy the token again, whole.
finding-malformed-netease-json = The token is base64, but not of a JSON object.
    .remedy = Copy the token again, whole; if it stays so, it is no NetEase token.
finding-malformed-netease-missing = { $key } is missing in the token.
    .remedy = Make the token as the vendor’s samples do.
finding-malformed-netease-number = { $key } is “{ $got }”; it must be a whole number without quotes.
    .remedy = Write numbers as JSON numbers, without fraction.
finding-malformed-netease-text = { $key } is “{ $got }”; it must be text in quotes.
    .remedy = Write it as JSON text.
finding-malformed-netease-signature = The signature is “{ $got }”; it must be 40 lower-case hex digits.
    .remedy = Write the SHA-1 as lower-case hex.
finding-malformed-netease-alphabet = The token is written in another base64 alphabet than the vendor’s.
    .remedy = A token uses + / =, a permission key * - _ in their place.
finding-malformed-netease-padding = The token ends in more padding than base64 allows.
    .remedy = Copy the token again, whole.
finding-malformed-netease-bits = The last character carries bits that no encoder writes: it was changed.
    .remedy = Copy the token again, whole.
finding-malformed-netease-checksum = A CheckSum is 40 hex digits and nothing else; this is not.
    .remedy = Copy it again, whole, without the header’s name; or paste all headers, one a line.
finding-malformed-netease-key-base64 = The permission key is not base64 with * - _ : characters are missing or foreign.
    .remedy = Copy the key again, whole.
finding-malformed-netease-zlib = The permission key is base64, but not of a zlib stream.
    .remedy = Check that it is a permission key and not the basic token that goes beside it.
finding-malformed-netease-zlib-cut = The permission key is cut off: its zlib stream has no end.
    .remedy = Copy the key again, to its last character.
finding-malformed-netease-zlib-data = The permission key is damaged inside: its zlib stream contradicts its checksum.
    .remedy = Copy the key again, whole.
finding-malformed-netease-zlib-long = The permission key unpacks to far more than any key holds; it was not unpacked.
    .remedy = Do not use it: it is no permission key.
finding-malformed-netease-key-json = The permission key unpacks, but not to a JSON object.
    .remedy = Make the key as the vendor’s samples do.
finding-padding-lost-netease = The padding at the end is missing; whether the server still reads it is unconfirmed.
    .remedy = Copy the token with its last characters.
finding-unknown-field-netease = The token holds { $key }, which no vendor code writes and nothing signs.
    .remedy = Leave it out.
finding-bad-signature-netease-basic = The signature does not fit this AppKey, uid, channel name and AppSecret, or the token was changed.
    .remedy = Compare all four: the token carries none of them, so any one that differs looks like this.
finding-bad-signature-netease-nim = The signature does not fit this AppKey, accid and AppSecret, or the token was changed. Login is refused.
    .remedy = Compare all three; and check that it is no NERTC token, which is made with uid and channel name.
finding-bad-signature-netease-checksum = The CheckSum does not fit this AppSecret, Nonce and CurTime.
    .remedy = Hash AppSecret, Nonce and CurTime in this order, with nothing between, as they stand in the headers.
finding-bad-signature-netease-callback = The CheckSum does not fit this AppSecret, body and CurTime: the callback is not from NetEase, or the body was changed.
    .remedy = Hash the bytes as received, before anything parses or formats them, and compare the AppSecret.
finding-bad-signature-netease-body-space = The CheckSum fits only with other white space around the body or other line breaks in it.
    .remedy = Hash the bytes as received: no trimming, no added line break.
finding-bad-signature-netease-key = The checksum does not fit this permission secret, or the key was changed.
    .remedy = Compare the permission secret with the console; it is used as text, not decoded from hex.
finding-bad-signature-netease-key-app-secret = The key is signed with the AppSecret instead of the permission secret.
    .remedy = Sign with the permission secret, which the console shows beside the AppSecret.
finding-bad-signature-netease-key-short =
    The checksum holds { $length ->
        [one] { $length } byte
       *[other] { $length } bytes
    } instead of 32, so it can never fit. The vendor’s C++ sample cuts one key in nine like this.
    .remedy = Take the HMAC as bytes with a length, not as a C string.
finding-context-mismatch-netease-app = The key belongs to AppKey { $claimed }, not to { $given }.
    .remedy = Use the key in the app it was made for.
finding-context-mismatch-netease-channel = The key is for channel “{ $inside }”, not for “{ $given }”.
    .remedy = Make a key for this channel.
finding-context-mismatch-netease-uid = The key is for uid { $inside }, not for { $given }.
    .remedy = Make a key for this uid.
finding-limit-netease-life = The life is { $life }; at most { $longest } are documented. What the server does with more is unconfirmed.
    .remedy = Give it at most 86400 seconds; it is a span, not a point in time.
finding-limit-netease-ttl = The life is { $ttl } seconds; it must be positive.
    .remedy = Give a span in seconds, 1 to 86400.
finding-limit-netease-nim = The token lives { $life }. The vendor asks for “not too long”; its limit is unconfirmed.
    .remedy = Give it minutes, and make a new one for each login.
finding-limit-netease-nonce = The Nonce has { $length } characters; at most 128 are allowed.
    .remedy = Send 32 random hex digits.
finding-expired-netease-seconds = curTime is in seconds, but this token counts milliseconds: read so, it ended at { $end }.
    .remedy = Write curTime in milliseconds (13 digits). Only ttl is in seconds.
finding-expired-netease-checksum = The CheckSum was good for 5 minutes and ended at { $end }, { $ago } ago. The server answers 414, “CurTime is illegal”.
    .remedy = Sign again with the present time, and keep the clock set.
finding-expired-netease-key = The permission key ended at { $end }, { $ago } ago.
    .remedy = Make a new one; clients take it with updatePermissionKey without leaving.
finding-expired-netease-server = The token ended at { $end }, { $ago } ago, as far as is known here.
    .remedy = Call getToken again. Without expireAt a token lasts only 10 minutes.
finding-time-unit-netease-micro = curTime, { $value } in seconds, is finer than milliseconds.
    .remedy = Write curTime in milliseconds (13 digits).
finding-time-unit-netease-callback = CurTime of a callback has 13 digits, milliseconds; this has fewer.
    .remedy = Give the header as it came.
finding-format-netease-upper = The CheckSum is upper-case hex; documented is lower case.
    .remedy = Write it as lower-case hex.
finding-format-netease-cur-time = CurTime must be whole Unix seconds in decimal digits, without leading zeros.
    .remedy = Send the very text that was hashed.
finding-needs-netease-basic = To check the signature, { $fields } must be given too: the token does not carry it.
    .remedy = Give what the client joins with. If this is a NIM token, choose that kind and give accid.
finding-needs-netease-nim = To check the signature, { $fields } must be given too: the token does not carry it.
    .remedy = Give the account that logs in. If this is a NERTC token, choose that kind and give uid and channel name.
finding-needs-netease-hash = This is a hash and says nothing by itself; to check it, { $fields } must be given too.
    .remedy = Give it, or paste all headers, one a line. 40 hex digits may also be another SHA-1, a git commit or somebody’s secret.
finding-needs-netease-answered = When this token ends is not in it: it is good for expireAt seconds from the answer on, 600 unless asked otherwise.
    .remedy = Give answered_at, and expire_at if the call named one.
finding-needs-perm-secret = The checksum was not checked: that takes the permission secret, not the AppSecret.
    .remedy = Give the permission secret, or save it with the project.
finding-no-channel = The token is made without a channel name, so it is bound to no room; what the server makes of that is unconfirmed.
    .remedy = Name the channel to bind it to one room.
finding-no-channel-other = The token is made without a channel name; whether the server takes it for “{ $channel }” is unconfirmed.
    .remedy = Make it with the channel name.
finding-uid-zero = uid is 0: the client then picks a random one, and the token cannot match it.
    .remedy = Make the token for the uid that the client joins with.
finding-uid-range = uid is above 9223372036854775807, which the vendor’s Java and C++ code cannot hold.
    .remedy = Use a smaller one.
finding-uid-range-double = uid is above 2^53: JavaScript rounds it, and then no token matches.
    .remedy = Keep it as text, or use a smaller one.
finding-room-name = The client SDK refuses the room name “{ $name }” ({ $bytes } bytes).
    .remedy = Use 1 to 64 characters out of a-z A-Z 0-9 space and common ASCII signs, but no / \ ' * or `.
finding-privilege-unknown = privilege is { $privilege }; bits above 63 have no documented meaning.
    .remedy = Use the sum of the six privileges.
finding-privilege-none = The key allows nothing, not even joining.
    .remedy = Give at least join room.
finding-md5-header = The MD5 header differs from the body’s MD5, { $md5 }.
    .remedy = Use the body exactly as received.
finding-answer = NetEase answered code { $code } and gave no token: “{ $reason }”.
    .remedy = Look up the code, mend the call and send it again.
finding-answer-414 = NetEase answered 414, bad parameter: “{ $reason }”. A wrong CheckSum and a clock that is off look like this too.
    .remedy = Check CheckSum and CurTime first, then the parameters.
finding-renewed = The answer has no token: after a renewal the old one stays, with a new end.
    .remedy = Keep the old token; it now ends expireAt seconds after this answer.
finding-im-token = This is the IM token of an account: it lasts until it is updated or refreshed.
    .remedy = Store it on your server and hand it to this account only.
finding-secret-pasted-hex64 = 64 hex digits are no token: this has the shape of a secret (NetEase’s permission secret, MeCloud’s SecretKey) or of a SHA-256.
    .remedy = If it is a secret, treat it as exposed if it was pasted anywhere else, and save it with its project instead.

## What its end does to a client

watch-end-netease = Joining with it is refused after the end; NERTC warns of a permission key at 30 s.
