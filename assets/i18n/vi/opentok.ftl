## Kinds

kind-opentok-t1 = T1 token
    .about = Cho một người vào một phiên với một vai trò. Dạng cũ; mọi SDK và máy chủ vẫn nhận.
kind-opentok-client-jwt = Client JWT
    .about = Cho một người vào một phiên với một vai trò. Dạng mặc định của các SDK mới.
kind-opentok-rest-jwt = REST JWT
    .about = Ký một lệnh gọi từ máy chủ của bạn đến API OpenTok, trong header X-OPENTOK-AUTH. Không dành cho client.
kind-opentok-session-id = Session ID
    .about = Chỉ ra một phiên và chủ của nó. Đây không phải token: chỉ máy chủ tạo được, và nó không bao giờ hết hạn.

## Fields

field-api-key = API key
    .help = Khóa của dự án, thường là 8 chữ số
field-api-secret = API secret
    .help = Thường là 40 chữ số hex; được giữ trong kho khóa
field-session-id = Session ID
    .help = Bắt đầu bằng 1_ hoặc 2_, do máy chủ tạo cho thông tin xác thực này
field-role = Vai trò
    .help = “Chỉ phát” không được nhận luồng lẫn gửi tín hiệu
field-expire-time = Hết hạn sau
    .help = Khoảng thời gian từ bây giờ hoặc thời điểm chính xác
field-data = Dữ liệu kết nối
    .help = Mọi người tham gia đều đọc được
field-initial-layout-class-list = Lớp bố cục
    .help = Cho bản ghi và phát sóng ghép hình, ngăn cách bằng dấu cách
field-nonce = Nonce
    .help = Ngẫu nhiên nếu không đặt
field-jti = JWT ID
    .help = Nếu không đặt, SDK Node của OpenTok không ghi, của Vonage ghi một UUID ngẫu nhiên
field-ist = Loại bên phát hành
    .help = account chỉ dùng với khóa cấp tài khoản
field-token-data = Dữ liệu token
    .help = JSON ghi nguyên như viết, như npm opentok-token làm; dùng cho token cố ý có lỗi
choice-role-publisher = Publisher
choice-role-subscriber = Subscriber
choice-role-moderator = Moderator
choice-role-publisheronly = Chỉ phát
choice-ist-project = Dự án
choice-ist-account = Tài khoản

## Notes

opentok-role-publisher = được phát và nhận, không được điều hành
opentok-role-subscriber = được nhận và gửi tín hiệu, không được phát
opentok-role-moderator = được phát, nhận, ngắt kết nối và tắt tiếng người khác
opentok-role-publisheronly = được phát, không được nhận hay gửi tín hiệu
opentok-remark-session = Thuộc về dự án này · tạo
opentok-note-session = thuộc về { $owner }
opentok-note-scope = token để vào một phiên
opentok-note-data = mọi người tham gia đều đọc được
opentok-note-ist-project = ký bằng khóa của một dự án
opentok-note-ist-account = ký bằng khóa cấp tài khoản
opentok-note-ist-header = SDK Ruby ghi ở đây; được chấp nhận
opentok-note-key = API key đã ký
opentok-note-owner = API key hoặc ứng dụng đã tạo phiên
opentok-note-no-location = không gợi ý vị trí
opentok-note-prefix = ý nghĩa chưa được xác nhận
opentok-note-unconfirmed = ý nghĩa chưa được xác nhận

## Problems

opentok-problem-session-id = phải là một session ID: 1_ hoặc 2_ và base64 giải mã ra văn bản bắt đầu bằng 1~
opentok-problem-session-owner = thuộc về { $owner }, không phải { $key }
opentok-problem-session-by-server = chỉ do máy chủ tạo; hãy dùng POST /session/create
cleaned-t1-prefix = T1== bị mất đã được thêm lại

## Findings

finding-malformed-t1-prefix = T1 token bắt đầu bằng T1==; chuỗi này thì không.
    .remedy = Sao chép lại token, từ ký tự đầu tiên.
finding-malformed-t1-base64 = Phần sau T1== không phải base64: thiếu ký tự hoặc có ký tự lạ.
    .remedy = Sao chép lại trọn vẹn token.
finding-malformed-t1-colon = Token không có dấu hai chấm giữa phần đầu và dữ liệu: nó bị cắt ở phần đầu, hoặc được tạo sai. Client thấy 1004, “Invalid token format”.
    .remedy = Sao chép lại trọn vẹn token.
finding-malformed-t1-head = Phần đầu của token thiếu partner_id hoặc sig. Client thấy 1004, “Invalid token format”.
    .remedy = Tạo token bằng SDK hiện hành.
finding-malformed-t1-padding = Token kết thúc bằng nhiều dấu = hơn base64 cho phép.
    .remedy = Sao chép lại trọn vẹn token.
finding-malformed-t1-bits = Ký tự cuối mang những bit mà không bộ mã hóa nào ghi: nó đã bị sửa.
    .remedy = Sao chép lại trọn vẹn token.
finding-malformed-session-id = Đây không phải session ID: 1_ hoặc 2_ và base64 giải mã ra văn bản bắt đầu bằng 1~.
    .remedy = Sao chép lại trọn vẹn.
finding-padding-lost = Các dấu = ở cuối bị mất; máy chủ có thể trả 1004, “Invalid token format”.
    .remedy = Sao chép token cùng các ký tự cuối.
finding-alg-hs256 = Header ghi “{ $alg }”; OpenTok chỉ chấp nhận HS256.
    .remedy = Ký bằng HS256.
finding-scope = Đây không phải token để vào phiên: scope của nó không phải session.connect.
    .remedy = Tạo token cho client, không phải token REST.
finding-scope-session = Đây không phải token để vào phiên: nó không ghi session_id.
    .remedy = Tạo token cho client, không phải token REST.
finding-session-key-mismatch = Token được tạo cho { $owner }, nhưng phiên bên trong thuộc về { $session }.
    .remedy = Tạo token bằng thông tin xác thực đã tạo phiên.
finding-bad-session-id = Không đọc được session ID trong token.
    .remedy = Tạo token với session ID lấy từ máy chủ.
finding-bad-role = “{ $role }” không phải vai trò nào.
    .remedy = Dùng một trong { $roles }.
finding-data-too-long = Dữ liệu kết nối có { $length } ký tự; tài liệu của nhà cung cấp ghi nhiều nhất 1000.
    .remedy = Rút ngắn lại.
finding-bad-escape = { $key } được thoát ký tự sai: có % không thoát gì, hoặc các byte không phải UTF-8.
    .remedy = Mã hóa phần trăm mọi giá trị ở nơi tạo token.
finding-no-expire-time = Token không ghi hạn; máy chủ lấy 24 giờ sau create_time.
    .remedy = Ghi expire_time để tự chọn hạn.
finding-no-exp = Token không có exp; máy chủ có thể từ chối ngay với “token has expired” (1004). Hiện còn như vậy không thì chưa được xác nhận.
    .remedy = Luôn ghi exp.
finding-ist = ist là “{ $ist }”; phải là project hoặc account. API trả 403, “Invalid signature”.
    .remedy = Ghi ist: project.
finding-bad-issuer = iss không phải API key: phải là các chữ số thập phân dạng văn bản. UUID ở đây nghĩa là thông tin xác thực Vonage trong SDK OpenTok, như opentok-php 4.21.3 nhận nhầm.
    .remedy = Ký bằng API key và secret của một dự án OpenTok, hoặc tạo token Vonage bằng khóa riêng tư của ứng dụng (RS256).
finding-bad-issuer-number = iss là một số; các SDK ghi API key dạng văn bản.
    .remedy = Ghi API key trong dấu ngoặc kép.
finding-vonage-session = Chủ là một ứng dụng Vonage, nên token của nó là JWT RS256, không phải T1.
    .remedy = Tạo token bằng khóa riêng tư của ứng dụng.
finding-not-a-token = Chỉ có session ID thì không ai vào được.
    .remedy = Tạo token client cho phiên này.
finding-secret-pasted = Đây là một API key và secret của nó, như header X-TB-PARTNER-AUTH đã bỏ từng mang.
    .remedy = Coi như đã lộ khóa bí mật nếu nó được dán ở nơi khác. Hãy lưu cả hai thành một dự án.

## What its end does to a client

watch-end-opentok = Kết nối đang chạy vẫn tiếp tục; kết nối mới bị từ chối với 1004.
