## Problems with inputs: what was expected and what came, without the field's name

problem-missing = còn thiếu
problem-unknown-field = không phải trường của loại này; các trường là { $expected }
problem-not-secret = không phải khóa bí mật; hãy đưa như một trường thường
problem-secret-in-clear = là khóa bí mật, không được ghi rõ ra, vì danh sách tiến trình và lịch sử shell sẽ để lộ; hãy đưa dưới dạng env:NAME, file:PATH, - hoặc command:PROGRAM ARGS
problem-digits = phải gồm các chữ số thập phân, không phải “{ $got }”
problem-choice = phải là một trong { $expected }, không phải “{ $got }”
problem-number = phải là một số như 0.25 hoặc 1e-7, không phải “{ $got }”
problem-json = phải là một đối tượng JSON: { $reason }
problem-too-long = dài { $length } ký tự; cho phép nhiều nhất { $max }
problem-time = phải là giây Unix, ngày giờ như 2026-01-02T03:04:05Z, hoặc khoảng thời gian như +90m; “{ $got }” không phải
problem-span = phải là khoảng thời gian có dấu với đơn vị w d h m s, như +90m hoặc -2d; “{ $got }” không phải
problem-milliseconds = “{ $got }” trông như mili giây; ở đây cần giây
problem-end-past = sẽ hết hạn lúc { $end }, không nằm trong tương lai
problem-end-too-far = sẽ hết hạn lúc { $end }; nhà cung cấp cho phép nhiều nhất { $longest }
problem-range = phải là số nguyên từ { $min } đến { $max }, không phải “{ $got }”
problem-hex = phải là { $bytes } byte viết bằng { $digits } chữ số hex, không phải “{ $got }”
problem-uuid = phải là một UUID như 7f3c2a10-5b6d-4e8f-9a0b-1c2d3e4f5a6b, không phải “{ $got }”
problem-pem-none = phải là khóa dạng PEM, có các dòng -----BEGIN … và -----END …
problem-pem-path = là tên tệp; cần chính nội dung khóa, từ -----BEGIN … đến -----END …
problem-pem-openssh = ở định dạng riêng của OpenSSH; hãy đổi một bản sao bằng lệnh: ssh-keygen -p -m PKCS8 -f COPY
problem-pem-openssh-public = ở định dạng riêng của OpenSSH; hãy đổi bằng lệnh: ssh-keygen -e -m PKCS8 -f KEY.pub
problem-pem-encrypted = được bảo vệ bằng mật khẩu; hãy tạo một bản không mã hóa bằng lệnh: openssl pkey -in KEY -out PLAIN
problem-pem-unfinished = bị cắt mất: thiếu dòng -----END …
problem-pem-base64 = bị hỏng: phần giữa hai dòng -----BEGIN … và -----END … không phải base64
problem-pem-other = không phải khóa riêng tư (PRIVATE KEY, RSA PRIVATE KEY), khóa công khai (PUBLIC KEY) hay chứng chỉ
problem-pem-private = là khóa riêng tư, không được đặt vào trường lưu không mã hóa; hãy đưa vào trường khóa riêng tư
problem-rsa-other = là khóa của thuật toán khác; cần khóa RSA
problem-rsa-public = là khóa công khai; để ký cần khóa riêng tư
problem-rsa-size = có { $bits } bit; cần khóa RSA từ 2048 đến 4096 bit
problem-rsa-damaged = bị hỏng: các số của khóa RSA bên trong không đọc được hoặc không khớp nhau
problem-inspect-only = chỉ kiểm tra được, không tạo được
advice-secret-shape = thường là { $digits } chữ số hex; giá trị này có { $length } ký tự
advice-long-text = { $length } ký tự; tài liệu của nhà cung cấp ghi nhiều nhất { $limit }

## What was taken off or put back when cleaning

cleaned-white-space = khoảng trắng xung quanh
cleaned-line-breaks = dấu xuống dòng hoặc khoảng trắng bên trong
cleaned-invisible-characters = ký tự vô hình
cleaned-quotes = dấu ngoặc kép
cleaned-bearer = chữ “Bearer”
cleaned-header-name = tên của header
cleaned-assignment = phép gán
cleaned-url = URL bao quanh
cleaned-json = JSON bao quanh
cleaned-percent-encoding = mã hóa phần trăm
cleaned-backslashes = dấu gạch chéo ngược

## The verdict

verdict-unknown = Không nhận dạng được
verdict-damaged = Bị hỏng
verdict-invalid = Chữ ký không khớp
verdict-expired = Đã hết hạn { $span } trước
verdict-not-yet = Chưa có hiệu lực
verdict-refused = Sẽ bị từ chối
verdict-active = Còn hiệu lực, hết hạn sau { $left }
verdict-endless = Không bao giờ hết hạn
verdict-no-end = Không ghi hạn
answer-shape = dạng
answer-signature = chữ ký
answer-window = thời gian
answer-context = ngữ cảnh
answer-cleaned = đã bỏ đi
kind-unknown = Không thuộc loại token nào đã biết
shape-ok = đúng
shape-damaged = bị hỏng
shape-unknown = không rõ
signature-valid = đúng
signature-valid-with = đúng với dự án { $project }
signature-invalid = không được tạo bằng khóa bí mật này
signature-invalid-with = không được tạo bằng khóa bí mật của dự án { $project }
signature-unchecked = chưa kiểm tra: không có khóa bí mật để kiểm tra
signature-none = loại này không có chữ ký
window-active = còn hiệu lực
window-expired = hết hạn
window-not-yet = chưa có hiệu lực
window-endless = không hết hạn
window-unknown = không rõ
context-match = khớp
context-mismatch = không khớp
context-unchecked = chưa kiểm tra: không có gì để so sánh
severity-error = lỗi
severity-warning = cảnh báo
severity-info = ghi chú

## The names of a token's coloured parts

segment-prefix = tiền tố
segment-head = phần đầu
segment-header = header
segment-claims = claim
segment-signature = chữ ký
segment-data = dữ liệu
segment-iv-length = độ dài IV
segment-ciphertext-length = độ dài bản mã
segment-tag = tag
segment-rest = phần thừa
segment-zlib-head = đầu zlib
segment-zlib-data = dữ liệu nén
segment-zlib-sum = Adler-32

## The bytes behind a token, layer by layer

layer-envelope = Vỏ bọc
layer-plaintext = Đã giải mã
layer-room = Phần phòng
layer-compressed = Đang nén
layer-inflated = Đã giải nén
layer-decoded = Đã giải mã base64

## What the vendor's clients and servers say

place-web = web
place-native = native
place-zim = ZIM
place-log = trong log
place-client = client
place-server = máy chủ
codes-at = { $codes } ({ $place })
codes-line = Mã của nhà cung cấp: { $codes }

## Findings that any vendor may have

finding-too-long = Văn bản dài { $length } byte: quá dài đối với một token.
    .remedy = Chỉ dán riêng token. Nhiều nhất { $longest } byte được xem xét.
finding-too-long-open = Văn bản dài hơn { $longest } byte: quá dài đối với một token.
    .remedy = Chỉ dán riêng token.
finding-unrecognised = Đây không phải token, chữ ký hay ID thuộc loại nào đã biết ở đây.
    .remedy = Hãy xem đã sao chép trọn vẹn chưa, từ ký tự đầu đến ký tự cuối.
finding-unrecognised-empty = Không có gì để kiểm tra.
    .remedy = Hãy dán một token.
finding-cleaned = Thứ gì đó quanh token đã được bỏ đi, hoặc phần bị mất đã được thêm lại; nguyên như lúc dán thì nhà cung cấp sẽ từ chối.
    .remedy = Hãy bảo đảm chương trình của bạn gửi đúng token, không kèm gì khác.
finding-cleaned-mild = Khoảng trắng quanh token đã được bỏ đi.
    .remedy = Không cần làm gì, trừ khi chương trình của bạn gửi cả khoảng trắng.
finding-malformed-jwt-parts = JWT có ba phần ngăn cách bằng dấu chấm; chuỗi này có { $count }.
    .remedy = Sao chép lại trọn vẹn token.
finding-malformed-jwt-base64 = Phần { $part } của JWT không phải base64url: thiếu ký tự hoặc có ký tự lạ.
    .remedy = Sao chép lại trọn vẹn token.
finding-malformed-jwt-json = Phần { $part } của JWT không phải đối tượng JSON.
    .remedy = Sao chép lại trọn vẹn token; nếu vẫn vậy thì lỗi ở chương trình tạo ra nó.
finding-not-base64url = Token đọc được nhưng không đúng base64url: có phần đệm, + hoặc /, hoặc bit thừa. Phần lớn bộ xác minh sẽ từ chối.
    .remedy = Mã hóa bằng bảng chữ URL-safe và không có phần đệm.
finding-signature = Chữ ký không được tạo bằng khóa bí mật này, hoặc token đã bị sửa hay cắt sau đó.
    .remedy = So khóa bí mật với bảng điều khiển của nhà cung cấp, rồi sao chép lại trọn vẹn token.
finding-signature-project = Chữ ký không được tạo bằng khóa bí mật của dự án { $project }, hoặc token đã bị sửa hay cắt sau đó.
    .remedy = So khóa bí mật của dự án với bảng điều khiển của nhà cung cấp, rồi sao chép lại trọn vẹn token.
finding-alg-none = Token không được ký.
    .remedy = Hãy ký. Không ai được chấp nhận token không có chữ ký.
finding-owner-mismatch = Token thuộc về { $claimed }, không phải { $given }.
    .remedy = Dùng thông tin xác thực và token của cùng một dự án.
finding-no-project = Không dự án đã lưu nào thuộc về { $owner }, nên chữ ký chưa được kiểm tra.
    .remedy = Lưu dự án { $vendor } đó, hoặc đưa khóa bí mật.
finding-no-project-nameless = Không dự án { $vendor } đã lưu nào khớp, và token không ghi nó thuộc về ai.
    .remedy = Đưa những gì việc kiểm tra cần mà token không chứa, hoặc lưu dự án của token này.
finding-other-vendor = Đây không phải token của { $vendor }, nhà cung cấp của dự án { $project }.
    .remedy = Kiểm tra bằng một dự án của đúng nhà cung cấp.
finding-other-project = Nó ghi chủ của dự án đã lưu { $other }, không phải của { $project }, dự án dùng để kiểm tra.
    .remedy = Kiểm tra nó bằng dự án { $other }.
finding-milliseconds = Một mốc thời gian trong token, { $value }, tính bằng mili giây; ở đây cần giây.
    .remedy = Chia cho 1000 ở nơi tạo token.
finding-iat-future = Token được tạo { $ahead } trong tương lai.
    .remedy = Chỉnh lại đồng hồ của máy đã tạo nó.
finding-iat-future-mild = Token được tạo { $ahead } trong tương lai: đồng hồ của máy tạo ra nó, hoặc của máy này, bị sai.
    .remedy = Chỉnh lại đồng hồ.
finding-expired = Token hết hạn lúc { $end }, { $ago } trước.
    .remedy = Tạo token mới.
finding-not-yet = Token chỉ có hiệu lực từ { $start }.
    .remedy = Chờ, hoặc chỉnh lại đồng hồ của máy đã tạo nó.
finding-lifetime = Token có thời hạn { $life }; nhà cung cấp cho phép nhiều nhất { $longest }.
    .remedy = Đặt hạn sớm hơn.
finding-ends-before-start = Token hết hạn trước khi bắt đầu.
    .remedy = Xem lại cách tính hạn: thời điểm tuyệt đối, hay khoảng thời gian tính từ bây giờ?
finding-bad-time = { $key } không phải số, nên không chỉ thời điểm nào.
    .remedy = Ghi giây Unix bằng số nguyên, không có dấu ngoặc kép.
finding-bad-time-whole = { $key } không phải số giây nguyên.
    .remedy = Làm tròn ở nơi tạo token.
finding-duplicate-key = { $key } xuất hiện nhiều lần; với phần lớn bộ xác minh, lần cuối được tính.
    .remedy = Chỉ ghi một lần.
note-duplicate = giá trị đứng trước dưới cùng một tên; không được tính
finding-mixed-scripts = { $key } trộn nhiều bảng chữ cái trong một từ: { $word }. Những chữ trông giống nhau không phải là một.
    .remedy = Nếu không cố ý, hãy gõ lại tên đó.
finding-crit = Header nêu các phần mở rộng bắt buộc (crit), một số bộ xác minh sẽ từ chối.
    .remedy = Bỏ crit, trừ khi nhà cung cấp yêu cầu.
finding-missing-field = Thiếu { $key }.
    .remedy = Tạo token bằng SDK hiện hành.
finding-expect-mismatch = { $key } là “{ $got }”, trong khi mong đợi “{ $wanted }”.
    .remedy = Tạo token với giá trị mong đợi, hoặc sửa lại điều mong đợi.
finding-expect-mismatch-absent = Token không có { $key }, trong khi mong đợi “{ $wanted }”.
    .remedy = Tạo token có giá trị đó, hoặc sửa lại điều mong đợi.
finding-secret-absent = Token thuộc dự án { $project }, nhưng không có khóa bí mật của dự án đó nên chữ ký chưa được kiểm tra.
    .remedy = Sửa dự án và nhập lại khóa bí mật.
sentence-signature-valid = Chữ ký đúng.
sentence-signature-valid-with = Chữ ký đúng với dự án { $project }.
sentence-signature-invalid = Chữ ký sai.
sentence-signature-invalid-with = Chữ ký sai đối với dự án { $project }.
sentence-signature-unchecked = Chữ ký chưa được kiểm tra: không dự án đã lưu nào khớp.
sentence-signature-unchecked-needs = Chữ ký chưa được kiểm tra: cần đưa thêm thứ mà token không chứa.
sentence-signature-unchecked-secret = Chữ ký chưa được kiểm tra: không có khóa bí mật của dự án.
sentence-signature-unchecked-nothing = Chữ ký chưa được kiểm tra: không có khóa bí mật để kiểm tra.
sentence-signature-none = Loại này không có chữ ký.
