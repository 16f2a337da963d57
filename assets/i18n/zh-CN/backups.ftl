## 窗口：项目的历史状态

command-backups = 项目的历史状态…
backups-title = 项目的历史状态
backups-text = 每次更改都会保留更改前的状态，最多保留最近五份。恢复本身也是一次更改，可以撤销。其中不含密钥：此后删除的密钥需要重新输入。
backups-looking = 正在查找…
backups-none = 还没有：项目自首次保存以来没有更改过。
backups-restore = 恢复到：{ $moment }
backups-aside = 把损坏的文件移到一旁，重新开始
backups-restored = 项目已恢复到当时的状态。
backups-restored-aside = 项目已恢复到当时的状态。损坏的文件已保留为 { $file }。
backups-set-aside = 损坏的文件已保留为 { $file }。
backups-nothing = 文件完好，未做任何更改。
