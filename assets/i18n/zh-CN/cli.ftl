## 命令行用语

cli-about = 实时音视频厂商访问 Token 的控制台：生成、解码、验证、监视。不带命令时打开窗口。
cli-after =
    密钥绝不直接写在命令行中：请用 SOURCE 指明它的来源。
    退出码：0 完成，且被检查的 Token 就可验证的范围而言会被接受；
    1 Token 会被拒绝；2 命令用法有误；3 外部故障（文件、钥匙串、网络）。
    使用 --output json 时，失败输出为
    {"{"}"error":[code, exit, text, remedy, problems:[field, code, text]]{"}"}。
cli-usage = 用法：
cli-verbs = 命令
cli-arguments = 参数
cli-options = 选项
cli-help = 显示此帮助
cli-version = 显示版本
cli-verb-kinds = 列出 Token 类型，或显示某一类型的全部信息
cli-verb-generate = 生成 Token
cli-verb-inspect = 解析 Token 并作出判断
cli-verb-call = 显示发往厂商的请求、导出为 curl 或代码，或直接发送
cli-verb-projects = 把凭据保存为项目
cli-verb-completions = 输出用于 shell 补全的脚本
cli-verb-man = 输出手册页

cli-output = text（供人阅读）或 json（向 stdout 输出一个对象，失败时亦然）
cli-field = 该类型的字段，例如 role=moderator；可重复使用
cli-secret = 该类型的密钥及其来源：env:NAME、file:PATH、-（stdin 的一行）或 command:PROGRAM ARGS（不经 shell，限时 10 s）
cli-project = 保存了凭据的项目（名称或 ID）
cli-at = 本次运行使用的时钟：Unix 秒、2026-01-02T03:04:05Z 这样的日期，或 +90m、-2d 这样相对现在的时长
cli-expect = 该字段不等于此值时拒绝 Token；可重复使用

## kinds

cli-kinds-kind = 类型 ID，例如 opentok.t1
cli-kinds-after =
    JSON：{"{"}"kinds":[KIND…]{"}"}，或单独一个 KIND：kind, vendor, name, about, generates, since,
    link, fields:[key, label, help, scope（credential 或 token）, type, secret, required,
    required_unless, default, sample, advanced；视类型另有 min, max, warn_above,
    choices, bytes, flags, hex_digits], limits:[longest_life_s, refuses_future], snippets。
cli-inspect-only = 只能检查，无法生成。
cli-credentials = 凭据（来自项目，或用 -f 和 --secret 给出）
cli-fields = 字段
cli-limits = 限制
cli-limit-life = 有效期最长 { $longest }
cli-limit-future = 生成时间在未来会被拒绝
cli-example = 示例
cli-required = 必填
cli-required-unless = 未给出 { $other } 时必填
cli-default = 默认 { $value }
cli-sample = 例如 { $value }
cli-type-text = 文本，最多 { $max } 个字符
cli-type-id = 标识符，最多 { $max } 个字符
cli-type-digits = 十进制数字
cli-type-choice = { $words } 之一
cli-type-time = 时间：Unix 秒、日期，或 +90m 这样的时长
cli-type-words = 若干单词，合计最多 { $max } 个字符
cli-type-number = 数值
cli-type-integer = { $min } 到 { $max } 的整数
cli-type-seconds = { $min } 到 { $max } 的秒数，或 +1h 这样的时长
cli-type-hex = { $digits } 位十六进制数字
cli-type-flags = 以下各项之和：{ $flags }
cli-type-pem = 密钥，PEM 格式的私钥
cli-type-public-pem = PEM 格式的公钥或证书
cli-type-uuid = UUID
cli-type-json = JSON 对象
cli-type-secret = 密钥
cli-type-secret-hex = 密钥，通常为 { $digits } 位十六进制数字

## generate

cli-generate-kind = 类型 ID，例如 opentok.t1；tokendesk generate KIND --help 列出其字段
cli-generate-after =
    文本输出只有 Token 本身，提示写入 stderr。
    JSON：kind, vendor, project, token, fields, issued_at, not_before, expires_at, findings；
    某些类型会产生多段文本，另有 outputs。时间为 Unix 秒或 null。

## inspect

cli-inspect-token = Token，前后可带其他内容；-（或留空）从 stdin 逐行读取；@FILE 读取文件
cli-inspect-kind = 按此类型处理，不自动识别
cli-inspect-after =
    验证签名依次使用：-f 和 --secret 给出的值；--project 指定的项目；或该厂商已保存的
    各个项目，直到有一个匹配。
    从 stdin 读取时，每行一个 Token，逐行输出一行结果（JSON：一个对象）。
    JSON：kind, vendor, project, cleaned, shape, signature, window, context,
    accepted（null：没有可用于验证的密钥）, fields, issued_at, not_before, expires_at,
    remaining_s, parts, findings；若其他类型外观相同，另有 candidates。
cli-inspect-nothing = 没有可检查的内容。
    .remedy = 请给出 Token、@FILE，或用 - 从 stdin 逐行读取 Token。
cli-candidates = 也可能是 { $kinds }；请用 --kind 指定。
cli-nothing-fits = -f 和 --secret 给出的值均不适用于 { $kind }，因此未用它们验证。
cli-unchecked = 将跳过它继续检查。

## call

cli-call-call = 调用 ID，例如 opentok.create-session；省略则列出全部调用
cli-call-as = 不显示请求，而是导出为 curl、java、php、js 或 http
cli-call-send = 发送请求并解释响应。不加此选项不会发送任何内容
cli-call-base-url = 替代厂商地址，用于 mock 服务或代理；须为 https，本机可用 http
cli-call-force = 即使达到厂商限额也发送
cli-call-after =
    不带 --as 和 --send 时，按实际发送的样子显示请求。带 --send 时，stdout 输出所获内容
    （会话 ID、Token），说明写入 stderr，厂商拒绝时退出码为 3。请求中含有用密钥签名的
    内容，数分钟内有效。
    JSON：call, vendor, project, request:[method, url, headers, body], good_until；带 --as 另有
    text；带 --send 另有 answer:[status, body], ok, fields, findings, gains。省略 CALL 时：
    {"{"}"calls":[call, vendor, name, about, since, link, base_url, fields, quota]{"}"}。
cli-call-base = 发往 { $url }
cli-call-quota = 每 { $within }最多 { $most } 次；超出一次即锁定 { $locks }
cli-call-valid = 有效期剩余 { $left }，至 { $end } 为止；之后请重新签名。
cli-call-old = 已过期：有效期至 { $end }。请重新签名。
cli-call-answer = 服务器返回 { $status }。
cli-call-gain = { $name }，{ $end } 到期
cli-call-gain-extended = { $name } 不变，现于 { $end } 到期
cli-call-gain-never = { $name }，有效至被替换为止
cli-call-gain-unknown = { $name }，到期时间未知
cli-call-near = { $within }内已使用 { $count }/{ $most } 次。
cli-call-full = 未发送：厂商限制为每 { $within } { $most } 次，再发一次账号将被锁定 { $locks }。
    .remedy = 等到 { $free }，或加上 --force。
cli-no-call = 没有调用 { $given }；可用的调用有 { $expected }。
cli-no-call-unnamed = 没有这个调用；可用的调用有 { $expected }。

## projects

cli-do-list = 列出项目
cli-do-show = 显示一个项目
cli-do-add = 保存新项目，密钥存入钥匙串
cli-do-set = 修改项目
cli-do-remove = 删除项目及其密钥
cli-do-import = 从文件导入项目，已存在的保持不变
cli-do-export = 将全部项目写到 stdout，不含密钥；或连同密钥写入文件
cli-do-backups = 列出所保留的项目历史状态
cli-do-restore = 恢复项目的某个历史状态
cli-projects-number = 备份的编号；不给则为最新的一份
cli-projects-which = 项目名称或 ID
cli-projects-vendor = 厂商 ID，例如 opentok
cli-projects-name = 项目名称
cli-projects-environment = dev、stg 或 prod
cli-projects-group = 列表中所属的分组标题
cli-projects-without = 保存时不含密钥，之后每次用 --secret 给出
cli-projects-forget = 从钥匙串中移除此密钥；可重复使用
cli-projects-yes = 不再询问
cli-projects-leave = 钥匙串无法访问时，把密钥留在其中
cli-projects-file = 导出文件、JSON 或 TOML 列表、CSV 表格或 .env 文件；- 从 stdin 读取
cli-import-format = auto（按名称和内容判断）、json、toml、csv 或 env
cli-import-same = 项目已存在（ID 或厂商的 Key 相同）时：保持不变、替换，或另外添加
cli-import-vendor = 文件未注明时所属的厂商，例如 opentok
cli-import-without = 不导入文件中的密钥
cli-export-format = toml、json 或 csv
cli-import-place = 其中密钥的保存位置：keychain 或 vault
cli-import-passphrase = 含密钥的导出文件的口令从何处读取（SOURCE）
cli-export-with-secrets = 连同密钥写入这个新文件，用口令加密（age）；保存在别处的密钥不包含在内
cli-export-passphrase = 其口令从何处读取（SOURCE）；- 读取两行，两行必须相同
cli-export-project = 只导出此项目（名称或 id）
cli-export-no-passphrase = 只有在口令保护下才能导出密钥。
cli-export-alone = 口令只用于连同密钥的导出；请同时给出 --with-secrets FILE。
cli-passphrase-how = 请给出 --passphrase SOURCE：env:NAME、file:PATH、command:PROGRAM ARGS，或用 - 表示 stdin。
cli-projects-dry = 只说明将要执行的操作，不实际执行
cli-projects-after =
    密钥保存在系统钥匙串或 --place 指定的位置，绝不显示，也只在口令保护下导出。--place external 时，项目保存的是
    SOURCE 本身，使用时再读取。
    JSON：PROJECT 包括 id, name, vendor, environment, group, credentials, secrets（已保存密钥的
    字段名）, place, references。list：{"{"}"projects":[PROJECT…]{"}"}；show、add、set：PROJECT；
    remove：{"{"}"removed":PROJECT,"left_over":[entries]{"}"}；
    import：{"{"}"imported":[name, vendor, action (add, rename, replace, skip, refuse), from,
    environment, same, secrets, problems], format, ignored, faults{"}"}；有项目被拒绝时退出码为 2。
    export：与 import 所接受的相同；--with-secrets：{"{"}"exported":FILE,"projects":N,"secrets":N,
    "without":[有密钥未包含在内的项目名称]{"}"}。
cli-projects-none = 没有项目。
    .remedy = 用 tokendesk projects add 或在窗口中保存一个。
cli-projects-added = 已添加 { $project }。
cli-projects-changed = 已修改 { $project }。
cli-projects-removed = 已删除 { $project }。
cli-projects-left = 钥匙串中服务 tokendesk 下可能残留以下条目：{ $entries }
cli-projects-sure = 删除 { $project }（{ $environment }）及其密钥？[y/N]
cli-projects-ask = 删除前需要确认，但没有可用于询问的终端；请加上 --yes。
cli-backups-none = 还没有备份。
    .remedy = 每次更改项目都会保留更改前的状态，最多保留最近五份。
cli-restored = 项目已恢复到 { $moment } 的状态（备份 { $number }）。此后删除的密钥需要重新输入。
cli-set-aside = 无法解析的文件已保留为 { $file }。
cli-projects-kept = 未删除任何内容。
cli-add-how = 每个字段用 -f KEY=VALUE 给出，密钥用 --secret KEY=SOURCE；加 --without-secrets 则不保存密钥。
cli-row-name = 名称
cli-row-id = ID
cli-row-vendor = 厂商
cli-row-environment = 环境
cli-row-group = 分组
cli-kept-keychain = （在钥匙串中）
cli-kept-this-run = （仅在窗口的一次运行中保留过）
cli-kept-nowhere = （未保存）
cli-import-add = 已添加
cli-import-rename = 已添加，原名 { $from }
cli-import-replace = 已替换 { $name }
cli-import-skip = 已跳过：已存在
cli-import-refuse = 已拒绝
cli-import-file = { $file }：{ $reason }
cli-import-secrets = 其中不含密钥，请用 tokendesk projects set NAME --secret KEY=SOURCE 补上。
cli-import-keychain = 未导入任何内容。请启动并解锁钥匙串；或加上 --without-secrets。

## completions 与 man

cli-completions-shell = bash、zsh、fish、powershell 或 elvish
cli-completions-after =
    bash：source <(tokendesk completions bash)，写入 ~/.bashrc
    zsh：tokendesk completions zsh > _tokendesk，放入 $fpath 中的目录
    fish：tokendesk completions fish > ~/.config/fish/completions/tokendesk.fish
    powershell：tokendesk completions powershell | Out-String | Invoke-Expression，写入 $PROFILE
    elvish：eval (tokendesk completions elvish | slurp)，写入 rc.elv
    JSON：shell, script。
cli-man-after =
    输出为 roff：tokendesk man | man -l -
    JSON：page。
cli-man-what = 视频厂商访问 Token 的控制台
cli-man-name = 名称
cli-man-synopsis = 概要
cli-man-description = 描述
cli-man-kinds = Token 类型
cli-man-calls = 调用
cli-man-notes = 说明
cli-man-environment = 环境变量
cli-man-home = 程序保存所有内容的目录，代替平台的默认目录。

## 失败

cli-no-verb = 缺少命令。
cli-verb-unknown = 没有命令 { $given }。
cli-verb-unknown-near = 没有命令 { $given }；是否想输入 { $near }？
cli-verb-unknown-unnamed = 没有这个命令。
cli-unknown = 没有选项 { $given }。
cli-unknown-near = 没有选项 { $given }；是否想输入 { $near }？
cli-unknown-unnamed = 命令行中有多余的内容。它可能是密钥，此处不再显示。
cli-missing = 缺少 { $arguments }。
cli-value = { $argument } 的值须为 { $expected } 之一。
cli-no-value = { $argument } 需要一个值。
cli-twice = { $argument } 出现了多次。
cli-conflict = { $argument } 不能与 { $prior } 同时使用。
cli-not-text = 命令行中有内容不是 UTF-8 文本。
cli-words-wrong = 命令行内容有误。
cli-see-help = 用法见 tokendesk{ $verb } --help。
cli-no-kind = 没有类型 { $given }；可用的类型有 { $expected }。
cli-no-kind-unnamed = 没有这个类型；可用的类型有 { $expected }。
cli-vendor-unknown = 没有这个厂商；可建项目的厂商有 { $expected }。
cli-inputs-wrong = 给出的值有误。
cli-inputs-missing = 用 -f KEY=VALUE 给出，密钥用 --secret KEY=SOURCE；或使用 --project NAME。
cli-pair = 须为 KEY=VALUE（密钥为 KEY=SOURCE）
cli-stdin-twice = 无法从 stdin 读取：stdin 已用于读取其他内容
cli-source-failed = 无法取得密钥。
cli-source-words = 须为 command:PROGRAM ARGS，且引号成对
cli-source-env = 该环境变量未设置；env: 后写变量名，不带 $
cli-source-file = 无法读取文件：{ $reason }
cli-source-stdin = 无法读取 stdin：{ $reason }
cli-source-command = 无法运行命令：{ $reason }
cli-source-command-failed = 命令失败（{ $status }）；请单独运行以查明原因
cli-source-slow = 命令超过 { $seconds } s 未结束，已终止
cli-source-long = 长度超过 { $limit } 字节
cli-source-empty = 内容为空
cli-source-text = 不是 UTF-8 文本
cli-project-of-other = 项目 { $project } 属于厂商 { $vendor }，不适用于 { $kind }。
cli-secret-absent = 找不到项目 { $project } 的一个密钥。
    .remedy = 用 tokendesk projects set NAME --secret KEY=SOURCE 保存，或在此用 --secret KEY=SOURCE 给出。
cli-keychain-use = 用 --secret KEY=SOURCE 给出，无需钥匙串；或启动并解锁钥匙串。
cli-keychain-save = 未作更改。请启动并解锁钥匙串；或用 --without-secrets 保存项目，之后每次用 --secret KEY=SOURCE 给出。
cli-keychain-remove = 未作更改。请启动并解锁钥匙串；或加上 --leave-secrets。
cli-file = 无法读取 { $file }：{ $reason }
cli-stdin = 无法读取 stdin：{ $reason }
cli-output-failed = 无法写入 stdout：{ $reason }
