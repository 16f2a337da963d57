## Calls

call-opentok-create-session = Create session
    .about = Makes a session and answers its ID, which tokens are then made for.
call-vonage-create-session = Create session
    .about = Makes a session of an application and answers its ID, which tokens are then made for.
call-netease-get-token = Get or renew a token
    .about = Asks the server for a token that lets one user into one room, or any. For the same user and room it moves the end of the token that is there.
call-netease-refresh-im-token = New IM token
    .about = Gives an instant-messaging account a new token, which lasts. The one before no longer logs in.
call-mecloud-authen = Get an AccessToken
    .about = Changes a Token for an AccessToken, which API calls take for one day. At most 50 a minute.
call-zego-identify-token = Get an identify token
    .about = Asks for a token that a moderation service of others uses, once for each request.

## Fields

field-archive-mode = Archiving
    .help = Archiving every session needs a routed one
field-p2p-preference = Media
    .help = Relayed between the participants, or routed through the vendor’s servers, which archiving and many participants need
field-archive-name = Archive name
    .help = Only where every session is archived
field-archive-resolution = Archive resolution
    .help = Only where every session is archived
field-location = Location hint
    .help = An IPv4 address near the participants
field-e2ee = End-to-end encryption
    .help = Needs a routed session, and does not go with archiving
field-region = Address
    .help = Which of the vendor’s servers is asked
field-repeat-use = May be used again
    .help = Whether the token lets in more than once while it is good
field-old-token = Token to be renewed
    .help = For a renewal with the same user and room: the token that is there. It stays, and its end moves
field-method = Method
    .help = GET as in the vendor’s JavaScript, POST as in its PHP
field-effective-time = Lives for
    .help = Seconds, at most 30 days
field-is-test = Test environment
    .help = Left out unless given
choice-region-cn = China (api.netease.im)
choice-region-sg = Singapore (api-sg.netease.im)
choice-region-yunxinapi-cn = China (api-cn.yunxinapi.com)
choice-region-yunxinapi-sg = Singapore (api-sg.yunxinapi.com)
choice-region-auto = Nearest
choice-region-sha = Shanghai
choice-region-hkg = Hong Kong
choice-region-fra = Frankfurt
choice-region-lax = Los Angeles
choice-region-bom = Mumbai
choice-region-sgp = Singapore
choice-repeat-use-true = Yes
choice-repeat-use-false = No
choice-method-get = GET
choice-method-post = POST
choice-is-test-true = Yes
choice-is-test-false = No
choice-archive-mode-manual = When asked for
choice-archive-mode-always = Always
choice-p2p-preference-enabled = Relayed
choice-p2p-preference-disabled = Routed
choice-archive-resolution-640x480 = 640 × 480
choice-archive-resolution-480x640 = 480 × 640
choice-archive-resolution-1280x720 = 1280 × 720
choice-archive-resolution-720x1280 = 720 × 1280
choice-archive-resolution-1920x1080 = 1920 × 1080
choice-archive-resolution-1080x1920 = 1080 × 1920
choice-e2ee-true = On
choice-e2ee-false = Off

## Problems

problem-address = must be an address such as https://host, with a port and a path if need be
problem-address-user = must not hold a user or password
problem-address-clear = must be https: without encryption the credentials could be read on the way; http is for this machine only (localhost, 127.0.0.1)
problem-header = goes into a header, so it must be visible ASCII characters
problem-archive-routed = must be disabled (routed) where every session is archived
problem-e2ee-routed = must be disabled (routed) for end-to-end encryption
problem-e2ee-archive = does not go with archiving every session
problem-archive-only = goes only with archive_mode always
problem-ipv4 = must be an IPv4 address such as 203.0.113.7

## Sending

send-cancelled = Cancelled. The request may have arrived all the same.
    .remedy = Look at the vendor’s side before sending it again.
send-clear = The request would go to { $host } without encryption, and the credentials with it.
    .remedy = Use https. For a mock on another machine, open a tunnel to it and use http://127.0.0.1.
send-malformed = The request cannot be sent as it is.
    .remedy = Check the address and the values.
send-no-host = { $host } is not known.
    .remedy = Check the address and the network.
send-unreachable = { $host } cannot be reached: { $reason }
    .remedy = Check the address, the network and the proxy.
send-tls = There is no trusted connection to { $host }: { $reason }
    .remedy = Check the address and this machine’s clock. A company’s proxy needs its certificate among those of the operating system.
send-timed-out = There was no whole answer within { $seconds } s. The request may have arrived all the same.
    .remedy = Check the network, and look at the vendor’s side before sending it again.
send-broken = The answer broke off: { $reason }. The request may have arrived all the same.
    .remedy = Check the address, and look at the vendor’s side before sending it again.
send-too-long = The answer is longer than { $limit } bytes, which no vendor’s is. The request may have arrived all the same.
    .remedy = Check the address: somebody else answers there.

## Findings in answers, of any vendor

finding-redirected = The server answers { $status } and points to “{ $to }”. That was not followed: the credentials would go there.
    .remedy = Check the address. If that place is right, give it as the base URL.
finding-http-status-auth = The server answers { $status }: it does not accept the credentials.
    .remedy = Check key and secret, and that they are of this vendor and project.
finding-http-status-absent = The server answers { $status }: there is nothing at this address.
    .remedy = Check the address.
finding-http-status-proxy = A proxy answers { $status }: it wants to be logged in to.
    .remedy = Give the proxy’s user in the environment variable HTTPS_PROXY, or use another way.
finding-http-status-often = The server answers { $status }: too many requests.
    .remedy = Wait, and send fewer.
finding-http-status-refused = The server answers { $status }: it refuses the request.
    .remedy = Check the values.
finding-http-status-server = The server answers { $status }: the fault is on its side.
    .remedy = Try again later. If it does not pass, ask the vendor.
finding-http-status-odd = The server answers { $status }, which is no answer to a request.
    .remedy = Check the address: somebody else may answer there.
finding-answer-unreadable = The answer is none of this vendor’s. It begins: { $start }
    .remedy = Check the address: somebody else may answer there.
finding-answer-unreadable-html = The answer is a web page, not the vendor’s. It begins: { $start }
    .remedy = Check the address. A proxy or a login page of the network may stand in between.
finding-answer-unreadable-empty = The answer is empty.
    .remedy = Check the address, and try again.
finding-answer-incomplete = The answer lacks { $key }.
    .remedy = Check the address: somebody else may answer there.
finding-clock-differs-ahead = The request was signed with a clock { $span } ahead of the server’s.
    .remedy = Set this machine’s clock (or the time chosen for the run), and sign again.
finding-clock-differs-behind = The request was signed with a clock { $span } behind the server’s.
    .remedy = Set this machine’s clock (or the time chosen for the run), and sign again.

## OpenTok and Vonage

finding-opentok-issuer-not-found = “{ $said }” ({ $status }): the API key is wrong, or it is the account-level key, which makes no sessions.
    .remedy = Use key and secret of a project.
finding-opentok-invalid-signature = “{ $said }” ({ $status }): the secret does not belong to this key.
    .remedy = Copy the secret again from the account page.
finding-opentok-clock-ahead = “{ $said }” ({ $status }): the clock that signed the request is ahead.
    .remedy = Set this machine’s clock (or the time chosen for the run), and sign again.
finding-opentok-issuer-format = “{ $said }” ({ $status }): the issuer is no API key. That is so with an application ID or a Vonage key sent to api.opentok.com.
    .remedy = Send a Vonage application’s call to video.api.vonage.com, an OpenTok project’s to api.opentok.com.
finding-opentok-token-format = “{ $said }” ({ $status }): the server cannot read the token in the header. That is so with the key and secret of a Vonage account.
    .remedy = Use key and secret of an OpenTok project, or the Vonage call with an application’s private key.
finding-opentok-no-authentication = “{ $said }” ({ $status }): the token in the header is missing or has expired.
    .remedy = Sign again. If it stays so, check this machine’s clock, and that no proxy takes headers away.
finding-opentok-other-project = “{ $said }” ({ $status }): the token belongs to another project than the address names.
    .remedy = Use the credentials of the project in the address.
finding-opentok-partner = “{ $said }” ({ $status }): the retired header X-TB-PARTNER-AUTH was used, or its key and secret are wrong.
    .remedy = Sign a JWT instead, as Tokendesk does.
finding-opentok-refused = The server refuses ({ $status }): { $said }
    .remedy = Check the values, key and secret.
finding-session-unreadable = The session ID in the answer is none that can be read.
    .remedy = Check the address: somebody else may answer there.
finding-session-of-other = The session ID in the answer belongs to { $claimed }, not to { $owner }.
    .remedy = Check the address: a mock, or somebody else, may answer there.

## NetEase

finding-netease-201 = Code { $code }, client version not right.{ $said }
    .remedy = Use a current SDK; if this was Tokendesk’s call, ask the vendor.
finding-netease-301 = Code { $code }, banned.{ $said }
    .remedy = Ask the vendor, or lift the ban in its console.
finding-netease-302 = Code { $code }, wrong user or password.{ $said }
    .remedy = Check the account.
finding-netease-315 = Code { $code }, this IP address is not allowed.{ $said }
    .remedy = Add this machine’s address in the vendor’s console, or send from an allowed one.
finding-netease-403 = Code { $code }, illegal, or no permission.{ $said }
    .remedy = Check that the service is switched on for this AppKey, and that the account is its own.
finding-netease-404 = Code { $code }, no such object.{ $said }
    .remedy = Check user, account and AppKey.
finding-netease-405 = Code { $code }, a parameter is too long.{ $said }
    .remedy = Shorten it.
finding-netease-406 = Code { $code }, read-only.{ $said }
    .remedy = Check the account’s rights.
finding-netease-408 = Code { $code }, time-out on the server’s side.{ $said }
    .remedy = Try again.
finding-netease-413 = Code { $code }, verification failed.{ $said }
    .remedy = Check the values.
finding-netease-414 = Code { $code }, bad parameter; a bad CheckSum or CurTime too.{ $said }
    .remedy = Check AppKey and AppSecret, then this machine’s clock, then the parameters.
finding-netease-415 = Code { $code }, network trouble on the server’s side.{ $said }
    .remedy = Try again.
finding-netease-416 = Code { $code }, too many requests.{ $said }
    .remedy = Wait, and send fewer.
finding-netease-417 = Code { $code }, done already.{ $said }
    .remedy = Nothing, unless it was meant to be done again.
finding-netease-419 = Code { $code }, over the limit.{ $said }
    .remedy = Look at the limits of this AppKey in the vendor’s console.
finding-netease-422 = Code { $code }, the account is disabled.{ $said }
    .remedy = Enable it in the vendor’s console.
finding-netease-423 = Code { $code }, muted.{ $said }
    .remedy = Unmute the account in the vendor’s console.
finding-netease-431 = Code { $code }, the same request came twice.{ $said }
    .remedy = Sign again and send once.
finding-netease-500 = Code { $code }, internal error of the server.{ $said }
    .remedy = Try again later. If it does not pass, ask the vendor.
finding-netease-503 = Code { $code }, the server is busy.{ $said }
    .remedy = Try again later.
finding-netease-514 = Code { $code }, the service is not available.{ $said }
    .remedy = Try again later. If it does not pass, ask the vendor.
finding-netease-998 = Code { $code }, the server could not unpack the request.{ $said }
    .remedy = Check the parameters.
finding-netease-999 = Code { $code }, the server could not pack its answer.{ $said }
    .remedy = Try again later. If it does not pass, ask the vendor.
finding-netease-refused = The server refuses with code { $code }, whose meaning is not documented.{ $said }
    .remedy = Check the values, then ask the vendor.
finding-renewed-token = The old token was renewed: it stays as it is, and its end has moved.
    .remedy = Keep the old token; the client need not be told.
finding-renewed-other-token = The answer holds another token than the one to be renewed: user or room differ, or the old one had ended.
    .remedy = Use the new token. The end of the old one has not moved, as far as is known.
finding-token-may-be-renewed = For the same user and room the server makes no second token while one is good: then this is that token, and its end has moved.
    .remedy = Compare it with the one that is there.
finding-renewed-unknown-token = The answer holds no token: one for this user and room was good already, and its end has moved.
    .remedy = Keep that token. Give it as old_token, to see its new end.
finding-im-token-replaced = The account’s former token no longer logs in.
    .remedy = Store the new one on your server, and hand it to this account only.
finding-im-token-of-other = The token is of account { $account }, but { $asked } was asked for.
    .remedy = Check the address: somebody else may answer there.

## MeCloud

finding-mecloud-refused = MeCloud refuses (error { $error }): “{ $said }”
    .remedy = Check App ID, SecretKey and e-mail, then this machine’s clock: the Token’s time may be 10 minutes off at most. After more than 50 in a minute the channel is locked for 5 minutes.

## ZEGO

finding-zego-100000001 = Code { $code }, the AppID is malformed: “{ $said }”
    .remedy = Check the App ID: digits only.
finding-zego-100000002 = Code { $code }, the timestamp is empty: “{ $said }”
    .remedy = Sign again with Tokendesk; if it stays so, something on the way changes the query.
finding-zego-100000003 = Code { $code }, the timestamp is malformed: “{ $said }”
    .remedy = It must be Unix seconds.
finding-zego-100000004 = Code { $code }, the signature is too old: “{ $said }”
    .remedy = Check this machine’s clock: 10 minutes are allowed either way. Then sign again.
finding-zego-100000005 = Code { $code }, the signature is wrong: “{ $said }”
    .remedy = Check the ServerSecret: 32 characters, of this App ID, and not the AppSign.
finding-zego-100000006 = Code { $code }, the action is empty: “{ $said }”
    .remedy = Sign again with Tokendesk; if it stays so, something on the way changes the query.
finding-zego-100000007 = Code { $code }, there is no such action: “{ $said }”
    .remedy = Check the address: other products have other servers.
finding-zego-100000008 = Code { $code }, the nonce is empty: “{ $said }”
    .remedy = Sign again with Tokendesk; if it stays so, something on the way changes the query.
finding-zego-100000009 = Code { $code }, the signature is empty: “{ $said }”
    .remedy = Sign again with Tokendesk; if it stays so, something on the way changes the query.
finding-zego-100000010 = Code { $code }, there is no ServerSecret for this App ID: “{ $said }”
    .remedy = Check the App ID.
finding-zego-100000013 = Code { $code }, the version of the signature is empty: “{ $said }”
    .remedy = Sign again with Tokendesk; if it stays so, something on the way changes the query.
finding-zego-100000014 = Code { $code }, the version of the signature is not supported: “{ $said }”
    .remedy = It must be 2.0.
finding-zego-100000017 = Code { $code }, the service is not enabled: “{ $said }”
    .remedy = Have moderation switched on for this App ID by the vendor’s support.
finding-zego-refused = ZEGO refuses with code { $code }: “{ $said }”
    .remedy = Look the code up in the vendor’s documentation.
