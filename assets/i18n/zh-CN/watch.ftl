## 监视

watch-count = 共 { $count } 个
watch-renew = 续期
watch-over = { $span }前
watch-state-soon = 即将过期
notice-watched = 已开始监视该 Token
