## 类型

kind-vonage-client-jwt = 客户端 JWT
    .about = 让一个人以某个角色加入一个会话。这是 Vonage Video 唯一的客户端 Token；T1 Token 属于 OpenTok。
kind-vonage-rest-jwt = REST JWT
    .about = 为您的服务器对 Vonage API 的一次调用签名，放在请求头 Authorization: Bearer 中。不用于客户端。

## 字段

field-application-id = 应用 ID
    .help = UUID，见控制台的 Applications 页面；数字形式的 API Key 属于 OpenTok
field-private-key = 私钥
    .help = 应用的 PEM 格式私钥，只在生成时显示一次；保存在钥匙串中
field-public-key = 公钥
    .help = 也可为证书。手边没有私钥时，足以验证 Token
field-ttl = 有效期
    .help = 自现在起的秒数

## 说明

vonage-note-application = 用于签名的应用
vonage-note-acl = 允许访问的 API 路径；服务器不要求
vonage-note-subject = 由 SDK 写入；服务器不要求

## 问题

vonage-problem-pair = 与私钥不匹配

## 检查结果

finding-alg-rs256 = 头部的算法为“{ $alg }”；Vonage 只接受 RS256。
    .remedy = 用 RS256 和应用私钥签名。
finding-bad-key = 给出的密钥无法使用，因此未验证签名：密钥已损坏。
    .remedy = 重新完整复制密钥，从 -----BEGIN … 到 -----END …
finding-bad-key-size = 给出的密钥无法使用，因此未验证签名：它有 { $bits } 位，只接受 2048 位及以上的 RSA 密钥。
    .remedy = 在 Vonage 控制台生成新的密钥对。
finding-bad-key-other = 给出的密钥无法使用，因此未验证签名：它不是 RSA 密钥。
    .remedy = 给出 Vonage 应用的密钥。
finding-key-pair = 给出的私钥与公钥不匹配；以公钥为准，因为服务器持有的是公钥。
    .remedy = 从同一应用重新复制两者。
finding-bad-issuer-application = application_id 为“{ $id }”，不是 UUID。此处出现 API Key，说明在 Vonage SDK 中使用了 OpenTok 凭据。
    .remedy = 填写 Vonage 控制台中的应用 ID。
finding-no-exp-vonage = Token 中没有 exp；Vonage 取 iat 之后 15 分钟。
    .remedy = 始终写入 exp。
finding-life-cut = Token 的 exp 比 iat 晚 24 小时以上；Vonage 仍会在 iat 之后 24 小时，即 { $end } 使其失效。
    .remedy = 每次使用都生成新的 Token，至少每天一次。
finding-client-sdk-token = 看起来是 Vonage Client SDK（语音和消息）的 Token：有 acl 而没有 scope，无法进入视频会话。
    .remedy = 视频会话请生成客户端 JWT。
finding-secret-pasted-private-key = 这是私钥，不是 Token。
    .remedy = 若曾粘贴到别处，请视该密钥为已泄露。请改为保存到项目中。

## 到期对客户端的影响

watch-end-vonage = 已建立的连接不受影响；新的连接会以 1004 被拒绝。
