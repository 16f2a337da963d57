kind-jwt = JSON Web Token
    .about = A JWT of no vendor known here: decoded and timed, not verified.

## Whose it looks like

finding-looks-like-twilio = It looks like a token of { $vendor }: the header’s cty twilio-fpa;v=1 marks an access token.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-twilio-request = It looks like a token of { $vendor }: the header’s cty twilio-pkrv;v=1 marks a signed REST request (public key client validation).
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-jaas = It looks like a token of { $vendor }: kid or sub begins with vpaas-magic-cookie-.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-twilio-capability = It looks like a token of { $vendor }: its scope begins with scope:client: or scope:stream: and iss is an account, as in the old capability tokens.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-zoom-video = It looks like a token of { $vendor }: tpc and app_key are its claims.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-zoom-cobrowse = It looks like a token of { $vendor }: app_key with role_type 1 or 2, without tpc, are its claims.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-zoom-meeting = It looks like a token of { $vendor }: appKey and sdkKey are its claims.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-hms = It looks like a token of { $vendor }: access_key, type and version 2 are its claims.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-videosdk = It looks like a token of { $vendor }: apikey and the list permissions are its claims.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-daily = It looks like a token of { $vendor }: d is a domain’s ID, and all its claims have names of one to four letters.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-vonage = It looks like a token of { $vendor }: application_id with jti, or the scope session.connect, are its claims.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-livekit = It looks like a token of { $vendor }: grants such as video or sip, or roomConfig or sha256, are its claims.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-jitsi = It looks like a token of { $vendor }: room with sub, aud and iss are the claims of a server of one’s own.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-stream = It looks like a token of { $vendor }: user_id, or server alone, are its claims.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-twilio-key = It looks like a token of { $vendor }: iss has the shape of one of its API keys, SK and 32 hex digits. The header’s cty is missing.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-livekit-key = It looks like a token of { $vendor }: iss has the shape of one of its Cloud keys, API with letters and digits. It grants nothing.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-jaas-issuer = It looks like a token of { $vendor }: its iss is always chat.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-jitsi-part = It looks like a token of { $vendor }: aud is jitsi, or there is a room with most of sub, aud and iss. Some of these claims are missing.
    .remedy = Its claims and times are shown; that vendor’s own rules and its signature are not checked.
finding-looks-like-bare = It may be a token of several vendors ({ $vendor } without grants, and others): iss, iat and exp alone do not tell.
    .remedy = Ask its maker. Its claims and times are shown; its signature is not checked.
