## The window

window-title = Tokendesk
close = Đóng
cancel = Hủy
panel-generate = Tạo
panel-inspect = Kiểm tra
panel-watch = Theo dõi
panel-calls = Lệnh gọi
panel-settings = Cài đặt

## Commands

command-palette = Bảng lệnh
command-generate = Tạo
command-copy = Sao chép
command-copy-token = Sao chép token
command-inspect-token = Kiểm tra
command-inspect-clipboard = Kiểm tra bảng tạm
command-clear-inspect = Xóa ô kiểm tra
command-new-project = Dự án mới
command-edit-project = Sửa dự án
command-duplicate-project = Nhân bản dự án
command-delete-project = Xóa dự án…
command-find-project = Tìm dự án
command-show-generate = Đến phần Tạo
command-show-inspect = Đến phần Kiểm tra
command-watch-token = Theo dõi
command-watch-clipboard = Theo dõi token từ bảng tạm
command-send-call = Gửi
command-show-watch = Đến phần Theo dõi
command-show-calls = Đến phần Lệnh gọi
command-show-settings = Đến phần Cài đặt
command-theme-system = Giao diện: theo hệ thống
command-theme-light = Giao diện: sáng
command-theme-dark = Giao diện: tối
command-language-system = Ngôn ngữ: theo hệ thống
command-language-en = Ngôn ngữ: English
command-language-zh-cn = Ngôn ngữ: 简体中文 (Chinese)
command-language-vi = Ngôn ngữ: Tiếng Việt
command-shortcuts = Phím tắt
command-quit = Thoát
shortcut-close = Đóng lớp trên cùng
palette-hint = Gõ tên lệnh, dự án hoặc loại token
palette-empty = Không có gì phù hợp
palette-project = dự án
palette-kind = loại
palette-call = lệnh gọi

## Projects

projects-find = Tìm dự án
projects-none = Chưa có dự án nào
    .text = Một dự án giữ thông tin xác thực của một nhà cung cấp; khóa bí mật nằm trong kho khóa.
projects-not-found = Không tìm thấy
    .text = Không dự án nào khớp. Nhấn Esc để xóa ô tìm.
environment-dev = dev
environment-stg = stg
environment-prod = prod
editor-new = Dự án mới
editor-edit = Sửa dự án
editor-name = Tên
editor-vendor = Nhà cung cấp
editor-environment = Môi trường
editor-group = Nhóm
    .help = Tiêu đề trong danh sách; có thể để trống
editor-secret-hint = Dán hoặc gõ
editor-secret-saved = Đã lưu; gõ để thay
editor-reveal = Giữ để xem
editor-save = Lưu
editor-saving = Đang lưu…
editor-this-run = Chỉ giữ trong lần chạy này
editor-use-keychain = Giữ trong kho khóa
editor-place-this-run = Khóa bí mật chỉ được giữ trong lần chạy này
    .text = Khi chương trình kết thúc, khóa bí mật mất đi và phải nhập lại.
delete-title = Xóa { $name }?
delete-text = Dự án và khóa bí mật của nó trong kho khóa sẽ bị xóa. Token đã tạo vẫn dùng được cho đến khi hết hạn.
delete-confirm = Xóa
delete-leaving = Xóa, để lại khóa bí mật

## Generate

generate-unknown-vendor = Phiên bản này không biết nhà cung cấp “{ $vendor }”.
generate-inspect-only = Loại này chỉ kiểm tra được, không tạo được.
generate-advanced = Nâng cao
generate-kinds = Loại token
generate-reset = Đặt lại
choice-none = Không đặt
words-remove = Bỏ
words-add = thêm…
unit-of = Đơn vị của { $field }
unit-seconds = giây
unit-minutes = phút
unit-hours = giờ
unit-days = ngày
unit-exact = thời điểm
time-ends = hết hạn { $moment }
token-none = Chưa có token
    .text = Điền biểu mẫu rồi nhấn Tạo.
token-heading = Token
token-length = { $length } ký tự
token-until = đến { $moment }
token-left = Thời gian còn lại
parts-heading = Các phần của token
parts-field = Trường
parts-value = Giá trị
parts-meaning = Ý nghĩa
state-active = Còn hiệu lực
state-expired = Hết hạn
state-not-yet = Chưa có hiệu lực
state-endless = Không hết hạn
state-unknown = Không rõ hạn
failure-secret-missing = Không có khóa bí mật của dự án
    .remedy = Sửa dự án và nhập lại khóa bí mật.

## Inspect

inspect-paste = Dán
inspect-clear = Xóa
inspect-box = Token cần kiểm tra
inspect-hint = Dán token, session ID, header, URL …
inspect-empty = Token này nói gì?
    .text = Dán vào đây: token được nhận dạng, tách ra và đối chiếu ngay với các dự án của bạn. Nó không bao giờ rời khỏi máy này.
inspect-cleaned = đã bỏ đi: { $what }
inspect-which = Loại
inspect-known = Những gì token không chứa mà việc kiểm tra cần đến
chip-shape-ok = Đúng dạng
chip-shape-damaged = Bị hỏng
chip-shape-unknown = Không nhận dạng được
chip-signature-valid = Chữ ký đúng
chip-signature-invalid = Chữ ký sai
chip-signature-unchecked = Chưa kiểm tra chữ ký
chip-signature-none = Không có chữ ký
chip-context-match = Đúng chủ
chip-context-mismatch = Khác chủ
chip-context-unchecked = Chưa kiểm tra chủ
line-made = tạo { $moment }
line-ends = hết hạn { $moment }
line-ended = đã hết hạn { $moment }
line-now = bây giờ
findings-heading = Nhận xét
findings-none = Không có gì đáng ngại.

## Calls

calls-none = Nhà cung cấp này không có lệnh gọi nào ở đây
    .text = Token của họ không cần yêu cầu nào đến máy chủ.
calls-list = Lệnh gọi
calls-address = URL gốc
    .help = Để trống là của nhà cung cấp; ghi khác khi dùng máy chủ giả lập hoặc proxy
calls-preview = Nội dung sẽ gửi
calls-preview-name = Yêu cầu
calls-preview-none = Điền biểu mẫu để xem yêu cầu.
calls-good-for = còn hiệu lực { $left }
calls-too-old = quá cũ: hãy ký lại
calls-sign-again = Ký lại
calls-copy-as = Sao chép dạng
calls-language-curl = curl
calls-language-java = Java
calls-language-php = PHP
calls-language-js = JavaScript
calls-language-http = HTTP
calls-sending = Đang đợi { $host } …
calls-cancel = Thôi đợi
calls-answer = Phản hồi
calls-done = Xong
calls-refused = Bị từ chối
calls-status = HTTP { $status }
calls-body = Phản hồi của máy chủ
calls-use = Dùng cho token
calls-full = Nhà cung cấp sẽ khóa tài khoản
calls-full-text = Trong một phút đã gửi nhiều đến mức thêm một lần nữa sẽ khóa tài khoản năm phút. Gửi lại được: { $moment }.
calls-force = Vẫn gửi
notice-signed-again = Chữ ký đã quá cũ nên được ký lại: hãy xem rồi gửi.
notice-near-limit = Đã gửi { $count } lần trong phút vừa qua; đến 50 thì nhà cung cấp khóa tài khoản 5 phút.

## Settings

settings-look = Hiển thị
settings-theme = Giao diện
theme-system = Hệ thống
theme-light = Sáng
theme-dark = Tối
settings-language = Ngôn ngữ
language-system = Hệ thống
language-no-font = Không phông chữ nào của máy này có chữ Hán. Hãy cài một phông, chẳng hạn Noto Sans CJK.
settings-secrets = Khóa bí mật
settings-keychain-reachable = Truy cập được kho khóa của hệ điều hành.
settings-secrets-where = Khóa bí mật nằm ở nơi dự án chọn: trong kho khóa của hệ điều hành dưới dịch vụ “tokendesk”, trong kho mật, ở nơi khác, hoặc trong bộ nhớ đến khi chương trình kết thúc. Trong tệp của Tokendesk, khóa chỉ có ở dạng mã hóa, hoặc không có.
settings-network = Tokendesk không gửi gì qua mạng ngoài những gì bạn gửi bằng nút Gửi trong Lệnh gọi.

## Status bar and notices

status-keychain-unknown = Chưa hỏi kho khóa
status-keychain-reachable = Có kho khóa
status-keychain-failed = Không có kho khóa
status-local = Không có gì rời khỏi máy này
status-sending = Đang gửi một yêu cầu
status-now = Bây giờ: { $clock }
notice-copied = Đã sao chép
notice-copied-token = Đã sao chép token
notice-paste-too-long = Nội dung dán dài hơn mọi trường cho phép; không có gì thay đổi.
notice-project-saved = Đã lưu dự án
notice-project-deleted = Đã xóa dự án
notice-secrets-left = Đã xóa dự án. Các mục này có thể còn trong kho khóa: { $entries }
notice-fault = Tokendesk gặp lỗi bên trong; chưa lưu gì. Xin hãy báo lỗi này.

## Without a display

no-display = Tokendesk không mở được cửa sổ: { $reason }
    .remedy = Cũng làm được việc này trên dòng lệnh: tokendesk --help
