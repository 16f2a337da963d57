## window: the clipboard that clears itself, the lock

command-lock = Khóa cửa sổ
lock-title = Đã khóa
lock-text = Token, văn bản đã dán và khóa bí mật chỉ giữ trong lần chạy này đã rời bộ nhớ của cửa sổ. Dự án và nội dung đã nhập vào biểu mẫu vẫn còn.
lock-unlock = Mở khóa
lock-unlocking = Đang hỏi kho khóa…
lock-without = Tiếp tục không có kho khóa
status-clipboard = Xóa bảng tạm sau { $left }
settings-guard = Bảng tạm và khóa cửa sổ
settings-clear-tokens = Xóa token khỏi bảng tạm
settings-clear-secrets = Xóa khóa bí mật khỏi bảng tạm
settings-lock-after = Khóa khi không thao tác
    .help = Cả khi máy vào chế độ ngủ
guard-after = sau { $span }
guard-never = không bao giờ
