## 模拟时间

command-travel = 设置时间…
command-travel-hour = 时间：前进 1 小时
command-travel-day = 时间：前进 1 天
command-travel-end = 时间：Token 刚过期时
command-travel-back = 恢复系统时钟
travel-title = 把时间设为
travel-about = 所有结论和倒计时都以此为准，时间从这里继续走。其他一切不变，本机的时钟也不受影响。
travel-field = 时间
travel-hint = 1795294632、2026-11-21T20:57:12Z、+90m
travel-help = Unix 秒、RFC 3339，或相对系统时钟的时长
travel-steps = 快捷调整
travel-go = 设置
travel-day-back = 后退 1 天
travel-hour-back = 后退 1 小时
travel-hour-on = 前进 1 小时
travel-day-on = 前进 1 天
travel-before-end = Token 到期前 1 分钟
travel-end = Token 刚过期时
travel-ahead = 模拟时间：{ $moment }，比系统时钟快 { $span }。
travel-behind = 模拟时间：{ $moment }，比系统时钟慢 { $span }。
travel-at-clock = 当前时间：{ $moment }，与系统时钟一致。
status-travel = 模拟：{ $clock }

## 首次启动与演示

command-try-demo = 试用演示项目
command-remove-demo = 移除演示项目
start-title = 三步得出结论
start-about = 所有数据都留在本机。
start-project = 新建项目，或试用演示项目
    .text = 一个项目保存一家厂商的凭据，其中的密钥存入系统钥匙串。演示项目使用虚构的凭据，立即可用，一键即可移除。
start-token = 生成 Token
    .text = 选择类型，填写表单，然后按“生成”。输入有误时，字段旁会立即提示。
start-inspect = 粘贴无法使用的 Token
    .text = 它会被识别，并用您的项目验证。您会看到它为何被拒绝，以及该怎么办。
demo-tag = 演示
demo-note = 凭据是虚构的，没有服务器接受它的 Token。
demo-note-this-run = 凭据是虚构的，没有服务器接受它的 Token。因没有钥匙串，仅本次运行可用。

## 界面设置

command-zoom-in = 放大
command-zoom-out = 缩小
command-zoom-reset = 缩放：100 %
settings-zoom = 缩放
    .help = 作用于窗口中的全部内容
zoom-percent = { $percent } %
settings-times = 时间
times-local = 本地时间
times-utc = UTC
settings-storage = 文件
settings-file-projects = 项目：名称和非保密的凭据，不含密钥
settings-file-settings = 设置：此处的选择、窗口、上次的项目和面板；不含任何输入的内容
settings-file-watch = 监视中的 Token：到期时间和生成时所用的值；Token 本身在钥匙串中，或不保存
settings-file-sent = 最近一分钟内发送的调用次数，用于有次数限制的厂商

## 键盘

projects-list = 项目
shortcut-next = 下一个控件
shortcut-list = 在列表、标签页或选项中移动
