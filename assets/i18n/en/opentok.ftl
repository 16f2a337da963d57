## Kinds

kind-opentok-t1 = T1 token
    .about = Lets one person join one session with a role. The older form; every SDK and the server still take it.
kind-opentok-client-jwt = Client JWT
    .about = Lets one person join one session with a role. What newer SDKs make by default.
kind-opentok-rest-jwt = REST JWT
    .about = Signs a call of your server to the OpenTok API, in the header X-OPENTOK-AUTH. Not for clients.
kind-opentok-session-id = Session ID
    .about = Names a session and its owner. It is no token: only the server makes it, and it never expires.

## Fields

field-api-key = API key
    .help = The project key, usually 8 digits
field-api-secret = API secret
    .help = Usually 40 hex digits; kept in the keychain
field-session-id = Session ID
    .help = Starts with 1_ or 2_, made by the server for these credentials
field-role = Role
    .help = Publish only may neither receive nor signal
field-expire-time = Expires in
    .help = A span from now or an exact time
field-data = Connection data
    .help = Every participant can read it
field-initial-layout-class-list = Layout classes
    .help = For composed archives and broadcasts, joined by a space
field-nonce = Nonce
    .help = Random unless given
field-jti = JWT ID
    .help = Unless given, OpenTok’s Node SDK writes none and Vonage’s a random UUID
field-ist = Issuer type
    .help = account only with the account-level key
field-token-data = Token data
    .help = JSON written as it stands, as npm opentok-token does; for tokens with deliberate faults
choice-role-publisher = Publisher
choice-role-subscriber = Subscriber
choice-role-moderator = Moderator
choice-role-publisheronly = Publish only
choice-ist-project = Project
choice-ist-account = Account

## Notes

opentok-role-publisher = may send and receive, not moderate
opentok-role-subscriber = may receive and signal, not send
opentok-role-moderator = may send, receive, disconnect and mute others
opentok-role-publisheronly = may send, neither receive nor signal
opentok-remark-session = Belongs to this project · made
opentok-note-session = belongs to { $owner }
opentok-note-scope = a token for joining a session
opentok-note-data = every participant can read it
opentok-note-ist-project = signed with a project’s key
opentok-note-ist-account = signed with the account-level key
opentok-note-ist-header = the Ruby SDK writes it here; accepted
opentok-note-key = API key that signed it
opentok-note-owner = the API key or application that made the session
opentok-note-no-location = no location hint
opentok-note-prefix = meaning unconfirmed
opentok-note-unconfirmed = meaning unconfirmed

## Problems

opentok-problem-session-id = must be a session ID: 1_ or 2_ and base64 that decodes to text beginning 1~
opentok-problem-session-owner = belongs to { $owner }, not to { $key }
opentok-problem-session-by-server = is made by the server only; use POST /session/create
cleaned-t1-prefix = the lost T1== was put back

## Findings

finding-malformed-t1-prefix = A T1 token starts with T1==; this does not.
    .remedy = Copy the token again, from its first character.
finding-malformed-t1-base64 = What follows T1== is not base64: characters are missing or foreign.
    .remedy = Copy the token again, whole.
finding-malformed-t1-colon = The token holds no colon between its head and its data: it was cut off in the head, or made wrongly. Clients see 1004, “Invalid token format”.
    .remedy = Copy the token again, whole.
finding-malformed-t1-head = The token’s head lacks partner_id or sig. Clients see 1004, “Invalid token format”.
    .remedy = Make the token with a current SDK.
finding-malformed-t1-padding = The token ends in more = than base64 allows.
    .remedy = Copy the token again, whole.
finding-malformed-t1-bits = The last character carries bits that no encoder writes: it was changed.
    .remedy = Copy the token again, whole.
finding-malformed-session-id = This is no session ID: 1_ or 2_ and base64 that decodes to text beginning 1~.
    .remedy = Copy it again, whole.
finding-padding-lost = The = at the end are missing; the server may answer 1004, “Invalid token format”.
    .remedy = Copy the token with its last characters.
finding-alg-hs256 = The header says “{ $alg }”; OpenTok accepts HS256 only.
    .remedy = Sign with HS256.
finding-scope = This is no token for joining a session: its scope is not session.connect.
    .remedy = Make a client token, not a REST token.
finding-scope-session = This is no token for joining a session: it names no session_id.
    .remedy = Make a client token, not a REST token.
finding-session-key-mismatch = The token is made for { $owner }, but the session inside belongs to { $session }.
    .remedy = Make the token with the credentials that made the session.
finding-bad-session-id = The session ID inside the token cannot be read.
    .remedy = Make the token with a session ID from the server.
finding-bad-role = “{ $role }” is no role.
    .remedy = Use one of { $roles }.
finding-data-too-long = The connection data has { $length } characters; the vendor documents at most 1000.
    .remedy = Shorten it.
finding-bad-escape = { $key } is escaped wrongly: a % that escapes nothing, or bytes that are not UTF-8.
    .remedy = Percent-encode every value where the token is made.
finding-no-expire-time = The token says no end; the server takes 24 hours after create_time.
    .remedy = Give expire_time to choose the end.
finding-no-exp = The token has no exp; the server may refuse it at once with “token has expired” (1004). Whether it still does is unconfirmed.
    .remedy = Always write exp.
finding-ist = ist is “{ $ist }”; it must be project or account. The API answers 403, “Invalid signature”.
    .remedy = Write ist: project.
finding-bad-issuer = iss is no API key: it must be decimal digits as text. A UUID here means Vonage credentials in an OpenTok SDK, as opentok-php 4.21.3 takes them by mistake.
    .remedy = Sign with the API key and secret of an OpenTok project, or make a Vonage token with the application’s private key (RS256).
finding-bad-issuer-number = iss is a number; SDKs write the API key as text.
    .remedy = Write the API key in quotes.
finding-vonage-session = The owner is a Vonage application, so its tokens are RS256 JWTs and not T1.
    .remedy = Make tokens with the application’s private key.
finding-not-a-token = A session ID alone lets nobody in.
    .remedy = Make a client token for this session.
finding-secret-pasted = This is an API key and its secret, as the retired header X-TB-PARTNER-AUTH carried them.
    .remedy = Treat the secret as exposed if it was pasted anywhere else. Save the two as a project instead.

## What its end does to a client

watch-end-opentok = A connection that runs goes on; a new one is refused with 1004.
