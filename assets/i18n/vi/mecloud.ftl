## Kinds

kind-mecloud-token = Token
    .about = Máy chủ của bạn tạo từ SecretKey và gửi đến “authen” trong vòng 10 phút để lấy AccessToken. Các lệnh gọi API không nhận nó.
kind-mecloud-access-token = AccessToken
    .about = Thứ MeCloud trả về cho “authen”. Các lệnh gọi API nhận nó trong một ngày; hãy giữ dùng suốt thời gian đó, vì 50 lần một phút sẽ khóa kênh.

## Fields

field-app-id = App ID
    .help = Đúng như bảng điều khiển của nhà cung cấp ghi
field-secret-key = SecretKey
    .help = Thường là 64 chữ số hex; MeCloud tạo cho người dùng. Không bao giờ để trong trình duyệt
field-email = Email
    .help = Người dùng được cấp AccessToken; không nằm trong phần được ký
field-random-key = Khóa ngẫu nhiên
    .help = Văn bản bất kỳ; gửi trong random-key đúng như lúc ký. Ngẫu nhiên nếu không đặt
field-time = Thời điểm
    .help = Mili giây Unix; gửi đúng như lúc ký. Là bây giờ nếu không đặt
field-expired = Hết hạn (expired)
    .help = Một thời điểm như phản hồi đã ghi, hoặc khoảng thời gian tính từ bây giờ

## Notes

mecloud-note-email = không nằm trong phần được ký
mecloud-note-signed = phần được băm; … thay cho SecretKey
mecloud-note-opaque = không nhìn vào được: chỉ máy chủ đọc được
mecloud-remark-dots = Dấu chấm cũng ngăn cách các phần được ký: một khóa ngẫu nhiên khác có thể cho cùng một token.

## Problems

mecloud-problem-time = phải là mili giây Unix gồm 13 chữ số, không phải “{ $got }”
mecloud-problem-by-server = chỉ do máy chủ tạo; hãy gửi một Token đến authen

## Findings

finding-malformed-mecloud-length = Token gồm 40 chữ số hex; chuỗi này có { $length }.
    .remedy = Sao chép lại trọn vẹn. 64 chữ số là SHA-256 hoặc SecretKey: Token là SHA-1.
finding-malformed-mecloud-hex = Token gồm 40 chữ số hex và không có gì khác.
    .remedy = Sao chép lại trọn vẹn. AccessToken có dạng khác: hãy chọn loại đó.
finding-uppercase = Token viết hex chữ hoa; tài liệu ghi chữ thường, còn máy chủ có nhận chữ hoa không thì chưa được xác nhận.
    .remedy = Gửi hex chữ thường.
finding-token-mecloud = Token không khớp App ID, thời điểm, khóa ngẫu nhiên và SecretKey này, hoặc đã bị sửa.
    .remedy = So cả bốn: mỗi giá trị phải được gửi đúng như lúc ký.
finding-token-mecloud-newline = Token được tạo với dấu xuống dòng sau SecretKey.
    .remedy = Cắt khoảng trắng của SecretKey ở nơi đọc nó từ tệp.
finding-token-mecloud-order = Token được tạo từ đúng các phần nhưng sai thứ tự.
    .remedy = Nối App ID, thời điểm, khóa ngẫu nhiên và SecretKey theo đúng thứ tự này, bằng dấu chấm.
finding-token-mecloud-dots = Token được tạo mà không có dấu chấm giữa các phần.
    .remedy = Nối App ID, thời điểm, khóa ngẫu nhiên và SecretKey bằng dấu chấm.
finding-token-mecloud-hmac = Token là HMAC-SHA1.
    .remedy = Dùng SHA-1 thường trên văn bản đã nối, SecretKey ở cuối.
finding-token-mecloud-seconds = Token được tạo với thời điểm tính bằng giây, còn giá trị gửi đi tính bằng mili giây.
    .remedy = Lấy thời điểm một lần, bằng mili giây, và gửi đúng giá trị đã ký.
finding-token-mecloud-email = Token được tạo với địa chỉ email trong văn bản được ký.
    .remedy = Bỏ địa chỉ khỏi văn bản được ký; chỉ gửi nó đi.
finding-time-unit-mecloud-seconds = time là “{ $time }”, trông như giây; đọc theo mili giây thì rơi vào tháng 1 năm 1970.
    .remedy = Ký và gửi mili giây Unix, 13 chữ số.
finding-time-unit-mecloud-finer = time là “{ $time }”, mịn hơn mili giây.
    .remedy = Ký và gửi mili giây Unix, 13 chữ số.
finding-time-unit-mecloud-text = time là “{ $time }”; phải chỉ gồm chữ số thập phân, không có phần lẻ hay số mũ.
    .remedy = In ra dạng số nguyên; ở một số ngôn ngữ, số thực hiện thành 1.43E12.
finding-stale-mecloud-old = Thời điểm của Token đã qua hơn 10 phút: nó hết hạn lúc { $end }, { $ago } trước.
    .remedy = Tạo Token mới, và giữ đồng hồ cho đúng.
finding-stale-mecloud-ahead = Thời điểm của Token ở tương lai, quá 10 phút kể từ bây giờ; nó chỉ có hiệu lực từ { $start }.
    .remedy = Chỉnh lại đồng hồ của máy đã tạo nó.
finding-expired-mecloud-access = AccessToken hết hạn lúc { $end }, { $ago } trước.
    .remedy = Tạo một Token và gọi lại authen.
finding-needs-mecloud = Đây là chuỗi băm, tự nó không nói gì; để kiểm tra cần thêm { $fields }.
    .remedy = Đưa những gì được gửi cùng nó. 40 chữ số hex cũng có thể là một SHA-1 khác, một commit git hoặc khóa bí mật của ai đó.
finding-needs-mecloud-answered = Không biết AccessToken này hết hạn khi nào: nó có hiệu lực một ngày kể từ lúc được trả về.
    .remedy = Đưa answered_at, hoặc dán toàn bộ phản hồi.
finding-end-unread = Phản hồi ghi hết hạn lúc “{ $expired }”, không có múi giờ hoặc ở dạng chưa biết ở đây.
    .remedy = Hãy tính một ngày kể từ lúc có phản hồi.
finding-empty-random-key = Khóa ngẫu nhiên để trống; máy chủ có nhận không thì chưa được xác nhận.
    .remedy = Dùng một khóa ngẫu nhiên, để hai người dùng không bao giờ tạo ra cùng một Token.
finding-bad-email = “{ $email }” không phải địa chỉ email.
    .remedy = Đưa địa chỉ của người dùng MeCloud được cấp AccessToken.
finding-token-for-access-token = 40 chữ số hex là dạng của Token, chỉ authen nhận; các lệnh gọi API cần AccessToken.
    .remedy = Gửi chuỗi này đến authen và dùng accesstoken trong phản hồi.
finding-answer-mecloud = MeCloud không cấp AccessToken: “{ $reason }”.
    .remedy = Kiểm tra App ID, Token, thời điểm, khóa ngẫu nhiên và email; danh sách lý do không được công bố.

## What its end does to a client

watch-end-mecloud = Sau khi hết hạn, đổi một Token mới lấy AccessToken khác.
