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
