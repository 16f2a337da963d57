## cửa sổ: bộ nhớ tạm tự xóa, khóa

command-lock = Khóa
lock-title = Đã khóa
lock-text = Token, văn bản đã dán và bí mật chỉ giữ trong lần chạy này đã rời bộ nhớ của cửa sổ. Dự án và nội dung đã nhập vào biểu mẫu vẫn còn.
lock-unlock = Mở khóa
lock-unlocking = Đang hỏi chuỗi khóa…
lock-without = Tiếp tục không cần chuỗi khóa
status-clipboard = Xóa bộ nhớ tạm sau { $left }
settings-guard = Bộ nhớ tạm và khóa
settings-clear-tokens = Xóa token khỏi bộ nhớ tạm
settings-clear-secrets = Xóa bí mật khỏi bộ nhớ tạm
settings-lock-after = Khóa khi không thao tác
    .help = Cả khi máy vào chế độ ngủ
guard-after = sau { $span }
guard-never = không bao giờ
