## The QR code

command-show-qr = Mã QR
qr-button = QR
qr-title = Mã QR: { $what }
qr-text = văn bản
qr-name = Mã QR { $length } byte: { $what }
qr-about = { $length } byte. Mức sửa lỗi { $level }: vẫn đọc được khi hỏng đến { $percent } %.
qr-too-long = Quá dài cho mã QR
    .text = Có { $length } byte, mà mã QR lớn nhất chứa { $most }. Hãy sao chép nó, hoặc tạo token gọn hơn: ít dữ liệu, ít lớp bố cục, payload ngắn hơn.
