## Time travel

command-travel = Đặt thời gian…
command-travel-hour = Thời gian: tới 1 giờ
command-travel-day = Thời gian: tới 1 ngày
command-travel-end = Thời gian: ngay sau khi token hết hạn
command-travel-back = Trở về đồng hồ
travel-title = Bây giờ là lúc nào?
travel-about = Mọi kết luận và đếm ngược theo thời gian này, và thời gian chạy tiếp từ đó. Không có gì khác thay đổi: đồng hồ của máy giữ nguyên.
travel-field = Thời gian
travel-hint = 1795294632, 2026-11-21T20:57:12Z, +90m
travel-help = Giây Unix, RFC 3339, hoặc khoảng thời gian tính từ đồng hồ
travel-steps = Bước
travel-go = Đặt
travel-day-back = Lùi 1 ngày
travel-hour-back = Lùi 1 giờ
travel-hour-on = Tới 1 giờ
travel-day-on = Tới 1 ngày
travel-before-end = 1 phút trước khi token hết hạn
travel-end = Ngay sau khi token hết hạn
travel-ahead = Ở đây là { $moment }, nhanh hơn đồng hồ { $span }.
travel-behind = Ở đây là { $moment }, chậm hơn đồng hồ { $span }.
travel-at-clock = Bây giờ là { $moment }, đúng theo đồng hồ.
status-travel = Đã dời: { $clock }

## First start and demo

command-try-demo = Thử bản demo
command-remove-demo = Gỡ bản demo
start-title = Từ con số không đến kết luận trong ba bước
start-about = Mọi thứ ở lại trên máy này.
start-project = Tạo một dự án, hoặc thử bản demo
    .text = Một dự án giữ thông tin xác thực của một nhà cung cấp; khóa bí mật nằm trong kho khóa. Bản demo dùng thông tin bịa, có ngay và gỡ bằng một lần nhấn.
start-token = Tạo một token
    .text = Chọn loại, điền biểu mẫu rồi nhấn Tạo. Chỗ sai được nói ngay cạnh trường khi bạn gõ.
start-inspect = Dán một token không dùng được
    .text = Nó được nhận dạng và đối chiếu với các dự án của bạn. Bạn đọc được vì sao nó bị từ chối, và cần làm gì.
demo-tag = demo
demo-note = Thông tin xác thực là bịa: không máy chủ nào nhận token của nó.
demo-note-this-run = Thông tin xác thực là bịa: không máy chủ nào nhận token của nó. Không có kho khóa, nên nó chỉ dùng được trong lần chạy này.

## Settings of the desk

command-zoom-in = Phóng to
command-zoom-out = Thu nhỏ
command-zoom-reset = Cỡ hiển thị: 100 %
settings-zoom = Cỡ hiển thị
    .help = Cho mọi thứ trong cửa sổ
zoom-percent = { $percent } %
settings-times = Giờ
times-local = Giờ địa phương
times-utc = UTC
settings-storage = Tệp
settings-file-projects = Dự án: tên và thông tin xác thực công khai, không có khóa bí mật
settings-file-settings = Cài đặt: những gì chọn ở đây, cửa sổ, dự án và phần mở lần cuối; không có gì đã gõ
settings-file-watch = Token đang theo dõi: khi nào hết hạn và được tạo từ gì; bản thân token nằm trong kho khóa, hoặc không được lưu
settings-file-sent = Số lệnh gọi đã gửi trong phút vừa qua, ở nơi nhà cung cấp giới hạn

## Keyboard

projects-list = Dự án
shortcut-next = Nút điều khiển kế tiếp
shortcut-list = Trong danh sách, thẻ hoặc nhóm lựa chọn
