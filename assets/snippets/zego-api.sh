# Asks for an IdentifyToken (moderation by others); other calls have another Action and other
# parameters. The signature is good for ten minutes from its timestamp.
curl --get --url 'https://rtc-api.zego.im/' \
  --data-urlencode 'Action=GenerateIdentifyToken' \
  --data-urlencode 'AppId='__app_id__ \
  --data-urlencode 'SignatureNonce='__signature_nonce__ \
  --data-urlencode 'Timestamp='__timestamp__ \
  --data-urlencode 'Signature='__signature__ \
  --data-urlencode 'SignatureVersion=2.0'
