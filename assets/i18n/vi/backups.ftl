## window: earlier states of the projects

command-backups = Các trạng thái trước của dự án…
backups-title = Các trạng thái trước của dự án
backups-text = Mỗi thay đổi giữ lại trạng thái trước nó, năm trạng thái gần nhất. Quay lại cũng là một thay đổi và có thể hoàn lại. Khóa bí mật không nằm trong đó: khóa nào đã bị xóa sau đó thì phải nhập lại.
backups-looking = Đang tìm…
backups-none = Chưa có: dự án chưa thay đổi kể từ lần lưu đầu tiên.
backups-restore = Quay lại { $moment }
backups-aside = Cất tệp hỏng sang một bên và bắt đầu lại
backups-restored = Dự án đã trở lại như lúc đó.
backups-restored-aside = Dự án đã trở lại như lúc đó. Tệp hỏng được giữ lại với tên { $file }.
backups-set-aside = Tệp hỏng được giữ lại với tên { $file }.
backups-nothing = Tệp vẫn tốt; không làm gì cả.
