## 二维码

command-show-qr = 二维码
qr-button = 二维码
qr-title = 二维码：{ $what }
qr-text = 文本
qr-name = { $length } 字节的二维码：{ $what }
qr-about = { $length } 字节。纠错级别 { $level }：损坏不超过 { $percent } % 仍可识读。
qr-too-long = 太长，无法生成二维码
    .text = 共 { $length } 字节，而最大的二维码只能容纳 { $most } 字节。请改为复制，或减少内容后重新生成：更少的数据、更少的布局类、更短的 payload。
