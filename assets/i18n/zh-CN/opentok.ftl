## 类型

kind-opentok-t1 = T1 Token
    .about = 让一个人以某个角色加入一个会话。这是旧格式，所有 SDK 和服务器仍然接受。
kind-opentok-client-jwt = 客户端 JWT
    .about = 让一个人以某个角色加入一个会话。新版 SDK 默认生成此格式。
kind-opentok-rest-jwt = REST JWT
    .about = 为您的服务器对 OpenTok API 的一次调用签名，放在请求头 X-OPENTOK-AUTH 中。不用于客户端。
kind-opentok-session-id = 会话 ID
    .about = 标识一个会话及其归属。它不是 Token：只能由服务器生成，永不过期。

## 字段

field-api-key = API Key
    .help = 项目的 Key，通常为 8 位数字
field-api-secret = API Secret
    .help = 通常为 40 位十六进制数字；保存在钥匙串中
field-session-id = 会话 ID
    .help = 以 1_ 或 2_ 开头，由服务器为这组凭据生成
field-role = 角色
    .help = “仅发布”既不能接收，也不能发送信令
field-expire-time = 到期时间
    .help = 相对现在的时长，或确切时刻
field-data = 连接数据
    .help = 所有参与者都能读取
field-initial-layout-class-list = 布局类
    .help = 用于合成录制和直播，以空格连接
field-nonce = Nonce
    .help = 不指定则随机
field-jti = JWT ID
    .help = 不指定时，OpenTok 的 Node SDK 不写，Vonage 的写随机 UUID
field-ist = 签发者类型
    .help = 只有使用账号级 Key 时为 account
field-token-data = Token 数据
    .help = 原样写入的 JSON，与 npm opentok-token 相同；用于故意制造有错误的 Token
choice-role-publisher = 发布者
choice-role-subscriber = 订阅者
choice-role-moderator = 主持人
choice-role-publisheronly = 仅发布
choice-ist-project = 项目
choice-ist-account = 账号

## 说明

opentok-role-publisher = 可发送和接收，不能管理他人
opentok-role-subscriber = 可接收和发送信令，不能发送媒体
opentok-role-moderator = 可发送、接收，可断开或静音他人
opentok-role-publisheronly = 可发送，不能接收或发送信令
opentok-remark-session = 属于此项目 · 创建于
opentok-note-session = 属于 { $owner }
opentok-note-scope = 用于加入会话的 Token
opentok-note-data = 所有参与者都能读取
opentok-note-ist-project = 用项目的 Key 签名
opentok-note-ist-account = 用账号级 Key 签名
opentok-note-ist-header = Ruby SDK 写在此处；可接受
opentok-note-key = 用于签名的 API Key
opentok-note-owner = 创建该会话的 API Key 或应用
opentok-note-no-location = 没有位置提示
opentok-note-prefix = 含义尚未确认
opentok-note-unconfirmed = 含义尚未确认

## 问题

opentok-problem-session-id = 须为会话 ID：1_ 或 2_ 加上 base64，解码后的文本以 1~ 开头
opentok-problem-session-owner = 属于 { $owner }，而不是 { $key }
opentok-problem-session-by-server = 只能由服务器生成；请使用 POST /session/create
cleaned-t1-prefix = 已补回丢失的 T1==

## 检查结果

finding-malformed-t1-prefix = T1 Token 以 T1== 开头，而这个不是。
    .remedy = 从首字符起重新复制 Token。
finding-malformed-t1-base64 = T1== 之后不是 base64：缺少字符或含有非法字符。
    .remedy = 重新完整复制 Token。
finding-malformed-t1-colon = Token 的头部与数据之间没有冒号：它在头部被截断，或生成有误。客户端会收到 1004，“Invalid token format”。
    .remedy = 重新完整复制 Token。
finding-malformed-t1-head = Token 头部缺少 partner_id 或 sig。客户端会收到 1004，“Invalid token format”。
    .remedy = 用新版 SDK 生成 Token。
finding-malformed-t1-padding = Token 末尾的 = 多于 base64 允许的数量。
    .remedy = 重新完整复制 Token。
finding-malformed-t1-bits = 末字符带有任何编码器都不会写入的比特：它被改动过。
    .remedy = 重新完整复制 Token。
finding-malformed-session-id = 这不是会话 ID：须为 1_ 或 2_ 加上 base64，解码后的文本以 1~ 开头。
    .remedy = 重新完整复制。
finding-padding-lost = 末尾缺少 =；服务器可能返回 1004，“Invalid token format”。
    .remedy = 复制 Token 时包括末尾几个字符。
finding-alg-hs256 = 头部的算法为“{ $alg }”；OpenTok 只接受 HS256。
    .remedy = 用 HS256 签名。
finding-scope = 这不是用于加入会话的 Token：它的 scope 不是 session.connect。
    .remedy = 生成客户端 Token，而不是 REST Token。
finding-scope-session = 这不是用于加入会话的 Token：其中没有 session_id。
    .remedy = 生成客户端 Token，而不是 REST Token。
finding-session-key-mismatch = Token 为 { $owner } 生成，但其中的会话属于 { $session }。
    .remedy = 用创建该会话的凭据生成 Token。
finding-bad-session-id = Token 中的会话 ID 无法解析。
    .remedy = 用服务器返回的会话 ID 生成 Token。
finding-bad-role = “{ $role }”不是有效的角色。
    .remedy = 使用 { $roles } 之一。
finding-data-too-long = 连接数据有 { $length } 个字符；厂商文档规定最多 1000 个。
    .remedy = 缩短它。
finding-bad-escape = { $key } 的转义有误：有无效的 %，或字节不是 UTF-8。
    .remedy = 生成 Token 时对每个值做百分号编码。
finding-no-expire-time = Token 未注明到期时间；服务器取 create_time 之后 24 小时。
    .remedy = 给出 expire_time 以指定到期时间。
finding-no-exp = Token 中没有 exp；服务器可能立即以“token has expired”（1004）拒绝。现在是否仍如此尚未确认。
    .remedy = 始终写入 exp。
finding-ist = ist 为“{ $ist }”；须为 project 或 account。API 会返回 403，“Invalid signature”。
    .remedy = 写入 ist: project。
finding-bad-issuer = iss 不是 API Key：须为文本形式的十进制数字。此处出现 UUID，说明在 OpenTok SDK 中使用了 Vonage 凭据，opentok-php 4.21.3 会误收这种凭据。
    .remedy = 用 OpenTok 项目的 API Key 和 Secret 签名，或用应用私钥生成 Vonage Token（RS256）。
finding-bad-issuer-number = iss 是数值；SDK 以文本写入 API Key。
    .remedy = 给 API Key 加上引号。
finding-vonage-session = 归属方是 Vonage 应用，因此它的 Token 是 RS256 JWT，而不是 T1。
    .remedy = 用应用私钥生成 Token。
finding-not-a-token = 仅凭会话 ID 无法进入会话。
    .remedy = 为此会话生成客户端 Token。
finding-secret-pasted = 这是 API Key 及其 Secret，与已停用的请求头 X-TB-PARTNER-AUTH 中的相同。
    .remedy = 若曾粘贴到别处，请视 Secret 为已泄露。请改为把两者保存为项目。

## 到期对客户端的影响

watch-end-opentok = 已建立的连接不受影响；新的连接会以 1004 被拒绝。
