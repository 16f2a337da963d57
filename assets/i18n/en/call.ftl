## Calls

call-opentok-create-session = Create session
    .about = Makes a session and answers its ID, which tokens are then made for.

## Fields

field-archive-mode = Archiving
    .help = Always needs a routed session
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
