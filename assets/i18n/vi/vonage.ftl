## Kinds

kind-vonage-client-jwt = Client JWT
    .about = Cho một người vào một phiên với một vai trò. Loại token client duy nhất của Vonage Video; T1 token là của OpenTok.
kind-vonage-rest-jwt = REST JWT
    .about = Ký một lệnh gọi từ máy chủ của bạn đến API Vonage, trong header Authorization: Bearer. Không dành cho client.

## Fields

field-application-id = Application ID
    .help = Một UUID, ở trang Applications của bảng điều khiển; API key toàn chữ số là của OpenTok
field-private-key = Khóa riêng tư
    .help = Khóa của ứng dụng dạng PEM, chỉ hiện khi được tạo; được giữ trong kho khóa
field-public-key = Khóa công khai
    .help = Hoặc chứng chỉ. Đủ để kiểm tra token khi không có khóa riêng tư
field-ttl = Thời hạn
    .help = Số giây tính từ bây giờ

## Notes

vonage-note-application = ứng dụng đã ký
vonage-note-acl = các đường dẫn API mà nó mở; máy chủ không đòi
vonage-note-subject = do SDK ghi; máy chủ không đòi

## Problems

vonage-problem-pair = không thuộc về khóa riêng tư này

## Findings

finding-alg-rs256 = Header ghi “{ $alg }”; Vonage chỉ chấp nhận RS256.
    .remedy = Ký bằng RS256 và khóa riêng tư của ứng dụng.
finding-bad-key = Không dùng được khóa đã đưa nên chữ ký chưa được kiểm tra: khóa bị hỏng.
    .remedy = Sao chép lại trọn vẹn khóa, từ -----BEGIN … đến -----END …
finding-bad-key-size = Không dùng được khóa đã đưa nên chữ ký chưa được kiểm tra: nó có { $bits } bit, còn khóa RSA phải từ 2048 bit trở lên.
    .remedy = Tạo cặp khóa mới trong bảng điều khiển Vonage.
finding-bad-key-other = Không dùng được khóa đã đưa nên chữ ký chưa được kiểm tra: nó không phải khóa RSA.
    .remedy = Đưa khóa của ứng dụng Vonage.
finding-key-pair = Khóa riêng tư và khóa công khai đã đưa không thành cặp; khóa công khai được dùng để quyết định, vì máy chủ giữ khóa đó.
    .remedy = Sao chép lại cả hai từ cùng một ứng dụng.
finding-bad-issuer-application = application_id là “{ $id }”, không phải UUID. API key ở đây nghĩa là thông tin xác thực OpenTok trong SDK Vonage.
    .remedy = Ghi ID của ứng dụng lấy từ bảng điều khiển Vonage.
finding-no-exp-vonage = Token không có exp; Vonage lấy 15 phút sau iat.
    .remedy = Luôn ghi exp.
finding-life-cut = exp của token sau iat hơn 24 giờ; Vonage vẫn kết thúc nó 24 giờ sau iat, lúc { $end }.
    .remedy = Tạo token mới cho mỗi lệnh gọi, hoặc ít nhất mỗi ngày.
finding-client-sdk-token = Trông như token cho Client SDK của Vonage (thoại và tin nhắn): có acl nhưng không có scope, và không cho ai vào phiên video.
    .remedy = Với phiên video, hãy tạo Client JWT.
finding-secret-pasted-private-key = Đây là khóa riêng tư, không phải token.
    .remedy = Coi như khóa đã lộ nếu nó được dán ở nơi khác. Hãy lưu nó trong một dự án.

## What its end does to a client

watch-end-vonage = Kết nối đang chạy vẫn tiếp tục; kết nối mới bị từ chối với 1004.
