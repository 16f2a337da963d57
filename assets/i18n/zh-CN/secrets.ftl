## 密钥：保存位置，以及保存在别处的密钥

places = 密钥保存位置
place-keychain = 系统钥匙串
    .help = 由桌面系统加密，服务名为“tokendesk”。
place-external = 别处：环境变量、文件或命令
    .help = 项目只记录密钥在哪里，每次使用时读取，不在任何地方保存。
place-this-run = 内存，仅限本次运行
    .help = 窗口关闭或锁定后即消失。

cli-projects-place = 密钥保存位置：keychain（默认）、vault、external 或 this-run

source-help = env:NAME、file:PATH 或 command:PROGRAM ARGS（不经 shell，限 10 s）。切勿填写密钥本身：此处内容以明文保存。
source-form = 须为 env:NAME、file:PATH 或 command:PROGRAM ARGS；此处内容以明文保存
source-stdin = stdin 无法留待以后使用：请用 env:NAME、file:PATH 或 command:PROGRAM ARGS

source-env = 应存放密钥的环境变量未设置。
    .remedy = 请设置该变量并从那里启动 Tokendesk，或更改项目密钥的保存位置。引用中写变量名，不带 $。
source-file = 无法读取应存放密钥的文件：{ $reason }
    .short = 无法读取应存放密钥的文件
    .remedy = 请恢复该文件，或更改项目密钥的保存位置。
source-command = 无法运行应给出密钥的命令：{ $reason }
    .short = 无法运行应给出密钥的命令
    .remedy = 请确认该程序存在且能被找到，或更改项目密钥的保存位置。
source-failed = 应给出密钥的命令失败（{ $status }）。
    .remedy = 请单独运行以查明原因；可能需要先解锁或登录。
source-slow = 应给出密钥的命令超过 { $seconds } s 未结束，已终止。
    .remedy = 请先解锁密码管理器，然后重试。
source-long = 在密钥位置找到的内容超过 { $limit } 字节。
    .remedy = 请检查项目的引用指向哪里。
source-empty = 密钥应在的位置没有内容。
    .remedy = 请检查项目的引用指向哪里。
source-text = 在密钥位置找到的内容不是 UTF-8 文本。
    .remedy = 请检查项目的引用指向哪里。

secret-not-ours = 此项目的密钥保存在别处，因此不能在项目中保存密钥。
    .remedy = 请在原处更改密钥，或为项目的密钥选择其他位置。
secret-no-reference = 未说明这些密钥在哪里：{ $fields }
    .remedy = 请为每一项给出 env:NAME、file:PATH 或 command:PROGRAM ARGS，或移除它们。未作任何更改。

secret-key-gone = 封存的密钥 { $entry } 的解封钥匙已不在钥匙串中。
    .short = 解封密钥的钥匙已丢失
    .remedy = 请恢复原来的钥匙串，或重新输入该密钥。
secret-seal-broken = 封存的密钥 { $entry } 在文件中被更改或损坏。
    .short = 封存的密钥已损坏
    .remedy = 请从备份恢复 sealed.toml，或重新输入该密钥。

## 保险库

place-vault = 保险库：一个用口令加密的文件
    .help = 适用于没有钥匙串的机器。每次运行及锁定后询问一次口令。

vault-passphrase = 保险库口令
vault-again = 再次输入口令
vault-help = 输入口令之前，保险库保持关闭。
vault-new-help = 还没有保险库。没有此口令，任何人都无法打开；由几个词组成的句子是不错的选择。
vault-reveal = 按住以显示口令
vault-open = 打开保险库
vault-make = 创建保险库
vault-running = 处理中…
vault-state-absent = 没有保险库。当项目选择把密钥保存在其中时创建。
vault-state-open = 保险库已打开。
vault-state-closed = 保险库已关闭。

vault-absent = 还没有保险库。
    .remedy = 请先用口令创建。
vault-present = 已有保险库。
    .remedy = 请用其口令打开。可能另一个 Tokendesk 刚刚创建了它。
vault-closed = 保险库已关闭。
    .remedy = 请用口令打开。
vault-wrong = 此口令打不开保险库。
    .remedy = 请重新输入。请检查键盘布局和大写锁定。
vault-empty = 保险库需要口令。
    .remedy = 请输入口令。
vault-differ = 两次输入的口令不一致。
    .remedy = 请重新输入两次。
vault-damaged = 无法读取保险库 { $file }：{ $reason }
    .short = 保险库已损坏
    .remedy = 请从备份恢复该文件。在此之前保持原样。
vault-newer = 保险库 { $file } 由更新的 Tokendesk 写入（版本 { $version }；此版本最多支持 { $known }）。
    .short = 保险库来自更新的 Tokendesk
    .remedy = 请在此机器上更新 Tokendesk。在此之前文件保持原样。

cli-vault = 保险库口令的来源（SOURCE）；仅在需要保险库时读取
cli-vault-how = 请给出 --vault-passphrase SOURCE：env:NAME、file:PATH、- 或 command:PROGRAM ARGS。首个保存到其中的密钥会创建保险库。
cli-kept-vault = （在保险库中）

settings-file-vault = 保险库（如有）：用口令加密的密钥，age 格式
settings-file-sealed = 对钥匙串而言过长的密钥（如有）：用钥匙串中的钥匙加密
