## 二维码

command-show-qr = 二维码
qr-button = 二维码
qr-title = 二维码：{ $what }
qr-text = 文本
qr-name = { $length } 字节的二维码：{ $what }
qr-about = { $length } 字节。纠错级别 { $level }：损坏不超过 { $percent } % 仍可识读。
qr-too-long = 太长，无法生成二维码
    .text = 共 { $length } 字节，而最大的二维码只能容纳 { $most } 字节。请改为复制，或减少内容后重新生成：更少的数据、更少的布局类、更短的 payload。

## 代码片段

snippet-button = 代码片段
snippet-title = { $what } 代码片段
snippet-missing = 待填写
snippet-holds-token = 其中含有 Token：任何得到它的人都能使用。
cli-generate-snippet = 不输出 Token，而是输出使用它的代码，例如 opentok.js；tokendesk kinds KIND 列出可用的代码片段
cli-no-snippet = { $kind } 没有这个代码片段；可用的有 { $expected }
cli-no-snippet-none = { $kind } 没有代码片段
cli-snippets = 代码片段（配合 --snippet）
cli-snippet-missing = 待填写：{ $keys }
