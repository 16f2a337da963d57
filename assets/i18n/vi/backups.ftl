## cửa sổ: các trạng thái trước của dự án

command-backups = Các trạng thái trước của dự án…
backups-title = Các trạng thái trước của dự án
backups-text = Mỗi thay đổi giữ lại trạng thái trước nó, tối đa năm trạng thái gần nhất. Khôi phục cũng là một thay đổi và có thể hoàn lại. Bí mật không nằm trong đó: bí mật đã xóa sau này phải nhập lại.
backups-looking = Đang tìm…
backups-none = Chưa có: dự án chưa thay đổi kể từ lần lưu đầu tiên.
backups-restore = Quay lại { $moment }
backups-aside = Cất tệp hỏng sang một bên và bắt đầu lại
backups-restored = Dự án đã trở lại như lúc đó.
backups-restored-aside = Dự án đã trở lại như lúc đó. Tệp hỏng được giữ lại với tên { $file }.
backups-set-aside = Tệp hỏng được giữ lại với tên { $file }.
backups-nothing = Tệp vẫn tốt; không làm gì cả.
