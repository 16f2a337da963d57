## store: files, secrets, projects

file-no-home = Tài khoản này không có thư mục nhà, nên không có chỗ cho dự án và cài đặt.
    .remedy = Đặt biến môi trường { $variable } trỏ đến một thư mục của bạn.
file-read = Không đọc được { $file }: { $reason }
    .remedy = Xem tệp có phải của bạn và bạn có quyền đọc không. Chưa có gì thay đổi.
file-write = Không ghi được { $file }: { $reason }
    .remedy = Xem thư mục có phải của bạn, có ghi được không và đĩa có đầy không. Những gì đã lưu trước đó vẫn còn.
file-damaged = Không hiểu được { $file }. Dòng { $line }: { $reason }
    .remedy = Sửa dòng đó, khôi phục tệp từ bản sao lưu, hoặc chuyển tệp đi để bắt đầu lại. Đến lúc đó tệp được giữ nguyên.
file-newer = { $file } do một Tokendesk mới hơn ghi (tệp phiên bản { $version }; bản này biết đến { $known }).
    .remedy = Cập nhật Tokendesk trên máy này. Đến lúc đó tệp được giữ nguyên.
file-busy = Một Tokendesk khác đang sửa { $file }.
    .remedy = Thử lại. Nếu vẫn vậy, tìm Tokendesk bị treo và tắt nó.

secret-unreachable = Không truy cập được kho khóa: { $reason }
    .short = Không truy cập được kho khóa
    .remedy = Khởi động kho khóa của máy (trên Linux là GNOME Keyring, KWallet, hoặc KeePassXC có Secret Service) rồi thử lại, hoặc giữ khóa bí mật trong kho mật, hoặc chỉ trong lần chạy này.
secret-locked = Kho khóa đang bị khóa.
    .remedy = Mở khóa rồi thử lại.
secret-denied = Kho khóa không cho Tokendesk vào.
    .remedy = Thử lại và cho phép truy cập khi được hỏi. Nếu không được hỏi, hãy mở kho khóa trong chương trình của nó trước.
secret-no-default = Không có kho khóa nào để giữ khóa bí mật.
    .remedy = Tạo một kho khóa trong chương trình mật khẩu của máy và chọn nó làm mặc định, hoặc giữ khóa bí mật trong kho mật, hoặc chỉ trong lần chạy này.
secret-too-long = Khóa bí mật quá dài đối với kho khóa, vốn nhận nhiều nhất { $limit } byte.
    .remedy = Dùng khóa ngắn hơn, hoặc giữ khóa bí mật trong kho mật, hoặc chỉ trong lần chạy này.
secret-foreign = Mục { $entry } trong kho khóa không phải của Tokendesk: { $reason }
    .short = Một mục trong kho khóa không phải của Tokendesk
    .remedy = Xem các mục của dịch vụ tokendesk trong chương trình mật khẩu của máy, xóa mục này và nhập lại khóa bí mật.
secret-other = Kho khóa gặp lỗi: { $reason }
    .short = Kho khóa gặp lỗi
    .remedy = Thử lại. Nếu vẫn vậy, hãy giữ khóa bí mật trong kho mật, hoặc chỉ trong lần chạy này.

project-none = Không có dự án { $wanted }.
    .remedy = Xem danh sách dự án: có thể nó đã được đổi tên hoặc bị xóa.
project-name-empty = Dự án cần có tên.
    .remedy = Đặt một tên để phân biệt với các dự án khác, chẳng hạn dịch vụ và môi trường.
project-name-unprintable = Tên dự án phải là một dòng chữ nhìn thấy được.
    .remedy = Bỏ dấu xuống dòng và ký tự điều khiển khỏi tên.
project-name-taken = Đã có dự án { $name }.
    .remedy = Chọn tên khác. Chữ hoa và chữ thường được coi như nhau.
project-changed-meanwhile = Một Tokendesk khác vừa sửa dự án { $name } cùng lúc.
    .remedy = Xem lại dự án hiện tại rồi thử lại. Ở đây chưa có gì thay đổi.
project-half-done = Không làm xong được, và các khóa bí mật này không khôi phục được như cũ: { $entries }
    .remedy = Kiểm tra các khóa bí mật của dự án, và tìm các mục này của dịch vụ tokendesk trong chương trình mật khẩu của máy.
project-left-over = Đã lưu, nhưng các khóa bí mật này vẫn còn ở chỗ cũ: { $entries }
    .remedy = Xóa các mục này của dịch vụ tokendesk trong chương trình mật khẩu của máy.

import-damaged = Không nhập được. Dòng { $line }: { $reason }
    .remedy = Sửa dòng đó, hoặc nhập tệp do Tokendesk xuất. Chưa có gì thay đổi.
import-newer = Tệp này do một Tokendesk mới hơn xuất (phiên bản { $version }; bản này biết đến { $known }).
    .remedy = Cập nhật Tokendesk trên máy này. Chưa có gì thay đổi.

## host: the clipboard

clipboard-unavailable = Không truy cập được bảng tạm: { $reason }
    .remedy = Hãy chọn văn bản và sao chép bằng tay.
clipboard-busy = Bảng tạm đang bị chương trình khác giữ.
    .remedy = Thử lại.
clipboard-no-text = Bảng tạm không có văn bản.
    .remedy = Sao chép lại văn bản rồi dán.
