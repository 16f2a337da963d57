# Asks for a NERTC token; uid, channelName and expireAt are examples. The CheckSum is good for
# five minutes from its CurTime.
curl --request POST --url 'https://api.netease.im/nimserver/user/getToken.action' \
  --header 'AppKey: '__app_key__ \
  --header 'Nonce: '__nonce__ \
  --header 'CurTime: '__cur_time__ \
  --header 'CheckSum: '__check_sum__ \
  --data-urlencode 'uid=10000' \
  --data-urlencode 'channelName=room1' \
  --data-urlencode 'expireAt=600'
