## 窗口：自动清空的剪贴板、锁定

command-lock = 锁定
lock-title = 已锁定
lock-text = Token、粘贴的文本以及仅在本次运行中保留的密钥都已离开窗口的内存。项目和表单中填写的内容仍在。
lock-unlock = 解锁
lock-unlocking = 正在询问钥匙串…
lock-without = 不使用钥匙串继续
status-clipboard = { $left } 后清空剪贴板
settings-guard = 剪贴板与锁定
settings-clear-tokens = 从剪贴板清除 Token
settings-clear-secrets = 从剪贴板清除密钥
settings-lock-after = 无操作时锁定
    .help = 计算机进入睡眠时也会锁定
guard-after = { $span }后
guard-never = 从不
