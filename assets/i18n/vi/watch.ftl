## Watched tokens

watch-count = đang theo dõi { $count }
watch-count-soon = đang theo dõi { $count } · { $soon } sắp hết hạn
watch-count-fits = { $shown } trên { $count }
watch-none = Chưa theo dõi gì
    .text = Nhấn Theo dõi cạnh một token trong Tạo hoặc Kiểm tra, gửi một lệnh gọi trả về token, hoặc sao chép một danh sách, mỗi dòng một token. Tokendesk báo trước khi từng token hết hạn và gia hạn bằng một lần nhấn; danh sách được giữ khi chương trình kết thúc.
watch-nothing-fits = Không có gì khớp
    .text = Không token nào đang theo dõi khớp bộ lọc.
watch-add = Thêm từ bảng tạm
watch-filter = Lọc theo người dùng, phòng, dự án
watch-sort = Sắp theo
watch-sort-ends = Hết hạn trước
watch-sort-project = Dự án
watch-sort-newest = Mới nhất
watch-list = Token đang theo dõi
watch-copy = Sao chép
watch-renew = Tạo lại
watch-extend = Gia hạn
watch-renew-copy = Tạo lại và sao chép
watch-inspect = Kiểm tra
watch-warnings = Cảnh báo…
watch-remove = Thôi theo dõi
watch-over = { $span } trước
watch-state-active = còn hiệu lực
watch-state-soon = sắp hết hạn
watch-state-ending = đang hết hạn
watch-state-over = hết hạn
watch-state-endless = không hết hạn
watch-state-unknown = không rõ hạn
watch-begins-ends = { $begins } – { $ends }
watch-since = từ { $begins }
watch-warned-at = Cảnh báo { $spans } trước khi hết hạn
watch-warned-not = Không cảnh báo trước khi hết hạn
watch-kept = Nội dung nằm trong kho khóa
watch-here = Nội dung được giữ đến khi Tokendesk kết thúc
watch-text-gone = Nội dung không được giữ
watch-project-gone = Dự án của nó đã bị xóa: không tạo lại được
watch-no-project = Nó không thuộc dự án đã lưu nào: không tạo lại được
watch-not-known = Không biết nó được tạo từ gì: không tạo lại được
watch-ends-in = { $who } hết hạn sau { $span }
watch-unread = Không đọc được { $count } dòng, đọc được { $read }
watch-unread-line = Dòng { $line }: { $why }
watch-unread-more = … và { $count } dòng nữa
watch-unread-copy = Sao chép các dòng này
watch-line-too-long = dài hơn mọi token
watch-line-too-many = theo dõi nhiều nhất { $most } token
watch-file = Không giữ được danh sách theo dõi

## Warnings of one token, and of all

warnings-title = Cảnh báo cho { $who }
warnings-own = Thời gian riêng
    .note = Nếu không thì theo cài đặt
warnings-early = Cảnh báo đầu
warnings-late = Cảnh báo cuối
warnings-before = trước { $span }
warnings-off = Tắt
settings-watch = Theo dõi
settings-watch-notify = Hiện cảnh báo cả trên màn hình nền
    .note = Của ai và trong dự án nào, không bao giờ có token
settings-watch-keep = Giữ token đang theo dõi trong kho khóa
    .note = Nếu không, token sao chép được đến khi Tokendesk kết thúc, sau đó tạo lại

## Notices

notify-ends = { $who } hết hạn sau { $span }
notify-ended = { $who } đã hết hạn
notify-many = { $count } token đang theo dõi hết hạn
notice-watched = Đã theo dõi token
notice-watch-renewed = Đã tạo lại: { $who }
notice-watch-not-renewed = Không tạo lại được: biểu mẫu của loại này nay nhận giá trị khác
notice-watch-no-text = Nội dung token này không được giữ. Hãy tạo lại để có.
notice-watch-unkept = Kho khóa không nhận token: nó sao chép được đến khi Tokendesk kết thúc.
notice-watch-left = Đã thôi theo dõi. Các mục này có thể còn trong kho khóa: { $entries }
notice-watch-listed = Từ bảng tạm: { $added } mới, { $known } đã biết
notice-watch-full = Theo dõi nhiều nhất { $most } token; phần còn lại bị bỏ qua.
