# Makes a session. The token is good for one call or a few: five minutes at most.
curl --request POST --url 'https://api.opentok.com/session/create' \
  --header 'X-OPENTOK-AUTH: '__token__ \
  --header 'Accept: application/json' \
  --data-urlencode 'archiveMode=manual' \
  --data-urlencode 'p2p.preference=disabled'
