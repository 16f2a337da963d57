## 类型

kind-mecloud-token = Token
    .about = 由您的服务器用 SecretKey 生成，须在 10 分钟内发送到“authen”换取 AccessToken。API 调用不接受它。
kind-mecloud-access-token = AccessToken
    .about = MeCloud 对“authen”的返回。可用于 API 调用一天，请在此期间保存好，因为每分钟 50 次就会锁定通道。

## 字段

field-app-id = App ID
    .help = 与厂商控制台给出的完全一致
field-secret-key = SecretKey
    .help = 通常为 64 位十六进制数字，由 MeCloud 为用户生成。切勿放入浏览器
field-email = 邮箱
    .help = AccessToken 所属的用户；不参与签名
field-random-key = 随机 Key
    .help = 任意文本；以 random-key 发送，与签名时完全一致。不指定则随机
field-time = 时间
    .help = Unix 毫秒；发送时与签名时完全一致。不指定则为现在
field-expired = 到期 (expired)
    .help = 响应给出的时刻，或相对现在的时长

## 说明

mecloud-note-email = 不参与签名
mecloud-note-signed = 被哈希的文本；… 代表 SecretKey
mecloud-note-opaque = 不透明：只有服务器能解析
mecloud-remark-dots = 点号也用于分隔签名的各部分：另一个随机 Key 可能得到相同的 Token。

## 问题

mecloud-problem-time = 须为 13 位的 Unix 毫秒，而不是“{ $got }”
mecloud-problem-by-server = 只能由服务器生成；请把 Token 发送到 authen

## 检查结果

finding-malformed-mecloud-length = Token 为 40 位十六进制数字，当前有 { $length } 位。
    .remedy = 重新完整复制。64 位的是 SHA-256 或 SecretKey，而 Token 是 SHA-1。
finding-malformed-mecloud-hex = Token 只能是 40 位十六进制数字。
    .remedy = 重新完整复制。AccessToken 的形式不同，请选择该类型。
finding-uppercase = Token 使用大写十六进制；文档规定为小写，服务器是否接受大写尚未确认。
    .remedy = 发送小写十六进制。
finding-token-mecloud = Token 与此 App ID、时间、随机 Key 和 SecretKey 不匹配，或已被篡改。
    .remedy = 逐一核对这四项：发送的值须与签名时完全一致。
finding-token-mecloud-newline = 生成 Token 时，SecretKey 末尾带有换行。
    .remedy = 从文件读取 SecretKey 时去掉首尾空白。
finding-token-mecloud-order = 生成 Token 的各部分正确，但顺序有误。
    .remedy = 按 App ID、时间、随机 Key、SecretKey 的顺序用点号连接。
finding-token-mecloud-dots = 生成 Token 时，各部分之间没有点号。
    .remedy = 用点号连接 App ID、时间、随机 Key 和 SecretKey。
finding-token-mecloud-hmac = 该 Token 是 HMAC-SHA1。
    .remedy = 对连接后的文本直接做 SHA-1，SecretKey 放在最后。
finding-token-mecloud-seconds = 生成 Token 时的时间以秒为单位，而发送的是毫秒。
    .remedy = 只取一次以毫秒为单位的时间，并发送签名时所用的值。
finding-token-mecloud-email = 生成 Token 时，签名文本中包含了邮箱。
    .remedy = 签名文本中不要有邮箱，只需发送。
finding-time-unit-mecloud-seconds = time 为“{ $time }”，看起来是秒；按毫秒解读则落在 1970 年 1 月。
    .remedy = 签名和发送都使用 13 位的 Unix 毫秒。
finding-time-unit-mecloud-finer = time 为“{ $time }”，精度高于毫秒。
    .remedy = 签名和发送都使用 13 位的 Unix 毫秒。
finding-time-unit-mecloud-text = time 为“{ $time }”；只能是十进制数字，不带小数或指数。
    .remedy = 按整数输出；在某些语言中，浮点数会显示为 1.43E12。
finding-stale-mecloud-old = Token 的时间已超过 10 分钟：它已于 { $end } 到期（{ $ago }前）。
    .remedy = 重新生成，并保持时钟准确。
finding-stale-mecloud-ahead = Token 的时间比现在晚 10 分钟以上，从 { $start } 起才生效。
    .remedy = 校准生成它的机器的时钟。
finding-expired-mecloud-access = AccessToken 已于 { $end } 到期（{ $ago }前）。
    .remedy = 生成 Token 并重新调用 authen。
finding-needs-mecloud = 这是哈希值，本身不含任何信息；要验证它，还须给出 { $fields }。
    .remedy = 给出与它一同发送的值。40 位十六进制数字也可能是其他 SHA-1、git 提交或他人的密钥。
finding-needs-mecloud-answered = 此 AccessToken 的到期时间未知：自响应起一天内有效。
    .remedy = 给出 answered_at，或粘贴完整响应。
finding-end-unread = 响应称其到期时间为“{ $expired }”，但没有时区或格式未知。
    .remedy = 按自响应起一天计算。
finding-empty-random-key = 随机 Key 为空；服务器是否接受尚未确认。
    .remedy = 给出随机值，避免两个用户得到相同的 Token。
finding-bad-email = “{ $email }”不是邮箱地址。
    .remedy = 填写 AccessToken 所属 MeCloud 用户的邮箱。
finding-token-for-access-token = 40 位十六进制数字是 Token 的形式，只有 authen 接受；API 调用需要 AccessToken。
    .remedy = 把它发送到 authen，使用响应中的 accesstoken。
finding-answer-mecloud = MeCloud 没有返回 AccessToken：“{ $reason }”。
    .remedy = 检查 App ID、Token、时间、随机 Key 和邮箱；官方没有公布原因列表。

## 到期对客户端的影响

watch-end-mecloud = 到期后须用新的 Token 换取另一个 AccessToken。
