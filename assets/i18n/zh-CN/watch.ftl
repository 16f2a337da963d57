## 监视中的 Token

watch-count = 共 { $count } 个
watch-count-soon = 共 { $count } 个 · { $soon } 个临近过期
watch-count-fits = { $shown } / { $count } 个
watch-none = 没有监视中的 Token
    .text = 在“生成”或“检查”中的 Token 旁按“监视”，发送可获得 Token 的调用，或复制一份每行一个 Token 的列表。Tokendesk 会在每个 Token 到期前提醒，一键即可更新；程序退出后列表仍会保留。
watch-nothing-fits = 没有匹配项
    .text = 没有符合筛选条件的 Token。
watch-add = 从剪贴板添加
watch-filter = 按用户、房间、项目筛选
watch-sort = 排序方式
watch-sort-ends = 最先到期
watch-sort-project = 项目
watch-sort-newest = 最新
watch-list = 监视中的 Token
watch-copy = 复制
watch-renew = 更新
watch-extend = 续期
watch-renew-copy = 更新并复制
watch-inspect = 检查
watch-warnings = 提醒…
watch-remove = 停止监视
watch-over = { $span }前
watch-state-active = 有效
watch-state-soon = 临近过期
watch-state-ending = 即将过期
watch-state-over = 已过期
watch-state-endless = 永不过期
watch-state-unknown = 到期时间未知
watch-begins-ends = { $begins } – { $ends }
watch-since = 始于 { $begins }
watch-warned-at = 到期前提醒：{ $spans }
watch-warned-not = 到期前不提醒
watch-kept = 文本保存在钥匙串中
watch-here = 文本保留到 Tokendesk 退出为止
watch-text-gone = 文本未保存
watch-project-gone = 所属项目已删除，无法更新
watch-no-project = 不属于任何已保存的项目，无法更新
watch-not-known = 生成时所用的值未知，无法更新
watch-ends-in = { $who } 将在 { $span }后到期
watch-unread = { $count } 行未能读取，已读取 { $read } 行
watch-unread-line = 第 { $line } 行：{ $why }
watch-unread-more = 另有 { $count } 行
watch-unread-copy = 复制这些行
watch-line-too-long = 太长，不可能是 Token
watch-line-too-many = 最多监视 { $most } 个 Token
watch-file = 无法保存监视列表

## 单个 Token 与全部 Token 的提醒

warnings-title = { $who } 的提醒
warnings-own = 单独设置时间
    .note = 否则使用“设置”中的时间
warnings-early = 首次提醒
warnings-late = 末次提醒
warnings-before = 提前 { $span }
warnings-off = 关闭
settings-watch = 监视
settings-watch-notify = 同时在桌面显示提醒
    .note = 显示用户和所属项目，绝不显示 Token
settings-watch-keep = 把监视中的 Token 存入钥匙串
    .note = 否则 Token 在 Tokendesk 退出前可以复制，之后可以更新

## 通知

notify-ends = { $who } 将在 { $span }后到期
notify-ended = { $who } 已到期
notify-many = { $count } 个监视中的 Token 即将到期
notice-watched = 已开始监视该 Token
notice-watch-renewed = 已更新：{ $who }
notice-watch-not-renewed = 无法更新：该类型的表单现在需要其他值
notice-watch-no-text = 此 Token 的文本未保存。更新后即可获得。
notice-watch-unkept = 钥匙串未能保存该 Token：在 Tokendesk 退出前可以复制。
notice-watch-left = 已停止监视。钥匙串中可能残留以下条目：{ $entries }
notice-watch-listed = 从剪贴板添加：新增 { $added } 个，已有 { $known } 个
notice-watch-full = 最多监视 { $most } 个 Token，其余已略去。
