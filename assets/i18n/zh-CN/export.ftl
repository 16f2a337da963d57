## 导出项目：连同密钥时用口令保护

sealed-needed = 此内容受口令保护。
    .remedy = 请输入导出时使用的口令。
sealed-empty = 口令为空。
    .remedy = 请输入口令：否则任何人都能读取密钥。
sealed-differ = 两次输入的口令不一致。
    .remedy = 请两次输入相同的口令。未写入任何内容。
sealed-wrong = 该口令无法打开它。
    .remedy = 请用导出时的口令重试。忘记的口令无法找回，只能重新导出。
sealed-damaged = 无法用口令打开此内容：{ $reason }
    .remedy = 请从来源重新复制完整、未改动的文件，或重新导出。未做任何更改。
sealed-failed = 无法加密：{ $reason }
    .remedy = 请重试。未写入任何内容。
export-exists = 文件 { $file } 已存在。
    .remedy = 请换一个名称，或先移走该文件。该文件保持不变。
export-cannot = 无法写入 { $file }：{ $reason }
    .remedy = 请检查文件夹是否存在、是否可写，以及磁盘是否已满。
export-weak = 此口令较短：拿到文件的人可能猜出它。最好使用 12 个或更多字符，例如四个单词。
export-without = 以下项目有密钥未包含在内，因为它们保存在别处或已不存在：{ $projects }
export-sealed-done = 已导出项目：{ $projects }，密钥：{ $secrets }，写入 { $file }。

## 对话框

command-export-projects = 导出项目…
export-title = 导出项目
export-about = 名称、厂商和公开凭据写入文件，不含密钥：可交给他人，或用于另一台机器并在那里重新输入密钥。
export-about-sealed = 密钥一并导出，整个文件用口令加密（age）。同时拥有文件和口令的人就拥有密钥。保存在别处的密钥不会导出。
export-what = 密钥
export-without-secrets = 不包含
export-with-secrets = 包含并加密
export-format = 格式
export-passphrase = 口令
export-again = 再次输入口令
export-weak-title = 口令较短
export-path = 新文件的路径
    .help = 已存在的文件绝不会被替换。
export-pick = 选择位置…
export-no-dialog = 此桌面没有用于选择保存位置的对话框。
    .remedy = 请输入新文件的路径。
export-write = 导出
export-running = 正在导出…
export-done-title = 已导出
export-plain-done = 项目（不含密钥）已写入 { $file }。
export-without-title = 并非所有密钥都在其中
import-sealed = 此内容受口令保护：请用导出时的口令打开。
import-passphrase = 口令
import-open = 打开
import-opening = 正在打开…
