## 测试人员的期望

verdict-unexpected = 与期望不符
answer-expected = 期望
expected-count = { $all } 项期望中 { $fit } 项相符
sentence-expected-count = { $all } 项期望中 { $fit } 项相符。

## 两个 Token 对比

compare-same-text = 两者文本相同。
compare-text-case = 只有字母大小写不同：其中一个在传递途中被改动。
compare-text-space = 只有空白不同：其中一个在传递途中被断行或连接。
compare-text-hidden = 只有不可见字符不同。
compare-count = { $differ } 项不同，{ $equal } 项相同。
compare-count-kinds = 同一厂商的两种类型：{ $differ } 项不同，{ $equal } 项相同。
compare-count-vendors = 两家厂商：{ $differ } 项不同，{ $equal } 项相同。
compare-equal = 相同：{ $keys }
compare-kind = 类型
compare-order = 顺序
compare-only-first = 只有第一个有
compare-only-second = 只有第二个有
compare-type = 值相同，类型不同：{ $first } 与 { $second }
compare-case = 除大小写外相同
compare-space = 除空白外相同
compare-hidden = 除不可见字符外相同
compare-made-later = 第二个的生成时间晚 { $span }
compare-made-earlier = 第二个的生成时间早 { $span }
compare-starts-later = 第二个的生效时间晚 { $span }
compare-starts-earlier = 第二个的生效时间早 { $span }
compare-ends-later = 第二个的到期时间晚 { $span }
compare-ends-earlier = 第二个的到期时间早 { $span }
compare-life-later = 第二个的有效期长 { $span }
compare-life-earlier = 第二个的有效期短 { $span }
compare-rights = 权限不同
compare-rights-more = 第二个权限更多
compare-rights-fewer = 第二个权限更少
compare-rights-same = 权限相同，写法不同
compare-owner = 属于不同的应用或项目
compare-user = 用户不同
compare-room = 房间或会话不同
compare-random = 每个 Token 各不相同
compare-proof = 由其余内容和密钥得出
compare-form = 写法不同
compare-maker = 由不同的库或程序生成
compare-data = 值不同
compare-kinds = 同一厂商的两种类型
compare-vendors = 属于两家厂商
compare-state = 目前状态不同
compare-signature = 未能都验证，或并非都匹配
compare-secret = 用不同的密钥签名
compare-secret-first = 只有第一个与已保存的密钥匹配
compare-secret-second = 只有第二个与已保存的密钥匹配

## 用于工单的报告

bug-title = Token 报告
bug-kind = 类型
bug-made = 生成
bug-starts = 生效
bug-ends = 到期
bug-now = 检查时间
bug-by = 检查程序
bug-codes = 厂商错误码
bug-fields = 字段
bug-findings = 检查结果
bug-left-out-secret = （已略去：由密钥得出）
bug-left-out-user = （已略去：用户数据）

## 窗口中

command-sign-again = 编辑并重新签名
command-compare = 与另一个 Token 对比
command-copy-bug-report = 复制问题报告
command-expect = 为 Token 的字段添加期望
actions-again = 编辑并重新签名
actions-compare = 对比…
actions-bug-report = 复制问题报告
actions-expect = 添加期望…

again-loaded = 来自所检查的 Token；已更改 { $count } 个字段
again-changed = 原为“{ $was }”
again-added = Token 中没有
again-anew = 将重新生成；Token 中为“{ $was }”
again-over = 此到期时间已过。
again-back = 还原
again-use = 沿用
again-same-life = 改为 { $span }后
again-no-project = 没有可用于签名的 { $vendor } 项目。请先新建；该 Token 属于 { $owner }。
again-which-project = 没有 { $vendor } 项目与 { $owner } 的 Token 匹配。请在左侧选择一个，然后重试。

expect-heading = 期望
expect-close = 不再添加
expect-field = 期望的字段
expect-value = 期望的值
expect-add = 添加
expect-fits = 相符
expect-differs = 不符
expect-absent = 缺失
expect-unknown = 未核对
expect-got = 实际为“{ $got }”
expect-forget = 移除对 { $key } 的期望
expect-nothing = 粘贴的文本中没有可设期望的字段。

compare-heading = 对比对象
compare-close = 关闭对比
compare-box = 另一个 Token
compare-hint = 在此粘贴另一个 Token，会用所有已保存的项目验证。
compare-nothing = 粘贴第二个 Token，查看有何不同。
compare-copy = 复制对比结果
compare-differences = 不同之处
compare-equals = 相同
compare-equal-rows = 相同：{ $count }
compare-field = 字段
compare-first = 第一个
compare-second = 第二个
compare-absent = 无

bug-dialog = 问题报告
    .text = Markdown 格式，可用于工单。签名、密文以及其他由密钥得出的内容都已略去。
bug-leave-out-user = 略去用户数据
    .note = 用户 ID、名称、房间、会话、payload、nonce 以及未知的字段。
bug-copy = 复制报告
