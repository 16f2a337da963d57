## What the tester wants to be so

verdict-unexpected = Không như mong đợi
answer-expected = mong đợi
expected-count = { $fit } trên { $all } như mong đợi
sentence-expected-count = { $fit } trên { $all } như mong đợi.

## Two tokens side by side

compare-same-text = Cả hai là cùng một văn bản.
compare-text-case = Chỉ khác chữ hoa chữ thường: một trong hai đã bị đổi trên đường đi.
compare-text-space = Chỉ khác khoảng trắng: một trong hai đã bị ngắt hoặc nối trên đường đi.
compare-text-hidden = Chỉ khác các ký tự không ai nhìn thấy.
compare-count = { $differ } khác nhau, { $equal } giống nhau.
compare-count-kinds = Hai loại của một nhà cung cấp: { $differ } khác nhau, { $equal } giống nhau.
compare-count-vendors = Hai nhà cung cấp: { $differ } khác nhau, { $equal } giống nhau.
compare-equal = Giống nhau: { $keys }
compare-kind = loại
compare-order = thứ tự
compare-only-first = chỉ token thứ nhất có
compare-only-second = chỉ token thứ hai có
compare-type = cùng giá trị, khác kiểu: { $first } và { $second }
compare-case = giống nhau, trừ chữ hoa chữ thường
compare-space = giống nhau, trừ khoảng trắng
compare-hidden = giống nhau, trừ các ký tự không ai nhìn thấy
compare-made-later = token thứ hai được tạo sau { $span }
compare-made-earlier = token thứ hai được tạo trước { $span }
compare-starts-later = token thứ hai bắt đầu sau { $span }
compare-starts-earlier = token thứ hai bắt đầu trước { $span }
compare-ends-later = token thứ hai hết hạn sau { $span }
compare-ends-earlier = token thứ hai hết hạn trước { $span }
compare-life-later = token thứ hai có hiệu lực lâu hơn { $span }
compare-life-earlier = token thứ hai có hiệu lực ngắn hơn { $span }
compare-rights = quyền khác
compare-rights-more = token thứ hai được làm nhiều hơn
compare-rights-fewer = token thứ hai được làm ít hơn
compare-rights-same = cùng quyền, cách ghi khác
compare-owner = thuộc các ứng dụng hoặc dự án khác nhau
compare-user = người dùng khác
compare-room = phòng hoặc phiên khác
compare-random = mỗi token một giá trị
compare-proof = suy ra từ phần còn lại và khóa bí mật
compare-form = cách ghi khác
compare-maker = do thư viện hoặc chương trình khác tạo
compare-data = giá trị khác
compare-kinds = hai loại của một nhà cung cấp
compare-vendors = của hai nhà cung cấp
compare-state = lúc này tình trạng khác nhau
compare-signature = không kiểm tra được cả hai, hoặc không phải cả hai đều khớp
compare-secret = ký bằng các khóa bí mật khác nhau
compare-secret-first = chỉ token thứ nhất khớp một khóa bí mật đã lưu
compare-secret-second = chỉ token thứ hai khớp một khóa bí mật đã lưu

## The report for a ticket

bug-title = Báo cáo token
bug-kind = loại
bug-made = tạo lúc
bug-starts = hiệu lực từ
bug-ends = hết hạn
bug-now = đánh giá lúc
bug-by = bởi
bug-codes = nhà cung cấp báo
bug-fields = Các trường
bug-findings = Nhận xét
bug-left-out-secret = (bỏ qua: suy ra từ khóa bí mật)
bug-left-out-user = (bỏ qua: dữ liệu người dùng)

## In the window

command-sign-again = Sửa và ký lại
command-compare = So sánh với token khác
command-copy-bug-report = Sao chép báo cáo lỗi
command-expect = Mong đợi một trường của token
actions-again = Sửa và ký lại
actions-compare = So sánh…
actions-bug-report = Sao chép báo cáo lỗi
actions-expect = Mong đợi một trường…

again-loaded = Từ token đã kiểm tra; số trường đã đổi: { $count }
again-changed = Đổi từ “{ $was }”
again-added = Không có trong token
again-anew = Giá trị mới được tạo; token có “{ $was }”
again-over = Hạn này đã qua.
again-back = Quay lại
again-use = Dùng
again-same-life = { $span } từ bây giờ
again-no-project = Không có dự án { $vendor } nào để ký. Hãy tạo một dự án trước; token là của { $owner }.
again-which-project = Không dự án { $vendor } nào khớp token của { $owner }. Chọn một dự án ở bên trái rồi thử lại.

expect-heading = Mong đợi
expect-close = Không thêm nữa
expect-field = Trường mong đợi
expect-value = Giá trị mong đợi
expect-add = Thêm
expect-fits = Như mong đợi
expect-differs = Khác
expect-absent = Thiếu
expect-unknown = Chưa kiểm tra
expect-got = là “{ $got }”
expect-forget = Bỏ mong đợi { $key }
expect-nothing = Văn bản đã dán không có trường nào để mong đợi.

compare-heading = So sánh với
compare-close = Đóng so sánh
compare-box = Token kia
compare-hint = Dán token khác vào đây. Mọi dự án đã lưu đều được thử.
compare-nothing = Dán token thứ hai để xem khác ở đâu.
compare-copy = Sao chép so sánh
compare-differences = Khác nhau
compare-equals = Giống nhau
compare-equal-rows = Giống nhau: { $count }
compare-field = Trường
compare-first = Thứ nhất
compare-second = Thứ hai
compare-absent = không có

bug-dialog = Báo cáo lỗi
    .text = Dạng Markdown, cho ticket. Chữ ký, bản mã và mọi thứ suy ra từ khóa bí mật đều được bỏ đi.
bug-leave-out-user = Bỏ dữ liệu người dùng
    .note = ID người dùng, tên, phòng, phiên, payload, nonce, và các trường không ai biết.
bug-copy = Sao chép báo cáo
