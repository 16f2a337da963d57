## 输入的问题：期望什么、实际是什么，不含字段名

problem-missing = 未填写
problem-unknown-field = 不是此类型的字段；可用字段有 { $expected }
problem-not-secret = 不是密钥；请作为普通字段给出
problem-secret-in-clear = 是密钥，不得以明文给出，否则会出现在进程列表和 shell 历史中；请用 env:NAME、file:PATH、- 或 command:PROGRAM ARGS 给出
problem-digits = 须为十进制数字，而不是“{ $got }”
problem-choice = 须为 { $expected } 之一，而不是“{ $got }”
problem-number = 须为 0.25 或 1e-7 这样的数值，而不是“{ $got }”
problem-json = 须为 JSON 对象：{ $reason }
problem-too-long = 长度为 { $length } 个字符，最多允许 { $max } 个
problem-time = 须为 Unix 秒、2026-01-02T03:04:05Z 这样的日期，或 +90m 这样的时长，而不是“{ $got }”
problem-span = 须为带正负号、单位为 w d h m s 的时长，例如 +90m 或 -2d，而不是“{ $got }”
problem-milliseconds = “{ $got }”看起来是毫秒，此处应为秒
problem-end-past = 到期时间 { $end } 不在未来
problem-end-too-far = 到期时间为 { $end }；厂商允许的有效期最长为 { $longest }
problem-range = 须为 { $min } 到 { $max } 的整数，而不是“{ $got }”
problem-hex = 须为 { $bytes } 字节，即 { $digits } 位十六进制数字，而不是“{ $got }”
problem-uuid = 须为 7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b 这样的 UUID，而不是“{ $got }”
problem-pem-none = 须为 PEM 格式的密钥，包含 -----BEGIN … 和 -----END … 两行
problem-pem-path = 是文件名；需要的是密钥本身，从 -----BEGIN … 到 -----END …
problem-pem-openssh = 是 OpenSSH 自有格式；请转换它的副本：ssh-keygen -p -m PKCS8 -f COPY
problem-pem-openssh-public = 是 OpenSSH 自有格式；请转换：ssh-keygen -e -m PKCS8 -f KEY.pub
problem-pem-encrypted = 受口令保护；请生成一份不加密的副本：openssl pkey -in KEY -out PLAIN
problem-pem-unfinished = 不完整：缺少 -----END … 一行
problem-pem-base64 = 已损坏：-----BEGIN … 与 -----END … 两行之间不是 base64
problem-pem-other = 既不是私钥（PRIVATE KEY、RSA PRIVATE KEY），也不是公钥（PUBLIC KEY）或证书
problem-pem-private = 是私钥，不能放在以明文保存的字段里；请填到私钥字段
problem-rsa-other = 是其他算法的密钥；需要 RSA 密钥
problem-rsa-public = 是公钥；签名需要私钥
problem-rsa-size = 有 { $bits } 位；需要 2048 到 4096 位的 RSA 密钥
problem-rsa-damaged = 已损坏：其中 RSA 密钥的各个数无法读取或互不匹配
problem-inspect-only = 只能检查，无法生成
advice-secret-shape = 通常为 { $digits } 位十六进制数字；当前为 { $length } 个字符
advice-long-text = { $length } 个字符；厂商文档规定最多 { $limit } 个

## 清理时去除或补回的内容

cleaned-white-space = 首尾空白
cleaned-line-breaks = 中间的换行或空格
cleaned-invisible-characters = 不可见字符
cleaned-quotes = 引号
cleaned-bearer = “Bearer”
cleaned-header-name = 请求头名称
cleaned-assignment = 赋值语句
cleaned-url = 外围的 URL
cleaned-json = 外围的 JSON
cleaned-percent-encoding = 百分号编码
cleaned-backslashes = 反斜杠

## 结论

verdict-unknown = 无法识别
verdict-damaged = 已损坏
verdict-invalid = 签名不匹配
verdict-expired = 已过期 { $span }
verdict-not-yet = 尚未生效
verdict-refused = 会被拒绝
verdict-active = 有效，剩余 { $left }
verdict-endless = 永不过期
verdict-no-end = 未注明到期时间
answer-shape = 格式
answer-signature = 签名
answer-window = 时间
answer-context = 归属
answer-cleaned = 已去除
kind-unknown = 未知的 Token 类型
shape-ok = 正确
shape-damaged = 已损坏
shape-unknown = 未知
signature-valid = 有效
signature-valid-with = 有效（项目 { $project }）
signature-invalid = 不是用此密钥签名的
signature-invalid-with = 不是用项目 { $project } 的密钥签名的
signature-unchecked = 未验证：没有可用的密钥
signature-none = 此类型没有签名
window-active = 有效
window-expired = 已过期
window-not-yet = 尚未生效
window-endless = 永不过期
window-unknown = 未知
context-match = 一致
context-mismatch = 不符
context-unchecked = 未核对：没有可比对的信息
severity-error = 错误
severity-warning = 警告
severity-info = 提示

## Token 各着色部分的名称

segment-prefix = 前缀
segment-head = 头部
segment-header = 头部
segment-claims = 声明
segment-signature = 签名
segment-data = 数据
segment-iv-length = IV 长度
segment-ciphertext-length = 密文长度
segment-tag = 认证标签
segment-rest = 多余部分
segment-zlib-head = zlib 头部
segment-zlib-data = 压缩数据
segment-zlib-sum = Adler-32

## Token 背后的字节，逐层显示

layer-envelope = 外层
layer-plaintext = 解密后
layer-room = 房间部分
layer-compressed = 压缩
layer-inflated = 解压后
layer-decoded = 解码后

## 厂商的客户端和服务器的提示

place-web = Web
place-native = 原生
place-zim = ZIM
place-log = 日志
place-client = 客户端
place-server = 服务器
codes-at = { $codes } ({ $place })
codes-line = 厂商错误码：{ $codes }

## 任何厂商都可能出现的检查结果

finding-too-long = 文本长 { $length } 字节，不可能是 Token。
    .remedy = 只粘贴 Token 本身。最多检查 { $longest } 字节。
finding-too-long-open = 文本超过 { $longest } 字节，不可能是 Token。
    .remedy = 只粘贴 Token 本身。
finding-unrecognised = 这不是已知类型的 Token、签名或 ID。
    .remedy = 检查是否从首字符到末字符完整复制。
finding-unrecognised-empty = 没有可检查的内容。
    .remedy = 请粘贴 Token。
finding-cleaned = 已去除 Token 外围的内容，或补回丢失的部分；按粘贴时的原样，厂商会拒绝它。
    .remedy = 确保您的程序只发送 Token 本身。
finding-cleaned-mild = 已去除 Token 首尾的空白。
    .remedy = 无需处理，除非您的程序会把空白一并发送。
finding-malformed-jwt-parts = JWT 由点号分隔为三段，当前有 { $count } 段。
    .remedy = 重新完整复制 Token。
finding-malformed-jwt-base64 = JWT 的第 { $part } 段不是 base64url：缺少字符或含有非法字符。
    .remedy = 重新完整复制 Token。
finding-malformed-jwt-json = JWT 的第 { $part } 段不是 JSON 对象。
    .remedy = 重新完整复制 Token；若仍如此，是生成它的程序有误。
finding-not-base64url = Token 可以读取，但不是规范的 base64url：含有填充、+ 或 /，或有多余的比特。多数验证方会拒绝。
    .remedy = 使用 URL 安全字母表编码，不带填充。
finding-signature = 签名不是用此密钥生成的，或 Token 之后被篡改、截断。
    .remedy = 与厂商控制台核对密钥，并重新完整复制 Token。
finding-signature-project = 签名不是用项目 { $project } 的密钥生成的，或 Token 之后被篡改、截断。
    .remedy = 与厂商控制台核对该项目的密钥，并重新完整复制 Token。
finding-alg-none = Token 没有签名。
    .remedy = 请签名。任何一方都不应接受未签名的 Token。
finding-owner-mismatch = Token 属于 { $claimed }，而不是 { $given }。
    .remedy = 使用同一项目的凭据和 Token。
finding-no-project = 没有已保存的项目属于 { $owner }，因此未验证签名。
    .remedy = 保存该 { $vendor } 项目，或给出密钥。
finding-no-project-nameless = 已保存的 { $vendor } 项目均不匹配，且 Token 未注明归属。
    .remedy = 补充验证所需、Token 未携带的信息，或保存它所属的项目。
finding-other-vendor = 这不是 { $vendor } 的 Token；项目 { $project } 属于该厂商。
    .remedy = 用 Token 所属厂商的项目验证。
finding-other-project = 它注明的归属与已保存的项目 { $other } 一致，而验证用的是项目 { $project }。
    .remedy = 用项目 { $other } 验证。
finding-milliseconds = Token 中的时间 { $value } 以毫秒为单位，应为秒。
    .remedy = 在生成 Token 处除以 1000。
finding-iat-future = Token 的生成时间比现在晚 { $ahead }。
    .remedy = 校准生成它的机器的时钟。
finding-iat-future-mild = Token 的生成时间比现在晚 { $ahead }：生成它的机器或本机的时钟不准。
    .remedy = 校准时钟。
finding-expired = Token 已于 { $end } 到期（{ $ago }前）。
    .remedy = 生成新的 Token。
finding-not-yet = Token 从 { $start } 起才生效。
    .remedy = 等待，或校准生成它的机器的时钟。
finding-lifetime = Token 的有效期为 { $life }，厂商最长允许 { $longest }。
    .remedy = 把到期时间提前。
finding-ends-before-start = Token 的到期时间早于生效时间。
    .remedy = 检查到期时间的算法：是绝对时间，还是相对现在的时长？
finding-bad-time = { $key } 不是数值，无法表示时间。
    .remedy = 写成整数 Unix 秒，不带引号。
finding-bad-time-whole = { $key } 不是整数秒。
    .remedy = 在生成 Token 处取整。
finding-duplicate-key = { $key } 出现多次；多数验证方以最后一个为准。
    .remedy = 只写一次。
note-duplicate = 同名的前一个值，不计入
finding-mixed-scripts = { $key } 的一个词混用了多种字母：{ $word }。看起来相同的字母并不是同一个。
    .remedy = 如非本意，请重新输入该名称。
finding-crit = 头部声明了关键扩展（crit），部分验证方会拒绝。
    .remedy = 除非厂商要求，请去掉 crit。
finding-missing-field = 缺少 { $key }。
    .remedy = 用新版 SDK 生成 Token。
finding-expect-mismatch = { $key } 为“{ $got }”，期望“{ $wanted }”。
    .remedy = 按期望值生成 Token，或修正期望。
finding-expect-mismatch-absent = Token 中没有 { $key }；期望“{ $wanted }”。
    .remedy = 生成 Token 时带上它，或修正期望。
finding-secret-absent = 它属于项目 { $project }，但找不到该项目的密钥，因此未验证签名。
    .remedy = 编辑项目，重新填写密钥。
sentence-signature-valid = 签名正确。
sentence-signature-valid-with = 签名与项目 { $project } 匹配。
sentence-signature-invalid = 签名错误。
sentence-signature-invalid-with = 签名与项目 { $project } 不匹配。
sentence-signature-unchecked = 签名未验证：没有匹配的已保存项目。
sentence-signature-unchecked-needs = 签名未验证：须补充 Token 未携带的信息。
sentence-signature-unchecked-secret = 签名未验证：找不到该项目的密钥。
sentence-signature-unchecked-nothing = 签名未验证：没有可用的密钥。
sentence-signature-none = 此类型没有签名。
