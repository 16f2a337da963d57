## secrets: where they are kept, and those that are kept elsewhere

places = Nơi lưu khóa bí mật
place-keychain = Trong kho khóa của hệ điều hành
    .help = Được hệ thống mã hóa, dưới dịch vụ “tokendesk”.
place-external = Nơi khác: biến môi trường, tệp hoặc lệnh
    .help = Dự án chỉ ghi khóa nằm ở đâu. Khóa được đọc mỗi lần dùng và không được lưu ở đâu cả.
place-this-run = Trong bộ nhớ, chỉ cho lần chạy này
    .help = Sẽ mất khi cửa sổ đóng hoặc bị khóa.

cli-projects-place = Nơi lưu khóa bí mật: keychain (mặc định), vault, external hoặc this-run

source-help = env:NAME, file:PATH hoặc command:PROGRAM ARGS (không qua shell, 10 s). Đừng nhập chính khóa bí mật: ô này được lưu ở dạng rõ.
source-form = phải là env:NAME, file:PATH hoặc command:PROGRAM ARGS; nội dung ở đây được lưu ở dạng rõ
source-stdin = không thể giữ stdin cho lần sau: hãy dùng env:NAME, file:PATH hoặc command:PROGRAM ARGS

source-env = Biến môi trường lẽ ra chứa khóa bí mật chưa được đặt.
    .remedy = Hãy đặt biến rồi khởi động Tokendesk từ đó, hoặc đổi nơi lưu khóa của dự án. Tham chiếu nhận tên biến, không có $.
source-file = Không đọc được tệp lẽ ra chứa khóa bí mật: { $reason }
    .short = Không đọc được tệp lẽ ra chứa khóa bí mật
    .remedy = Hãy khôi phục tệp, hoặc đổi nơi lưu khóa của dự án.
source-command = Không chạy được lệnh lẽ ra cho khóa bí mật: { $reason }
    .short = Không chạy được lệnh lẽ ra cho khóa bí mật
    .remedy = Hãy kiểm tra chương trình có ở đó và tìm thấy được, hoặc đổi nơi lưu khóa của dự án.
source-failed = Lệnh lẽ ra cho khóa bí mật đã thất bại ({ $status }).
    .remedy = Hãy chạy riêng lệnh đó để biết lý do; có thể cần mở khóa hoặc đăng nhập trước.
source-slow = Lệnh lẽ ra cho khóa bí mật chạy quá { $seconds } s và đã bị dừng.
    .remedy = Hãy mở khóa trình quản lý mật khẩu trước rồi thử lại.
source-long = Nội dung tìm thấy ở chỗ của khóa bí mật dài hơn { $limit } byte.
    .remedy = Hãy kiểm tra tham chiếu của dự án trỏ tới đâu.
source-empty = Không có gì ở chỗ lẽ ra là khóa bí mật.
    .remedy = Hãy kiểm tra tham chiếu của dự án trỏ tới đâu.
source-text = Nội dung tìm thấy ở chỗ của khóa bí mật không phải văn bản UTF-8.
    .remedy = Hãy kiểm tra tham chiếu của dự án trỏ tới đâu.

secret-not-ours = Khóa bí mật của dự án này được giữ ở nơi khác, nên không thể lưu khóa nào trong dự án.
    .remedy = Hãy đổi khóa ở nơi nó nằm, hoặc chọn nơi lưu khác cho khóa của dự án.
secret-no-reference = Chưa cho biết các khóa bí mật này nằm ở đâu: { $fields }
    .remedy = Hãy cho env:NAME, file:PATH hoặc command:PROGRAM ARGS cho từng khóa, hoặc gỡ chúng. Chưa có gì thay đổi.

secret-key-gone = Chìa để mở khóa bí mật đã niêm phong { $entry } không còn trong kho khóa.
    .short = Chìa của một khóa bí mật đã niêm phong không còn
    .remedy = Hãy khôi phục kho khóa như trước, hoặc nhập lại khóa bí mật.
secret-seal-broken = Khóa bí mật đã niêm phong { $entry } bị thay đổi hoặc hư hỏng trong tệp.
    .short = Một khóa bí mật đã niêm phong bị hư hỏng
    .remedy = Hãy khôi phục sealed.toml từ bản sao lưu, hoặc nhập lại khóa bí mật.

## the vault

place-vault = Trong kho mật: một tệp được mã hóa bằng cụm mật khẩu
    .help = Cho máy không có kho khóa. Cụm mật khẩu được hỏi một lần mỗi lần chạy, và sau khi khóa.

vault-passphrase = Mật khẩu kho
vault-again = Nhập lại
vault-help = Kho mật đóng cho đến khi có cụm mật khẩu.
vault-new-help = Chưa có kho mật. Không ai mở được nếu thiếu cụm mật khẩu này: một câu gồm vài từ là lựa chọn tốt.
vault-reveal = Hiện cụm mật khẩu khi nhấn giữ
vault-open = Mở kho mật
vault-make = Tạo kho mật
vault-running = Đang xử lý…
vault-state-absent = Không có kho mật. Kho được tạo khi một dự án chọn lưu khóa bí mật ở đó.
vault-state-open = Kho mật đang mở.
vault-state-closed = Kho mật đang đóng.

vault-absent = Chưa có kho mật.
    .remedy = Trước hết hãy tạo kho bằng một cụm mật khẩu.
vault-present = Đã có kho mật.
    .remedy = Hãy mở bằng cụm mật khẩu của nó. Có thể một Tokendesk khác vừa tạo.
vault-closed = Kho mật đang đóng.
    .remedy = Hãy mở bằng cụm mật khẩu.
vault-wrong = Cụm mật khẩu không mở được kho mật.
    .remedy = Hãy nhập lại. Kiểm tra bố cục bàn phím và Caps Lock.
vault-empty = Kho mật cần một cụm mật khẩu.
    .remedy = Hãy nhập cụm mật khẩu.
vault-differ = Hai cụm mật khẩu không giống nhau.
    .remedy = Hãy nhập lại cả hai.
vault-damaged = Không đọc được kho mật { $file }: { $reason }
    .short = Kho mật bị hư hỏng
    .remedy = Hãy khôi phục tệp từ bản sao lưu. Tệp được giữ nguyên cho đến lúc đó.
vault-newer = Kho mật { $file } do một Tokendesk mới hơn ghi (phiên bản { $version }; bản này biết đến { $known }).
    .short = Kho mật từ một Tokendesk mới hơn
    .remedy = Hãy cập nhật Tokendesk trên máy này. Tệp được giữ nguyên cho đến lúc đó.

cli-vault = Cụm mật khẩu của kho mật lấy từ đâu (SOURCE); chỉ hỏi khi cần kho mật
cli-vault-how = Hãy cho --vault-passphrase SOURCE: env:NAME, file:PATH, - hoặc command:PROGRAM ARGS. Khóa bí mật đầu tiên được lưu ở đó sẽ tạo kho mật.
cli-kept-vault = (trong kho mật)

settings-file-vault = Kho mật, nếu có: khóa bí mật được mã hóa bằng cụm mật khẩu, theo định dạng age
settings-file-sealed = Các khóa bí mật quá dài cho kho khóa, nếu có: được mã hóa bằng một chìa nằm trong kho khóa
