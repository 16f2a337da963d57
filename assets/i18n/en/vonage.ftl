## Kinds

kind-vonage-client-jwt = Client JWT
    .about = Lets one person join one session with a role. The only client token of Vonage Video; T1 tokens are OpenTok’s.
kind-vonage-rest-jwt = REST JWT
    .about = Signs a call of your server to the Vonage API, in the header Authorization: Bearer. Not for clients.

## Fields

field-application-id = Application ID
    .help = A UUID, from the dashboard’s page Applications; an API key of digits belongs to OpenTok
field-private-key = Private key
    .help = The application’s key in PEM, shown only when it is generated; kept in the keychain
field-public-key = Public key
    .help = Or a certificate. Enough to check tokens where the private key is not at hand
field-ttl = Lives for
    .help = Seconds from now

## Notes

vonage-note-application = the application that signed it
vonage-note-acl = the API paths that it opens; not asked for by the server
vonage-note-subject = written by the SDKs; not asked for by the server

## Problems

vonage-problem-pair = does not belong to the private key

## Findings

finding-alg-rs256 = The header says “{ $alg }”; Vonage accepts RS256 only.
    .remedy = Sign with RS256 and the application’s private key.
finding-bad-key = The key given cannot be used, so the signature was not checked: it is damaged.
    .remedy = Copy the key again, whole, from -----BEGIN … to -----END …
finding-bad-key-size = The key given cannot be used, so the signature was not checked: it has { $bits } bits, and RSA keys of 2048 bits or more are taken.
    .remedy = Generate a new key pair in the Vonage dashboard.
finding-bad-key-other = The key given cannot be used, so the signature was not checked: it is no RSA key.
    .remedy = Give the key of the Vonage application.
finding-key-pair = The private key and the public key given do not belong together; the public key decided, because it is what the server holds.
    .remedy = Copy both again from the same application.
finding-bad-issuer-application = application_id is “{ $id }”, which is no UUID. An API key here means OpenTok credentials in a Vonage SDK.
    .remedy = Write the application’s ID from the Vonage dashboard.
finding-no-exp-vonage = The token has no exp; Vonage takes 15 minutes after iat.
    .remedy = Always write exp.
finding-life-cut = The token’s exp is more than 24 hours after its iat; Vonage ends it 24 hours after iat all the same, at { $end }.
    .remedy = Make a new token for every call, or at least every day.
finding-client-sdk-token = This looks like a token for Vonage’s Client SDK (voice and messages): it has acl but no scope, and lets nobody into a video session.
    .remedy = For a video session make a client JWT.
finding-secret-pasted-private-key = This is a private key, no token.
    .remedy = Treat the key as exposed if it was pasted anywhere else. Save it in a project instead.

## What its end does to a client

watch-end-vonage = A connection that runs goes on; a new one is refused with 1004.
