kind-jwt = JSON Web Token
    .about = JWT không thuộc nhà cung cấp nào đã biết ở đây: được giải mã và xem thời gian, không xác minh.

## Whose it looks like

finding-looks-like-twilio = Trông giống token của { $vendor }: cty twilio-fpa;v=1 trong header đánh dấu một access token.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-twilio-request = Trông giống token của { $vendor }: cty twilio-pkrv;v=1 trong header đánh dấu một yêu cầu REST đã ký (public key client validation).
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-jaas = Trông giống token của { $vendor }: kid hoặc sub bắt đầu bằng vpaas-magic-cookie-.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-twilio-capability = Trông giống token của { $vendor }: scope bắt đầu bằng scope:client: hoặc scope:stream: và iss là một tài khoản, như trong các capability token cũ.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-zoom-video = Trông giống token của { $vendor }: tpc và app_key là claim của họ.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-zoom-cobrowse = Trông giống token của { $vendor }: app_key cùng role_type 1 hoặc 2, không có tpc, là claim của họ.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-zoom-meeting = Trông giống token của { $vendor }: appKey và sdkKey là claim của họ.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-hms = Trông giống token của { $vendor }: access_key, type và version 2 là claim của họ.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-videosdk = Trông giống token của { $vendor }: apikey và danh sách permissions là claim của họ.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-daily = Trông giống token của { $vendor }: d là ID của một tên miền, và mọi claim đều có tên dài một đến bốn chữ cái.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-vonage = Trông giống token của { $vendor }: application_id cùng jti, hoặc scope session.connect, là claim của họ.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-livekit = Trông giống token của { $vendor }: các quyền như video hay sip, hoặc roomConfig hay sha256, là claim của họ.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-jitsi = Trông giống token của { $vendor }: room cùng sub, aud và iss là các claim của một máy chủ tự dựng.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-stream = Trông giống token của { $vendor }: user_id, hoặc chỉ riêng server, là claim của họ.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-twilio-key = Trông giống token của { $vendor }: iss có dạng một API key của họ, SK và 32 chữ số hex. Header thiếu cty.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-livekit-key = Trông giống token của { $vendor }: iss có dạng một khóa Cloud của họ, API cùng chữ cái và chữ số. Token không cấp quyền nào.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-jaas-issuer = Trông giống token của { $vendor }: iss của họ luôn là chat.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-jitsi-part = Trông giống token của { $vendor }: aud là jitsi, hoặc có room cùng phần lớn trong số sub, aud và iss. Thiếu một vài claim trong đó.
    .remedy = Các claim và thời gian của nó được hiển thị; quy tắc riêng của nhà cung cấp đó và chữ ký không được kiểm tra.
finding-looks-like-bare = Có thể là token của nhiều nhà cung cấp ({ $vendor } không cấp quyền, và nơi khác): chỉ iss, iat và exp thì không phân biệt được.
    .remedy = Hỏi người tạo ra nó. Các claim và thời gian được hiển thị; chữ ký không được kiểm tra.
