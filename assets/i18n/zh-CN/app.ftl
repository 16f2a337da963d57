## 窗口

window-title = Tokendesk
close = 关闭
cancel = 取消
panel-generate = 生成
panel-inspect = 检查
panel-watch = 监视
panel-calls = 调用
panel-settings = 设置

## 命令

command-palette = 命令
command-generate = 生成
command-copy = 复制
command-copy-token = 复制 Token
command-inspect-token = 检查
command-inspect-clipboard = 检查剪贴板内容
command-clear-inspect = 清空检查
command-new-project = 新建项目
command-edit-project = 编辑项目
command-duplicate-project = 创建项目副本
command-delete-project = 删除项目…
command-find-project = 查找项目
command-show-generate = 转到“生成”
command-show-inspect = 转到“检查”
command-watch-token = 监视
command-watch-clipboard = 监视剪贴板中的 Token
command-send-call = 发送
command-show-watch = 转到“监视”
command-show-calls = 转到“调用”
command-show-settings = 转到“设置”
command-theme-system = 主题：跟随系统
command-theme-light = 主题：浅色
command-theme-dark = 主题：深色
command-language-system = 语言：跟随系统
command-language-en = 语言：English
command-language-zh-cn = 语言：简体中文
command-language-vi = 语言：Tiếng Việt
command-shortcuts = 键盘快捷键
command-quit = 退出
shortcut-close = 关闭最上层窗口
palette-hint = 输入命令、项目或 Token 类型
palette-empty = 没有匹配项
palette-project = 项目
palette-kind = 类型
palette-call = 调用

## 项目

projects-find = 查找项目
projects-none = 还没有项目
    .text = 一个项目保存一家厂商的凭据，其中的密钥存入系统钥匙串。
projects-not-found = 未找到
    .text = 没有符合搜索条件的项目。按 Esc 清除搜索。
environment-dev = dev
environment-stg = stg
environment-prod = prod
editor-new = 新建项目
editor-edit = 编辑项目
editor-name = 名称
editor-vendor = 厂商
editor-environment = 环境
editor-group = 分组
    .help = 列表中的分组标题，可留空
editor-secret-hint = 粘贴或输入
editor-secret-saved = 已保存，输入新值可替换
editor-reveal = 按住显示
editor-save = 保存
editor-saving = 正在保存…
editor-this-run = 仅本次运行保留
editor-use-keychain = 存入钥匙串
editor-place-this-run = 密钥仅在本次运行期间保留
    .text = 程序退出后密钥即被清除，下次需要重新填写。
delete-title = 删除 { $name }？
delete-text = 将删除该项目及其在钥匙串中的密钥。用它生成的 Token 在到期前仍然有效。
delete-confirm = 删除
delete-leaving = 删除但保留密钥

## 生成

generate-unknown-vendor = 此版本不支持厂商“{ $vendor }”。
generate-inspect-only = 此类型无法生成，只能检查。
generate-advanced = 高级
generate-kinds = Token 类型
generate-reset = 重置
choice-none = 未指定
words-remove = 移除
words-add = 添加…
unit-of = 单位：{ $field }
unit-seconds = 秒
unit-minutes = 分钟
unit-hours = 小时
unit-days = 天
unit-exact = 指定时刻
time-ends = { $moment } 到期
token-none = 还没有 Token
    .text = 填写表单，然后按“生成”。
token-heading = Token
token-length = { $length } 个字符
token-until = 有效至：{ $moment }
token-left = 剩余时间
parts-heading = Token 内容
parts-field = 字段
parts-value = 值
parts-meaning = 含义
state-active = 有效
state-expired = 已过期
state-not-yet = 尚未生效
state-endless = 永不过期
state-unknown = 到期时间未知
failure-secret-missing = 找不到该项目的密钥
    .remedy = 编辑项目，重新填写密钥。

## 检查

inspect-paste = 粘贴
inspect-clear = 清空
inspect-box = 待检查的 Token
inspect-hint = 粘贴 Token、会话 ID、请求头、URL 等
inspect-empty = 这个 Token 里有什么？
    .text = 粘贴后立即识别、解析，并用已保存的项目验证。数据不出本机。
inspect-cleaned = 已去除：{ $what }
inspect-which = 类型
inspect-known = Token 未携带、但验证需要的信息
chip-shape-ok = 格式正确
chip-shape-damaged = 已损坏
chip-shape-unknown = 无法识别
chip-signature-valid = 签名有效
chip-signature-invalid = 签名错误
chip-signature-unchecked = 签名未验证
chip-signature-none = 无签名
chip-context-match = 归属一致
chip-context-mismatch = 归属不符
chip-context-unchecked = 归属未核对
line-made = 生成：{ $moment }
line-ends = 到期：{ $moment }
line-ended = 已到期：{ $moment }
line-now = 现在
findings-heading = 检查结果
findings-none = 没有发现问题。

## 调用

calls-none = 这家厂商没有可用的调用
    .text = 它的 Token 无需请求服务器。
calls-list = 调用
calls-address = 基础 URL
    .help = 留空即为厂商地址；也可填 mock 服务或代理的地址
calls-preview = 将要发送的请求
calls-preview-name = 请求
calls-preview-none = 填写表单后即可看到请求。
calls-good-for = 有效期剩余 { $left }
calls-too-old = 已过期，请重新签名
calls-sign-again = 重新签名
calls-copy-as = 复制为
calls-language-curl = curl
calls-language-java = Java
calls-language-php = PHP
calls-language-js = JavaScript
calls-language-http = HTTP
calls-sending = 正在等待 { $host }…
calls-cancel = 停止等待
calls-answer = 响应
calls-done = 成功
calls-refused = 被拒绝
calls-status = HTTP { $status }
calls-body = 服务器响应
calls-use = 用于生成 Token
calls-full = 厂商会锁定账号
calls-full-text = 一分钟内的请求数已达上限，再发一次账号将被锁定五分钟。{ $moment } 可再次发送。
calls-force = 仍然发送
notice-signed-again = 签名过旧，已重新签名。请核对后再发送。
notice-near-limit = 最近一分钟已发送 { $count } 次；达到 50 次厂商会锁定账号 5 分钟。

## 设置

settings-look = 外观
settings-theme = 主题
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
settings-language = 语言
language-system = 跟随系统
language-no-font = 本机没有包含汉字的字体。请安装一种，例如 Noto Sans CJK。
settings-secrets = 密钥
settings-keychain-reachable = 系统钥匙串可用。
settings-secrets-where = 密钥保存在各项目指定的位置：操作系统钥匙串（服务名 “tokendesk”）、保险库、别处，或仅在内存中直到程序结束。Tokendesk 的文件中只会有加密后的密钥，否则完全没有。
settings-network = 除了在“调用”中按下“发送”的请求，Tokendesk 不向网络发送任何数据。

## 状态栏与通知

status-keychain-unknown = 尚未访问钥匙串
status-keychain-reachable = 钥匙串可用
status-keychain-failed = 钥匙串不可用
status-local = 数据不会离开本机
status-sending = 正在发送请求
status-now = 现在：{ $clock }
notice-copied = 已复制
notice-copied-token = 已复制 Token
notice-paste-too-long = 粘贴的内容超出任何字段的长度上限，未作更改。
notice-project-saved = 项目已保存
notice-project-deleted = 项目已删除
notice-secrets-left = 项目已删除。钥匙串中可能残留以下条目：{ $entries }
notice-fault = Tokendesk 内部出错，未保存任何内容。请反馈此问题。

## 无显示环境

no-display = Tokendesk 无法打开窗口：{ $reason }
    .remedy = 同样的工作可在命令行完成：tokendesk --help
