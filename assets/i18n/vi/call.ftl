## Calls

call-opentok-create-session = Tạo phiên
    .about = Tạo một phiên và trả về ID của nó; token được tạo cho ID này.
call-vonage-create-session = Tạo phiên
    .about = Tạo một phiên của ứng dụng và trả về ID của nó; token được tạo cho ID này.
call-netease-get-token = Lấy hoặc gia hạn token
    .about = Xin máy chủ một token cho một người dùng vào một phòng, hoặc mọi phòng. Với cùng người dùng và phòng, lệnh này dời hạn của token đang có.
call-netease-refresh-im-token = Token IM mới
    .about = Cấp token mới cho một tài khoản nhắn tin, dùng lâu dài. Token trước đó không đăng nhập được nữa.
call-mecloud-authen = Lấy AccessToken
    .about = Đổi Token lấy AccessToken, dùng cho các lệnh gọi API trong một ngày. Nhiều nhất 50 lần một phút.
call-zego-identify-token = Lấy identify token
    .about = Xin token mà dịch vụ kiểm duyệt của bên khác dùng, mỗi yêu cầu một lần.

## Fields

field-archive-mode = Ghi hình
    .help = Ghi mọi phiên thì phiên phải được định tuyến
field-p2p-preference = Luồng media
    .help = Chuyển tiếp giữa những người tham gia, hoặc định tuyến qua máy chủ của nhà cung cấp; ghi hình và phiên đông người cần cách sau
field-archive-name = Tên bản ghi
    .help = Chỉ khi mọi phiên được ghi
field-archive-resolution = Độ phân giải bản ghi
    .help = Chỉ khi mọi phiên được ghi
field-location = Gợi ý vị trí
    .help = Một địa chỉ IPv4 gần những người tham gia
field-e2ee = Mã hóa đầu cuối
    .help = Cần phiên được định tuyến, và không đi cùng ghi hình
field-region = Máy chủ
    .help = Hỏi máy chủ nào của nhà cung cấp
field-repeat-use = Dùng được nhiều lần
    .help = Token còn hiệu lực có cho vào hơn một lần không
field-old-token = Token cần gia hạn
    .help = Khi gia hạn với cùng người dùng và phòng: token đang có. Nó được giữ, hạn của nó dời đi
field-method = Phương thức
    .help = GET như trong JavaScript của nhà cung cấp, POST như trong PHP của họ
field-effective-time = Thời hạn
    .help = Số giây, nhiều nhất 30 ngày
field-is-test = Môi trường thử
    .help = Bỏ qua nếu không đặt
choice-region-cn = Trung Quốc (api.netease.im)
choice-region-sg = Singapore (api-sg.netease.im)
choice-region-yunxinapi-cn = Trung Quốc (api-cn.yunxinapi.com)
choice-region-yunxinapi-sg = Singapore (api-sg.yunxinapi.com)
choice-region-auto = Gần nhất
choice-region-sha = Thượng Hải
choice-region-hkg = Hồng Kông
choice-region-fra = Frankfurt
choice-region-lax = Los Angeles
choice-region-bom = Mumbai
choice-region-sgp = Singapore
choice-repeat-use-true = Có
choice-repeat-use-false = Không
choice-method-get = GET
choice-method-post = POST
choice-is-test-true = Có
choice-is-test-false = Không
choice-archive-mode-manual = Khi được yêu cầu
choice-archive-mode-always = Luôn luôn
choice-p2p-preference-enabled = Chuyển tiếp
choice-p2p-preference-disabled = Định tuyến
choice-archive-resolution-640x480 = 640 × 480
choice-archive-resolution-480x640 = 480 × 640
choice-archive-resolution-1280x720 = 1280 × 720
choice-archive-resolution-720x1280 = 720 × 1280
choice-archive-resolution-1920x1080 = 1920 × 1080
choice-archive-resolution-1080x1920 = 1080 × 1920
choice-e2ee-true = Bật
choice-e2ee-false = Tắt

## Problems

problem-address = phải là địa chỉ như https://host, kèm cổng và đường dẫn nếu cần
problem-address-user = không được chứa tên người dùng hay mật khẩu
problem-address-clear = phải là https: không mã hóa thì thông tin xác thực có thể bị đọc trên đường truyền; http chỉ dành cho máy này (localhost, 127.0.0.1)
problem-header = nằm trong header, nên phải gồm các ký tự ASCII nhìn thấy được
problem-archive-routed = phải là disabled (định tuyến) khi mọi phiên được ghi
problem-e2ee-routed = phải là disabled (định tuyến) để mã hóa đầu cuối
problem-e2ee-archive = không đi cùng việc ghi mọi phiên
problem-archive-only = chỉ đi cùng archive_mode là always
problem-ipv4 = phải là địa chỉ IPv4 như 203.0.113.7

## Sending

send-cancelled = Đã hủy. Dù vậy yêu cầu có thể đã đến nơi.
    .remedy = Xem phía nhà cung cấp trước khi gửi lại.
send-clear = Yêu cầu sẽ đến { $host } mà không được mã hóa, kèm cả thông tin xác thực.
    .remedy = Dùng https. Nếu máy chủ giả lập ở máy khác, hãy mở đường hầm đến đó và dùng http://127.0.0.1.
send-malformed = Không gửi được yêu cầu như hiện tại.
    .remedy = Kiểm tra địa chỉ và các giá trị.
send-no-host = Không tìm thấy { $host }.
    .remedy = Kiểm tra địa chỉ và mạng.
send-unreachable = Không kết nối được { $host }: { $reason }
    .remedy = Kiểm tra địa chỉ, mạng và proxy.
send-tls = Không có kết nối tin cậy đến { $host }: { $reason }
    .remedy = Kiểm tra địa chỉ và đồng hồ của máy này. Proxy của công ty cần có chứng chỉ trong hệ điều hành.
send-timed-out = Không có phản hồi trọn vẹn trong { $seconds } giây. Dù vậy yêu cầu có thể đã đến nơi.
    .remedy = Kiểm tra mạng, và xem phía nhà cung cấp trước khi gửi lại.
send-broken = Phản hồi bị đứt giữa chừng: { $reason }. Dù vậy yêu cầu có thể đã đến nơi.
    .remedy = Kiểm tra địa chỉ, và xem phía nhà cung cấp trước khi gửi lại.
send-too-long = Phản hồi dài hơn { $limit } byte, không nhà cung cấp nào trả dài như vậy. Dù vậy yêu cầu có thể đã đến nơi.
    .remedy = Kiểm tra địa chỉ: có nơi khác trả lời ở đó.

## Findings in answers, of any vendor

finding-redirected = Máy chủ trả { $status } và trỏ đến “{ $to }”. Tokendesk không theo: thông tin xác thực sẽ bị gửi đến đó.
    .remedy = Kiểm tra địa chỉ. Nếu nơi đó đúng, hãy đặt nó làm URL gốc.
finding-http-status-auth = Máy chủ trả { $status }: không chấp nhận thông tin xác thực.
    .remedy = Kiểm tra khóa và khóa bí mật, và xem chúng có thuộc nhà cung cấp và dự án này không.
finding-http-status-absent = Máy chủ trả { $status }: không có gì ở địa chỉ này.
    .remedy = Kiểm tra địa chỉ.
finding-http-status-proxy = Proxy trả { $status }: nó đòi đăng nhập.
    .remedy = Đặt người dùng của proxy trong biến môi trường HTTPS_PROXY, hoặc đi đường khác.
finding-http-status-often = Máy chủ trả { $status }: quá nhiều yêu cầu.
    .remedy = Chờ, và gửi ít hơn.
finding-http-status-refused = Máy chủ trả { $status }: từ chối yêu cầu.
    .remedy = Kiểm tra các giá trị.
finding-http-status-server = Máy chủ trả { $status }: lỗi ở phía máy chủ.
    .remedy = Thử lại sau. Nếu vẫn vậy, hãy hỏi nhà cung cấp.
finding-http-status-odd = Máy chủ trả { $status }, đó không phải phản hồi cho một yêu cầu.
    .remedy = Kiểm tra địa chỉ: có thể nơi khác trả lời ở đó.
finding-answer-unreadable = Phản hồi không phải của nhà cung cấp này. Nó bắt đầu: { $start }
    .remedy = Kiểm tra địa chỉ: có thể nơi khác trả lời ở đó.
finding-answer-unreadable-html = Phản hồi là một trang web, không phải của nhà cung cấp. Nó bắt đầu: { $start }
    .remedy = Kiểm tra địa chỉ. Có thể proxy hoặc trang đăng nhập của mạng đứng ở giữa.
finding-answer-unreadable-empty = Phản hồi trống.
    .remedy = Kiểm tra địa chỉ rồi thử lại.
finding-answer-incomplete = Phản hồi thiếu { $key }.
    .remedy = Kiểm tra địa chỉ: có thể nơi khác trả lời ở đó.
finding-clock-differs-ahead = Yêu cầu được ký theo đồng hồ chạy trước đồng hồ máy chủ { $span }.
    .remedy = Chỉnh đồng hồ của máy này (hoặc thời điểm đã chọn cho lần chạy) rồi ký lại.
finding-clock-differs-behind = Yêu cầu được ký theo đồng hồ chạy sau đồng hồ máy chủ { $span }.
    .remedy = Chỉnh đồng hồ của máy này (hoặc thời điểm đã chọn cho lần chạy) rồi ký lại.

## OpenTok and Vonage

finding-opentok-issuer-not-found = “{ $said }” ({ $status }): API key sai, hoặc đó là khóa cấp tài khoản, vốn không tạo được phiên.
    .remedy = Dùng API key và secret của một dự án.
finding-opentok-invalid-signature = “{ $said }” ({ $status }): khóa bí mật không thuộc API key này.
    .remedy = Sao chép lại khóa bí mật từ trang tài khoản.
finding-opentok-clock-ahead = “{ $said }” ({ $status }): đồng hồ dùng để ký yêu cầu chạy nhanh.
    .remedy = Chỉnh đồng hồ của máy này (hoặc thời điểm đã chọn cho lần chạy) rồi ký lại.
finding-opentok-issuer-format = “{ $said }” ({ $status }): bên phát hành không phải API key. Như vậy khi gửi application ID hoặc khóa Vonage đến api.opentok.com.
    .remedy = Gửi lệnh gọi của ứng dụng Vonage đến video.api.vonage.com, của dự án OpenTok đến api.opentok.com.
finding-opentok-token-format = “{ $said }” ({ $status }): máy chủ không đọc được token trong header. Như vậy khi dùng key và secret của tài khoản Vonage.
    .remedy = Dùng key và secret của một dự án OpenTok, hoặc lệnh gọi Vonage với khóa riêng tư của ứng dụng.
finding-opentok-no-authentication = “{ $said }” ({ $status }): token trong header bị thiếu hoặc đã hết hạn.
    .remedy = Ký lại. Nếu vẫn vậy, kiểm tra đồng hồ của máy này, và xem có proxy nào bỏ mất header không.
finding-opentok-other-project = “{ $said }” ({ $status }): token thuộc dự án khác với dự án trong địa chỉ.
    .remedy = Dùng thông tin xác thực của dự án trong địa chỉ.
finding-opentok-partner = “{ $said }” ({ $status }): đã dùng header X-TB-PARTNER-AUTH vốn bị bỏ, hoặc key và secret trong đó sai.
    .remedy = Ký JWT thay vào đó, như Tokendesk làm.
finding-opentok-refused = Máy chủ từ chối ({ $status }): { $said }
    .remedy = Kiểm tra các giá trị, key và secret.
finding-session-unreadable = Không đọc được session ID trong phản hồi.
    .remedy = Kiểm tra địa chỉ: có thể nơi khác trả lời ở đó.
finding-session-of-other = Session ID trong phản hồi thuộc về { $claimed }, không phải { $owner }.
    .remedy = Kiểm tra địa chỉ: có thể máy chủ giả lập, hoặc nơi khác, trả lời ở đó.

## NetEase

finding-netease-201 = Mã { $code }, phiên bản client không đúng.{ $said }
    .remedy = Dùng SDK hiện hành; nếu là lệnh gọi của Tokendesk, hãy hỏi nhà cung cấp.
finding-netease-301 = Mã { $code }, bị cấm.{ $said }
    .remedy = Hỏi nhà cung cấp, hoặc bỏ cấm trong bảng điều khiển.
finding-netease-302 = Mã { $code }, sai người dùng hoặc mật khẩu.{ $said }
    .remedy = Kiểm tra tài khoản.
finding-netease-315 = Mã { $code }, địa chỉ IP này không được phép.{ $said }
    .remedy = Thêm địa chỉ của máy này trong bảng điều khiển, hoặc gửi từ một địa chỉ được phép.
finding-netease-403 = Mã { $code }, không hợp lệ hoặc không có quyền.{ $said }
    .remedy = Xem dịch vụ đã bật cho AppKey này chưa, và tài khoản có thuộc AppKey này không.
finding-netease-404 = Mã { $code }, không có đối tượng này.{ $said }
    .remedy = Kiểm tra người dùng, tài khoản và AppKey.
finding-netease-405 = Mã { $code }, một tham số quá dài.{ $said }
    .remedy = Rút ngắn lại.
finding-netease-406 = Mã { $code }, chỉ đọc.{ $said }
    .remedy = Kiểm tra quyền của tài khoản.
finding-netease-408 = Mã { $code }, hết thời gian chờ ở phía máy chủ.{ $said }
    .remedy = Thử lại.
finding-netease-413 = Mã { $code }, xác minh thất bại.{ $said }
    .remedy = Kiểm tra các giá trị.
finding-netease-414 = Mã { $code }, tham số sai; CheckSum hay CurTime sai cũng báo như vậy.{ $said }
    .remedy = Kiểm tra AppKey và AppSecret, rồi đồng hồ của máy này, rồi các tham số.
finding-netease-415 = Mã { $code }, sự cố mạng ở phía máy chủ.{ $said }
    .remedy = Thử lại.
finding-netease-416 = Mã { $code }, quá nhiều yêu cầu.{ $said }
    .remedy = Chờ, và gửi ít hơn.
finding-netease-417 = Mã { $code }, đã làm rồi.{ $said }
    .remedy = Không cần làm gì, trừ khi muốn làm lại.
finding-netease-419 = Mã { $code }, vượt giới hạn.{ $said }
    .remedy = Xem giới hạn của AppKey này trong bảng điều khiển.
finding-netease-422 = Mã { $code }, tài khoản bị vô hiệu hóa.{ $said }
    .remedy = Bật lại tài khoản trong bảng điều khiển.
finding-netease-423 = Mã { $code }, bị cấm phát ngôn.{ $said }
    .remedy = Bỏ cấm phát ngôn cho tài khoản trong bảng điều khiển.
finding-netease-431 = Mã { $code }, cùng một yêu cầu đến hai lần.{ $said }
    .remedy = Ký lại và chỉ gửi một lần.
finding-netease-500 = Mã { $code }, lỗi bên trong máy chủ.{ $said }
    .remedy = Thử lại sau. Nếu vẫn vậy, hãy hỏi nhà cung cấp.
finding-netease-503 = Mã { $code }, máy chủ đang bận.{ $said }
    .remedy = Thử lại sau.
finding-netease-514 = Mã { $code }, dịch vụ không khả dụng.{ $said }
    .remedy = Thử lại sau. Nếu vẫn vậy, hãy hỏi nhà cung cấp.
finding-netease-998 = Mã { $code }, máy chủ không giải gói được yêu cầu.{ $said }
    .remedy = Kiểm tra các tham số.
finding-netease-999 = Mã { $code }, máy chủ không đóng gói được phản hồi.{ $said }
    .remedy = Thử lại sau. Nếu vẫn vậy, hãy hỏi nhà cung cấp.
finding-netease-refused = Máy chủ từ chối với mã { $code }, tài liệu không ghi ý nghĩa.{ $said }
    .remedy = Kiểm tra các giá trị, rồi hỏi nhà cung cấp.
finding-renewed-token = Token cũ đã được gia hạn: nó giữ nguyên, hạn của nó đã dời.
    .remedy = Giữ token cũ; không cần báo cho client.
finding-renewed-other-token = Phản hồi chứa token khác với token cần gia hạn: người dùng hoặc phòng khác nhau, hoặc token cũ đã hết hạn.
    .remedy = Dùng token mới. Theo những gì được biết, hạn của token cũ không dời.
finding-token-may-be-renewed = Với cùng người dùng và phòng, máy chủ không tạo token thứ hai khi token trước còn hiệu lực: nếu vậy thì đây chính là token đó, hạn của nó đã dời.
    .remedy = So với token đang có.
finding-renewed-unknown-token = Phản hồi không có token: đã có một token còn hiệu lực cho người dùng và phòng này, hạn của nó đã dời.
    .remedy = Giữ token đó. Đưa nó vào old_token để xem hạn mới.
finding-im-token-replaced = Token trước của tài khoản không đăng nhập được nữa.
    .remedy = Lưu token mới trên máy chủ của bạn, và chỉ đưa cho tài khoản này.
finding-im-token-of-other = Token là của tài khoản { $account }, trong khi đã hỏi cho { $asked }.
    .remedy = Kiểm tra địa chỉ: có thể nơi khác trả lời ở đó.

## MeCloud

finding-mecloud-refused = MeCloud từ chối (lỗi { $error }): “{ $said }”
    .remedy = Kiểm tra App ID, SecretKey và email, rồi đồng hồ của máy này: thời điểm của Token được lệch nhiều nhất 10 phút. Quá 50 lần một phút thì kênh bị khóa 5 phút.

## ZEGO

finding-zego-100000001 = Mã { $code }, AppID sai dạng: “{ $said }”
    .remedy = Kiểm tra App ID: chỉ gồm chữ số.
finding-zego-100000002 = Mã { $code }, timestamp trống: “{ $said }”
    .remedy = Ký lại bằng Tokendesk; nếu vẫn vậy, có gì đó trên đường truyền đã đổi query.
finding-zego-100000003 = Mã { $code }, timestamp sai dạng: “{ $said }”
    .remedy = Phải là giây Unix.
finding-zego-100000004 = Mã { $code }, chữ ký quá cũ: “{ $said }”
    .remedy = Kiểm tra đồng hồ của máy này: cho phép lệch 10 phút mỗi phía. Sau đó ký lại.
finding-zego-100000005 = Mã { $code }, chữ ký sai: “{ $said }”
    .remedy = Kiểm tra ServerSecret: 32 ký tự, của App ID này, và không phải AppSign.
finding-zego-100000006 = Mã { $code }, action trống: “{ $said }”
    .remedy = Ký lại bằng Tokendesk; nếu vẫn vậy, có gì đó trên đường truyền đã đổi query.
finding-zego-100000007 = Mã { $code }, không có action này: “{ $said }”
    .remedy = Kiểm tra địa chỉ: sản phẩm khác có máy chủ khác.
finding-zego-100000008 = Mã { $code }, nonce trống: “{ $said }”
    .remedy = Ký lại bằng Tokendesk; nếu vẫn vậy, có gì đó trên đường truyền đã đổi query.
finding-zego-100000009 = Mã { $code }, chữ ký trống: “{ $said }”
    .remedy = Ký lại bằng Tokendesk; nếu vẫn vậy, có gì đó trên đường truyền đã đổi query.
finding-zego-100000010 = Mã { $code }, App ID này không có ServerSecret: “{ $said }”
    .remedy = Kiểm tra App ID.
finding-zego-100000013 = Mã { $code }, phiên bản chữ ký trống: “{ $said }”
    .remedy = Ký lại bằng Tokendesk; nếu vẫn vậy, có gì đó trên đường truyền đã đổi query.
finding-zego-100000014 = Mã { $code }, phiên bản chữ ký không được hỗ trợ: “{ $said }”
    .remedy = Phải là 2.0.
finding-zego-100000017 = Mã { $code }, dịch vụ chưa được bật: “{ $said }”
    .remedy = Nhờ bộ phận hỗ trợ của nhà cung cấp bật kiểm duyệt cho App ID này.
finding-zego-refused = ZEGO từ chối với mã { $code }: “{ $said }”
    .remedy = Tra mã này trong tài liệu của nhà cung cấp.
