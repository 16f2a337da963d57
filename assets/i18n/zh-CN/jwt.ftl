kind-jwt = JSON Web Token
    .about = 不属于任何已知厂商的 JWT：仅解码并查看时间，不验证签名。

## 看起来属于哪家

finding-looks-like-twilio = 看起来是 { $vendor } 的 Token：头部的 cty 为 twilio-fpa;v=1，表明是访问 Token。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-twilio-request = 看起来是 { $vendor } 的 Token：头部的 cty 为 twilio-pkrv;v=1，表明是已签名的 REST 请求（public key client validation）。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-jaas = 看起来是 { $vendor } 的 Token：kid 或 sub 以 vpaas-magic-cookie- 开头。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-twilio-capability = 看起来是 { $vendor } 的 Token：scope 以 scope:client: 或 scope:stream: 开头，且 iss 是账号，与旧的 capability token 相同。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-zoom-video = 看起来是 { $vendor } 的 Token：声明中有 tpc 和 app_key。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-zoom-cobrowse = 看起来是 { $vendor } 的 Token：声明中有 app_key 和值为 1 或 2 的 role_type，没有 tpc。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-zoom-meeting = 看起来是 { $vendor } 的 Token：声明中有 appKey 或 sdkKey。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-hms = 看起来是 { $vendor } 的 Token：声明中有 access_key、type 和值为 2 的 version。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-videosdk = 看起来是 { $vendor } 的 Token：声明中有 apikey 和列表 permissions。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-daily = 看起来是 { $vendor } 的 Token：d 是域的 ID，且所有声明名都是一到四个字母。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-vonage = 看起来是 { $vendor } 的 Token：声明中有 application_id 和 jti，或 scope 为 session.connect。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-livekit = 看起来是 { $vendor } 的 Token：声明中有 video、sip 等授权，或有 roomConfig、sha256。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-jitsi = 看起来是 { $vendor } 的 Token：声明中有 room 以及 sub、aud、iss，与自建服务器的相同。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-stream = 看起来是 { $vendor } 的 Token：声明中有 user_id，或只有 server。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-twilio-key = 看起来是 { $vendor } 的 Token：iss 具有其 API Key 的形式，即 SK 加 32 位十六进制数字。头部缺少 cty。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-livekit-key = 看起来是 { $vendor } 的 Token：iss 具有其 Cloud 密钥的形式，即 API 加字母和数字。它未授予任何权限。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-jaas-issuer = 看起来是 { $vendor } 的 Token：它的 iss 总是 chat，此处正是如此。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-jitsi-part = 看起来是 { $vendor } 的 Token：aud 为 jitsi，或有 room 以及 sub、aud、iss 中的大部分。缺少其中一些声明。
    .remedy = 已显示其声明和时间；未检查该厂商自身的规则，也未验证签名。
finding-looks-like-bare = 可能是多家厂商的 Token（例如没有授权的 { $vendor }）：仅凭 iss、iat 和 exp 无法判断。
    .remedy = 请询问生成者。已显示其声明和时间；未验证签名。
