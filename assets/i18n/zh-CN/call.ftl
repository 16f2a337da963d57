## 调用

call-opentok-create-session = 创建会话
    .about = 创建会话并返回会话 ID，之后据此生成 Token。
call-vonage-create-session = 创建会话
    .about = 为应用创建会话并返回会话 ID，之后据此生成 Token。
call-netease-get-token = 获取或续期 Token
    .about = 向服务器申请 Token，让一个用户加入某个或任意房间。用户和房间不变时，会顺延现有 Token 的到期时间。
call-netease-refresh-im-token = 更新 IM Token
    .about = 为即时通讯账号换取新的 Token，长期有效。之前的 Token 不再能登录。
call-mecloud-authen = 获取 AccessToken
    .about = 用 Token 换取 AccessToken，后者可用于 API 调用一天。每分钟最多 50 次。
call-zego-identify-token = 获取 IdentifyToken
    .about = 申请供第三方审核服务使用的 Token，每个请求只能用一次。

## 字段

field-archive-mode = 录制
    .help = 自动录制每个会话时，须使用路由模式
field-p2p-preference = 媒体
    .help = 在参与者之间中继，或经厂商服务器路由；录制和多人会话需要后者
field-archive-name = 录制名称
    .help = 仅用于自动录制的会话
field-archive-resolution = 录制分辨率
    .help = 仅用于自动录制的会话
field-location = 位置提示
    .help = 参与者附近的一个 IPv4 地址
field-e2ee = 端到端加密
    .help = 须使用路由模式，且不能与录制同用
field-region = 服务器
    .help = 请求厂商的哪个服务器
field-repeat-use = 可重复使用
    .help = 有效期内能否用此 Token 多次进入
field-old-token = 待续期的 Token
    .help = 用于在用户和房间不变时续期：填现有的 Token。它保持不变，到期时间顺延
field-method = 请求方法
    .help = GET 同厂商的 JavaScript 示例，POST 同其 PHP 示例
field-effective-time = 有效期
    .help = 秒数，最长 30 天
field-is-test = 测试环境
    .help = 不指定则不发送
choice-region-cn = 中国 (api.netease.im)
choice-region-sg = 新加坡 (api-sg.netease.im)
choice-region-yunxinapi-cn = 中国 (api-cn.yunxinapi.com)
choice-region-yunxinapi-sg = 新加坡 (api-sg.yunxinapi.com)
choice-region-auto = 就近
choice-region-sha = 上海
choice-region-hkg = 香港
choice-region-fra = 法兰克福
choice-region-lax = 洛杉矶
choice-region-bom = 孟买
choice-region-sgp = 新加坡
choice-repeat-use-true = 是
choice-repeat-use-false = 否
choice-method-get = GET
choice-method-post = POST
choice-is-test-true = 是
choice-is-test-false = 否
choice-archive-mode-manual = 手动
choice-archive-mode-always = 自动
choice-p2p-preference-enabled = 中继
choice-p2p-preference-disabled = 路由
choice-archive-resolution-640x480 = 640 × 480
choice-archive-resolution-480x640 = 480 × 640
choice-archive-resolution-1280x720 = 1280 × 720
choice-archive-resolution-720x1280 = 720 × 1280
choice-archive-resolution-1920x1080 = 1920 × 1080
choice-archive-resolution-1080x1920 = 1080 × 1920
choice-e2ee-true = 开启
choice-e2ee-false = 关闭

## 问题

problem-address = 须为 https://host 这样的地址，可带端口和路径
problem-address-user = 不得包含用户名或密码
problem-address-clear = 须为 https：不加密的话，凭据会在途中被读取；http 仅限本机（localhost、127.0.0.1）
problem-header = 会写入请求头，须为可见的 ASCII 字符
problem-archive-routed = 自动录制每个会话时，须为 disabled（路由）
problem-e2ee-routed = 使用端到端加密时，须为 disabled（路由）
problem-e2ee-archive = 不能与自动录制同用
problem-archive-only = 只能在 archive_mode 为 always 时使用
problem-ipv4 = 须为 203.0.113.7 这样的 IPv4 地址

## 发送

send-cancelled = 已取消。请求仍可能已送达。
    .remedy = 再次发送前，先到厂商一侧查看。
send-clear = 请求连同凭据会以未加密的方式发往 { $host }。
    .remedy = 请使用 https。若 mock 服务在另一台机器上，可建立隧道并使用 http://127.0.0.1。
send-malformed = 请求有误，无法发送。
    .remedy = 检查地址和各个值。
send-no-host = 找不到主机 { $host }。
    .remedy = 检查地址和网络。
send-unreachable = 无法连接 { $host }：{ $reason }
    .remedy = 检查地址、网络和代理。
send-tls = 无法与 { $host } 建立可信连接：{ $reason }
    .remedy = 检查地址和本机时钟。使用公司代理时，系统证书中须有它的证书。
send-timed-out = { $seconds } s 内未收到完整响应。请求仍可能已送达。
    .remedy = 检查网络；再次发送前，先到厂商一侧查看。
send-broken = 响应中断：{ $reason }。请求仍可能已送达。
    .remedy = 检查地址；再次发送前，先到厂商一侧查看。
send-too-long = 响应超过 { $limit } 字节，没有厂商会返回这么多。请求仍可能已送达。
    .remedy = 检查地址：应答的是其他服务。

## 响应中的检查结果，适用于任何厂商

finding-redirected = 服务器返回 { $status } 并指向“{ $to }”。未跟随跳转，否则凭据会发往那里。
    .remedy = 检查地址。若该地址正确，请把它填为基础 URL。
finding-http-status-auth = 服务器返回 { $status }：不接受该凭据。
    .remedy = 检查 Key 和密钥，以及它们是否属于该厂商和项目。
finding-http-status-absent = 服务器返回 { $status }：该地址不存在。
    .remedy = 检查地址。
finding-http-status-proxy = 代理返回 { $status }：需要登录代理。
    .remedy = 在环境变量 HTTPS_PROXY 中给出代理用户，或换一条网络路径。
finding-http-status-often = 服务器返回 { $status }：请求过多。
    .remedy = 稍候，并减少发送次数。
finding-http-status-refused = 服务器返回 { $status }：拒绝该请求。
    .remedy = 检查各个值。
finding-http-status-server = 服务器返回 { $status }：问题出在服务器一侧。
    .remedy = 稍后重试。若一直如此，请联系厂商。
finding-http-status-odd = 服务器返回 { $status }，这不是对请求的正常响应。
    .remedy = 检查地址：应答的可能是其他服务。
finding-answer-unreadable = 这不是该厂商的响应，开头为：{ $start }
    .remedy = 检查地址：应答的可能是其他服务。
finding-answer-unreadable-html = 响应是网页，不是厂商的响应，开头为：{ $start }
    .remedy = 检查地址。中间可能有代理或网络登录页。
finding-answer-unreadable-empty = 响应为空。
    .remedy = 检查地址，然后重试。
finding-answer-incomplete = 响应中缺少 { $key }。
    .remedy = 检查地址：应答的可能是其他服务。
finding-clock-differs-ahead = 签名所用的时钟比服务器快 { $span }。
    .remedy = 校准本机时钟（或为本次运行指定的时间），然后重新签名。
finding-clock-differs-behind = 签名所用的时钟比服务器慢 { $span }。
    .remedy = 校准本机时钟（或为本次运行指定的时间），然后重新签名。

## OpenTok 与 Vonage

finding-opentok-issuer-not-found = “{ $said }”（{ $status }）：API Key 错误，或它是账号级 Key，不能创建会话。
    .remedy = 使用项目的 Key 和 Secret。
finding-opentok-invalid-signature = “{ $said }”（{ $status }）：Secret 与此 Key 不匹配。
    .remedy = 从账号页面重新复制 Secret。
finding-opentok-clock-ahead = “{ $said }”（{ $status }）：签名所用的时钟偏快。
    .remedy = 校准本机时钟（或为本次运行指定的时间），然后重新签名。
finding-opentok-issuer-format = “{ $said }”（{ $status }）：iss 不是 API Key。把应用 ID 或 Vonage 的 Key 发往 api.opentok.com 时会这样。
    .remedy = Vonage 应用的调用发往 video.api.vonage.com，OpenTok 项目的调用发往 api.opentok.com。
finding-opentok-token-format = “{ $said }”（{ $status }）：服务器无法解析请求头中的 Token。使用 Vonage 账号的 Key 和 Secret 时会这样。
    .remedy = 使用 OpenTok 项目的 Key 和 Secret，或改用 Vonage 的调用和应用私钥。
finding-opentok-no-authentication = “{ $said }”（{ $status }）：请求头中缺少 Token，或 Token 已过期。
    .remedy = 重新签名。若仍如此，检查本机时钟，并确认没有代理去掉请求头。
finding-opentok-other-project = “{ $said }”（{ $status }）：Token 所属的项目与地址中的不同。
    .remedy = 使用地址中那个项目的凭据。
finding-opentok-partner = “{ $said }”（{ $status }）：使用了已停用的请求头 X-TB-PARTNER-AUTH，或其中的 Key 和 Secret 有误。
    .remedy = 改用签名的 JWT，Tokendesk 即是如此。
finding-opentok-refused = 服务器拒绝（{ $status }）：{ $said }
    .remedy = 检查各个值、Key 和 Secret。
finding-session-unreadable = 响应中的会话 ID 无法解析。
    .remedy = 检查地址：应答的可能是其他服务。
finding-session-of-other = 响应中的会话 ID 属于 { $claimed }，而不是 { $owner }。
    .remedy = 检查地址：应答的可能是 mock 或其他服务。

## 网易云信

finding-netease-201 = 错误码 { $code }：客户端版本不对。{ $said }
    .remedy = 使用新版 SDK；若这是 Tokendesk 发出的调用，请联系厂商。
finding-netease-301 = 错误码 { $code }：被封禁。{ $said }
    .remedy = 联系厂商，或在控制台解除封禁。
finding-netease-302 = 错误码 { $code }：用户名或密码错误。{ $said }
    .remedy = 检查账号。
finding-netease-315 = 错误码 { $code }：该 IP 地址不被允许。{ $said }
    .remedy = 在厂商控制台添加本机地址，或从允许的地址发送。
finding-netease-403 = 错误码 { $code }：非法操作或没有权限。{ $said }
    .remedy = 检查此 AppKey 是否已开通该服务，账号是否属于它。
finding-netease-404 = 错误码 { $code }：对象不存在。{ $said }
    .remedy = 检查用户、账号和 AppKey。
finding-netease-405 = 错误码 { $code }：参数长度过长。{ $said }
    .remedy = 缩短参数。
finding-netease-406 = 错误码 { $code }：对象只读。{ $said }
    .remedy = 检查账号的权限。
finding-netease-408 = 错误码 { $code }：服务器侧超时。{ $said }
    .remedy = 请重试。
finding-netease-413 = 错误码 { $code }：验证失败。{ $said }
    .remedy = 检查各个值。
finding-netease-414 = 错误码 { $code }：参数错误；CheckSum 或 CurTime 有误时也是此码。{ $said }
    .remedy = 依次检查 AppKey 和 AppSecret、本机时钟、各个参数。
finding-netease-415 = 错误码 { $code }：服务器侧网络故障。{ $said }
    .remedy = 请重试。
finding-netease-416 = 错误码 { $code }：请求过于频繁。{ $said }
    .remedy = 稍候，并减少发送次数。
finding-netease-417 = 错误码 { $code }：重复操作。{ $said }
    .remedy = 无需处理，除非确实要再做一次。
finding-netease-419 = 错误码 { $code }：数量超过上限。{ $said }
    .remedy = 在厂商控制台查看此 AppKey 的限额。
finding-netease-422 = 错误码 { $code }：账号被禁用。{ $said }
    .remedy = 在厂商控制台启用该账号。
finding-netease-423 = 错误码 { $code }：账号被禁言。{ $said }
    .remedy = 在厂商控制台解除禁言。
finding-netease-431 = 错误码 { $code }：同一请求重复到达。{ $said }
    .remedy = 重新签名，只发送一次。
finding-netease-500 = 错误码 { $code }：服务器内部错误。{ $said }
    .remedy = 稍后重试。若一直如此，请联系厂商。
finding-netease-503 = 错误码 { $code }：服务器繁忙。{ $said }
    .remedy = 稍后重试。
finding-netease-514 = 错误码 { $code }：服务不可用。{ $said }
    .remedy = 稍后重试。若一直如此，请联系厂商。
finding-netease-998 = 错误码 { $code }：服务器解包失败。{ $said }
    .remedy = 检查参数。
finding-netease-999 = 错误码 { $code }：服务器打包响应失败。{ $said }
    .remedy = 稍后重试。若一直如此，请联系厂商。
finding-netease-refused = 服务器拒绝，错误码 { $code }，文档中没有其含义。{ $said }
    .remedy = 检查各个值，然后联系厂商。
finding-renewed-token = 旧 Token 已续期：它保持不变，到期时间已顺延。
    .remedy = 继续使用旧 Token，无需通知客户端。
finding-renewed-other-token = 响应中的 Token 与待续期的不同：用户或房间不一致，或旧 Token 已过期。
    .remedy = 使用新 Token。就目前所知，旧 Token 的到期时间没有变化。
finding-token-may-be-renewed = 用户和房间不变时，现有 Token 有效期内服务器不会再生成第二个：此时返回的就是原 Token，且到期时间已顺延。
    .remedy = 与现有的 Token 比较。
finding-renewed-unknown-token = 响应中没有 Token：该用户和房间已有有效的 Token，其到期时间已顺延。
    .remedy = 继续使用那个 Token。把它填到 old_token，即可看到新的到期时间。
finding-im-token-replaced = 该账号之前的 Token 不再能登录。
    .remedy = 把新 Token 保存在您的服务器上，只交给此账号。
finding-im-token-of-other = Token 属于账号 { $account }，但请求的是 { $asked }。
    .remedy = 检查地址：应答的可能是其他服务。

## MeCloud

finding-mecloud-refused = MeCloud 拒绝（错误 { $error }）：“{ $said }”
    .remedy = 依次检查 App ID、SecretKey、邮箱和本机时钟：Token 的时间最多允许偏差 10 分钟。一分钟内超过 50 次，通道会被锁定 5 分钟。

## ZEGO

finding-zego-100000001 = 错误码 { $code }：AppID 格式错误：“{ $said }”
    .remedy = 检查 App ID：只能是数字。
finding-zego-100000002 = 错误码 { $code }：时间戳为空：“{ $said }”
    .remedy = 用 Tokendesk 重新签名；若仍如此，是途中有什么改动了查询串。
finding-zego-100000003 = 错误码 { $code }：时间戳格式错误：“{ $said }”
    .remedy = 须为 Unix 秒。
finding-zego-100000004 = 错误码 { $code }：签名已过期：“{ $said }”
    .remedy = 检查本机时钟：前后各允许 10 分钟。然后重新签名。
finding-zego-100000005 = 错误码 { $code }：签名错误：“{ $said }”
    .remedy = 检查 ServerSecret：32 个字符，属于此 App ID，且不是 AppSign。
finding-zego-100000006 = 错误码 { $code }：Action 为空：“{ $said }”
    .remedy = 用 Tokendesk 重新签名；若仍如此，是途中有什么改动了查询串。
finding-zego-100000007 = 错误码 { $code }：没有这个 Action：“{ $said }”
    .remedy = 检查地址：其他产品使用其他服务器。
finding-zego-100000008 = 错误码 { $code }：Nonce 为空：“{ $said }”
    .remedy = 用 Tokendesk 重新签名；若仍如此，是途中有什么改动了查询串。
finding-zego-100000009 = 错误码 { $code }：签名为空：“{ $said }”
    .remedy = 用 Tokendesk 重新签名；若仍如此，是途中有什么改动了查询串。
finding-zego-100000010 = 错误码 { $code }：此 App ID 没有 ServerSecret：“{ $said }”
    .remedy = 检查 App ID。
finding-zego-100000013 = 错误码 { $code }：签名版本为空：“{ $said }”
    .remedy = 用 Tokendesk 重新签名；若仍如此，是途中有什么改动了查询串。
finding-zego-100000014 = 错误码 { $code }：不支持该签名版本：“{ $said }”
    .remedy = 须为 2.0。
finding-zego-100000017 = 错误码 { $code }：服务未开通：“{ $said }”
    .remedy = 联系厂商技术支持，为此 App ID 开通审核服务。
finding-zego-refused = ZEGO 拒绝，错误码 { $code }：“{ $said }”
    .remedy = 在厂商文档中查询该错误码。
