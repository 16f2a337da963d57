## store：文件、密钥、项目

file-no-home = 此账号没有主目录，无处存放项目和设置。
    .remedy = 把环境变量 { $variable } 设为您自己的一个目录。
file-read = 无法读取 { $file }：{ $reason }
    .remedy = 检查该文件是否属于您、您是否有权读取。未作任何更改。
file-write = 无法写入 { $file }：{ $reason }
    .remedy = 检查该目录是否属于您、是否可写、磁盘是否已满。之前保存的内容仍在。
file-damaged = 无法解析 { $file }。第 { $line } 行：{ $reason }
    .remedy = 修复该行、从备份恢复文件，或把它移走重新开始。在此之前文件保持原样。
file-newer = { $file } 由更新版本的 Tokendesk 写入（文件版本 { $version }，当前程序最高支持 { $known }）。
    .remedy = 更新本机的 Tokendesk。在此之前文件保持原样。
file-busy = 另一个 Tokendesk 正在修改 { $file }。
    .remedy = 请重试。若一直如此，找出卡住的 Tokendesk 并结束它。

secret-unreachable = 无法访问钥匙串：{ $reason }
    .short = 无法访问钥匙串
    .remedy = 启动桌面的钥匙串（Linux 上为 GNOME Keyring、KWallet 或带 Secret Service 的 KeePassXC）后重试，或改存入保险库，或仅本次运行保留密钥。
secret-locked = 钥匙串已锁定。
    .remedy = 解锁后重试。
secret-denied = 钥匙串拒绝了 Tokendesk 的访问。
    .remedy = 重试，并在询问时允许访问。如果没有出现询问，请先在钥匙串自己的窗口中解锁。
secret-no-default = 没有可存放密钥的钥匙串。
    .remedy = 在桌面的密码管理程序中新建一个并设为默认，或改存入保险库，或仅本次运行保留密钥。
secret-too-long = 密钥超出钥匙串的长度上限 { $limit } 字节。
    .remedy = 换用较短的密钥，或改存入保险库，或仅本次运行保留密钥。
secret-foreign = 钥匙串条目 { $entry } 不是 Tokendesk 写入的：{ $reason }
    .short = 钥匙串中有一项不是 Tokendesk 写入的
    .remedy = 在桌面的密码管理程序中查看服务 tokendesk 的条目，删除这一条并重新填写密钥。
secret-other = 钥匙串出错：{ $reason }
    .short = 钥匙串出错
    .remedy = 请重试。若一直如此，可改存入保险库，或仅本次运行保留密钥。

project-none = 没有项目 { $wanted }。
    .remedy = 查看项目列表：它可能已改名或删除。
project-name-empty = 项目需要一个名称。
    .remedy = 取一个便于区分的名称，例如业务加环境。
project-name-unprintable = 项目名称须为一行可见文本。
    .remedy = 去掉名称中的换行和控制字符。
project-name-taken = 已有项目 { $name }。
    .remedy = 换一个名称。大小写视为相同。
project-changed-meanwhile = 项目 { $name } 同时被另一个 Tokendesk 修改。
    .remedy = 查看它现在的内容后重试。此处未作任何更改。
project-half-done = 操作未能完成，且以下密钥无法恢复原状：{ $entries }
    .remedy = 检查该项目的密钥，并在桌面的密码管理程序中查看服务 tokendesk 的这些条目。
project-left-over = 已保存，但以下密钥仍在原处：{ $entries }
    .remedy = 在桌面的密码管理程序中删除服务 tokendesk 的这些条目。

import-damaged = 无法导入。第 { $line } 行：{ $reason }
    .remedy = 请修正该行，或导入 Tokendesk 导出的文件。未作任何更改。
import-newer = 此文件由更新版本的 Tokendesk 导出（版本 { $version }，当前程序最高支持 { $known }）。
    .remedy = 更新本机的 Tokendesk。未作任何更改。

## host：剪贴板

clipboard-unavailable = 无法访问剪贴板：{ $reason }
    .remedy = 选中文本，手动复制。
clipboard-busy = 剪贴板正被其他程序占用。
    .remedy = 请重试。
clipboard-no-text = 剪贴板中没有文本。
    .remedy = 重新复制文本，然后粘贴。
