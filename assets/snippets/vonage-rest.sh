# Makes a session with the Vonage Video API.
curl --request POST --url 'https://video.api.vonage.com/session/create' \
  --header 'Authorization: Bearer '__token__ \
  --header 'Accept: application/json' \
  --data-urlencode 'archiveMode=manual' \
  --data-urlencode 'p2p.preference=disabled'
