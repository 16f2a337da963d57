## Xuất dự án, kèm khóa bí mật được bảo vệ bằng cụm mật khẩu

sealed-needed = Nội dung này được bảo vệ bằng cụm mật khẩu.
    .remedy = Hãy nhập cụm mật khẩu đã dùng khi xuất.
sealed-empty = Cụm mật khẩu để trống.
    .remedy = Hãy nhập một cụm mật khẩu: nếu không, ai cũng đọc được khóa bí mật.
sealed-differ = Hai cụm mật khẩu không giống nhau.
    .remedy = Hãy nhập cùng một cụm hai lần. Chưa ghi gì cả.
sealed-wrong = Cụm mật khẩu không mở được nội dung này.
    .remedy = Hãy thử lại với cụm mật khẩu đã dùng khi xuất. Không ai lấy lại được cụm đã quên; khi đó hãy xuất lại.
sealed-damaged = Không thể mở nội dung này bằng cụm mật khẩu: { $reason }
    .remedy = Hãy chép lại tệp từ nguồn, đầy đủ và không thay đổi, hoặc xuất lại. Chưa có gì thay đổi.
sealed-failed = Không thể mã hóa: { $reason }
    .remedy = Hãy thử lại. Chưa ghi gì cả.
export-exists = Đã có tệp { $file }.
    .remedy = Hãy chọn tên khác, hoặc chuyển tệp đó đi. Tệp được giữ nguyên.
export-cannot = Không thể ghi { $file }: { $reason }
    .remedy = Hãy kiểm tra thư mục có tồn tại, có ghi được và đĩa chưa đầy.
export-weak = Cụm mật khẩu này ngắn: ai có tệp có thể đoán ra. Nên dùng từ mười hai ký tự trở lên, chẳng hạn bốn từ.
export-without = Khóa bí mật của các dự án sau không nằm trong tệp, vì được giữ ở nơi khác hoặc không còn: { $projects }
export-sealed-done = Đã xuất dự án: { $projects }, khóa bí mật: { $secrets }, vào { $file }.

## Các hộp thoại

command-export-projects = Xuất dự án…
export-title = Xuất dự án
export-about = Tên, nhà cung cấp và thông tin công khai được ghi vào tệp, không kèm khóa bí mật: để đưa cho người khác, hoặc cho máy khác nơi khóa được nhập lại.
export-about-sealed = Khóa bí mật đi kèm, và cả tệp được mã hóa bằng cụm mật khẩu (age). Ai có cả hai là có khóa bí mật. Khóa được giữ ở nơi khác thì không được xuất.
export-what = Khóa bí mật
export-without-secrets = Bỏ qua
export-with-secrets = Kèm theo, mã hóa
export-format = Định dạng
export-passphrase = Cụm mật khẩu
export-again = Nhập lại
export-weak-title = Cụm mật khẩu ngắn
export-path = Đường dẫn của tệp mới
    .help = Tệp đã có không bao giờ bị thay thế.
export-pick = Chọn nơi lưu…
export-no-dialog = Máy này không có hộp thoại để chọn nơi lưu tệp.
    .remedy = Hãy nhập đường dẫn của tệp mới.
export-write = Xuất
export-running = Đang xuất…
export-done-title = Đã xuất
export-plain-done = Các dự án, không kèm khóa bí mật, đã được ghi vào { $file }.
export-without-title = Không phải mọi khóa bí mật đều có trong tệp
import-sealed = Nội dung này được bảo vệ bằng cụm mật khẩu: cụm đã dùng khi xuất sẽ mở được.
import-passphrase = Cụm mật khẩu
import-open = Mở
import-opening = Đang mở…
