## The QR code

command-show-qr = Mã QR
qr-button = QR
qr-title = Mã QR: { $what }
qr-text = văn bản
qr-name = Mã QR { $length } byte: { $what }
qr-about = { $length } byte. Mức sửa lỗi { $level }: vẫn đọc được khi hỏng đến { $percent } %.
qr-too-long = Quá dài cho mã QR
    .text = Có { $length } byte, mà mã QR lớn nhất chứa { $most }. Hãy sao chép nó, hoặc tạo token gọn hơn: ít dữ liệu, ít lớp bố cục, payload ngắn hơn.

## Snippets

snippet-button = Đoạn mã
snippet-title = Đoạn mã { $what }
snippet-missing = Cần điền
snippet-holds-token = Trong đó có token: ai có nó cũng dùng được.
cli-generate-snippet = In mã dùng token thay cho chính token, chẳng hạn opentok.js; tokendesk kinds KIND liệt kê những gì có
cli-no-snippet = { $kind } không có đoạn mã này; nó có { $expected }
cli-no-snippet-none = { $kind } không có đoạn mã nào
cli-snippets = Đoạn mã (với --snippet)
cli-snippet-missing = Cần điền: { $keys }
