## The words of the command line

cli-about = Bảng điều khiển cho token truy cập của các nhà cung cấp truyền thông thời gian thực và video: tạo, giải mã, xác minh, theo dõi. Không có động từ thì mở cửa sổ.
cli-after =
    Khóa bí mật không bao giờ lấy từ dòng lệnh: hãy đưa SOURCE, nơi nó nằm.
    Mã thoát: 0 xong, và token được kiểm tra sẽ được chấp nhận trong phạm vi kiểm tra được;
    1 nó sẽ bị từ chối; 2 lệnh sai; 3 thứ bên ngoài gặp lỗi (tệp, kho khóa, mạng).
    Với --output json, lỗi là {"{"}"error":[code, exit, text, remedy, problems:[field, code, text]]{"}"}.
cli-usage = Cách dùng:
cli-verbs = Động từ
cli-arguments = Đối số
cli-options = Tùy chọn
cli-help = Hiện trợ giúp này
cli-version = Hiện phiên bản
cli-verb-kinds = Liệt kê các loại token, hoặc mọi điều về một loại
cli-verb-generate = Tạo một token
cli-verb-inspect = Tách một token ra và đánh giá nó
cli-verb-call = Hiện một yêu cầu đến nhà cung cấp, viết nó cho curl hoặc chương trình, hoặc gửi đi
cli-verb-projects = Giữ thông tin xác thực thành dự án
cli-verb-completions = Ghi một script để shell tự hoàn thành các từ này
cli-verb-man = Ghi trang hướng dẫn

cli-output = text (cho người đọc) hoặc json (một đối tượng trên stdout, cả khi lỗi)
cli-field = Một trường của loại này, như role=moderator; có thể đưa nhiều lần
cli-secret = Một khóa bí mật của loại này và nơi nó nằm: env:NAME, file:PATH, - (một dòng trên stdin) hoặc command:PROGRAM ARGS (không qua shell, 10 giây)
cli-project = Một dự án đã lưu (tên hoặc id) giữ thông tin xác thực
cli-at = Đồng hồ của lần chạy: giây Unix, ngày giờ như 2026-01-02T03:04:05Z, hoặc khoảng thời gian từ bây giờ như +90m hoặc -2d
cli-expect = Từ chối token trừ khi trường này có giá trị này; có thể đưa nhiều lần

## kinds

cli-kinds-kind = Id của một loại, như opentok.t1
cli-kinds-after =
    JSON: {"{"}"kinds":[KIND…]{"}"}, hoặc riêng một KIND: kind, vendor, name, about, generates, since,
    link, fields:[key, label, help, scope (credential hoặc token), type, secret, required,
    required_unless, default, sample, advanced; và tùy type: min, max, warn_above,
    choices, bytes, flags, hex_digits], limits:[longest_life_s, refuses_future], snippets.
cli-inspect-only = Chỉ kiểm tra được, không tạo được.
cli-credentials = Thông tin xác thực (của dự án, hoặc đưa bằng -f và --secret)
cli-fields = Các trường
cli-limits = Giới hạn
cli-limit-life = có hiệu lực nhiều nhất { $longest }
cli-limit-future = bị từ chối nếu được tạo trong tương lai
cli-example = Ví dụ
cli-required = bắt buộc
cli-required-unless = bắt buộc trừ khi có { $other }
cli-default = mặc định { $value }
cli-sample = như { $value }
cli-type-text = văn bản, tối đa { $max } ký tự
cli-type-id = định danh, tối đa { $max } ký tự
cli-type-digits = chữ số thập phân
cli-type-choice = một trong { $words }
cli-type-time = thời gian: giây Unix, ngày giờ, hoặc khoảng như +90m
cli-type-words = các từ, tổng cộng tối đa { $max } ký tự
cli-type-number = số
cli-type-integer = số nguyên từ { $min } đến { $max }
cli-type-seconds = số giây từ { $min } đến { $max }, hoặc khoảng như +1h
cli-type-hex = { $digits } chữ số hex
cli-type-flags = tổng của { $flags }
cli-type-pem = khóa bí mật, một khóa riêng tư dạng PEM
cli-type-public-pem = khóa công khai hoặc chứng chỉ dạng PEM
cli-type-uuid = UUID
cli-type-json = đối tượng JSON
cli-type-secret = khóa bí mật
cli-type-secret-hex = khóa bí mật, thường là { $digits } chữ số hex

## generate

cli-generate-kind = Id của một loại, như opentok.t1; tokendesk generate KIND --help liệt kê các trường của nó
cli-generate-after =
    Đầu ra dạng text chỉ là token; ghi chú ra stderr.
    JSON: kind, vendor, project, token, fields, issued_at, not_before, expires_at, findings; outputs
    khi một loại cho nhiều hơn một văn bản. Thời gian là giây Unix hoặc null.

## inspect

cli-inspect-token = Token, kèm bất cứ thứ gì quanh nó; - (hoặc không có gì) đọc mỗi dòng một token từ stdin; @FILE đọc một tệp
cli-inspect-kind = Coi là loại này thay vì nhận dạng
cli-inspect-after =
    Chữ ký được kiểm tra với những gì -f và --secret đưa, nếu không thì với --project, nếu không thì với
    từng dự án đã lưu của nhà cung cấp đó đến khi có dự án khớp.
    Từ stdin, mỗi dòng là một token và nhận một dòng (JSON: một đối tượng) trả lời, đến đâu trả đến đó.
    JSON: kind, vendor, project, cleaned, shape, signature, window, context, accepted (null: không có
    khóa bí mật để kiểm tra), fields, issued_at, not_before, expires_at, remaining_s, parts, findings;
    candidates khi có loại khác trông giống.
cli-inspect-nothing = Không có gì để kiểm tra.
    .remedy = Đưa token, @FILE, hoặc - và mỗi dòng một token trên stdin.
cli-candidates = Cũng có thể là { $kinds }; hãy chọn bằng --kind.
cli-nothing-fits = Không gì trong những thứ -f và --secret đưa dành cho { $kind }, nên nó không được kiểm tra với chúng.
cli-unchecked = Báo cáo tiếp tục mà không có nó.

## call

cli-call-call = Id của một lệnh gọi, như opentok.create-session; không có thì liệt kê mọi lệnh gọi
cli-call-as = Viết dạng curl, java, php, js hoặc http thay vì hiện ra
cli-call-send = Gửi, và nói phản hồi có nghĩa gì. Không có tùy chọn này thì không gửi gì
cli-call-base-url = Địa chỉ khác với của nhà cung cấp, cho máy chủ giả lập hoặc proxy; https, hoặc http trên máy này
cli-call-force = Vẫn gửi dù đã đến giới hạn của nhà cung cấp
cli-call-after =
    Không có --as và --send thì yêu cầu được hiện đúng như sẽ gửi. Với --send, stdout nhận thứ
    lấy được (session ID, token), lời giải thích ra stderr, và mã thoát là 3 nếu nhà cung cấp
    từ chối. Yêu cầu chứa phần đã ký bằng khóa bí mật: nó có hiệu lực vài phút.
    JSON: call, vendor, project, request:[method, url, headers, body], good_until; với --as thêm
    text; với --send thêm answer:[status, body], ok, fields, findings, gains. Không có CALL:
    {"{"}"calls":[call, vendor, name, about, since, link, base_url, fields, quota]{"}"}.
cli-call-base = Gửi đến { $url }
cli-call-quota = nhiều nhất { $most } trong { $within }; thêm một lần nữa thì khóa { $locks }
cli-call-valid = Có hiệu lực { $left }, đến { $end }; sau đó phải ký lại.
cli-call-old = Quá cũ: có hiệu lực đến { $end }. Hãy ký lại.
cli-call-answer = Máy chủ trả { $status }.
cli-call-gain = { $name }, hết hạn { $end }
cli-call-gain-extended = { $name } như trước; nay hết hạn { $end }
cli-call-gain-never = { $name }, dùng được đến khi bị thay
cli-call-gain-unknown = { $name }; không rõ khi nào hết hạn
cli-call-near = Đã dùng { $count } trên { $most } trong { $within }.
cli-call-full = Chưa gửi: { $most } trong { $within } là giới hạn của nhà cung cấp, thêm một lần nữa sẽ khóa tài khoản { $locks }.
    .remedy = Chờ đến { $free }; hoặc dùng --force.
cli-no-call = Không có lệnh gọi { $given }; các lệnh gọi là { $expected }.
cli-no-call-unnamed = Không có lệnh gọi này; các lệnh gọi là { $expected }.

## projects

cli-do-list = Liệt kê các dự án
cli-do-show = Hiện một dự án
cli-do-add = Lưu một dự án mới; khóa bí mật vào kho khóa
cli-do-set = Sửa một dự án
cli-do-remove = Xóa một dự án, cùng các khóa bí mật
cli-do-import = Thêm các dự án từ một tệp; dự án đã có giữ nguyên
cli-do-export = Ghi mọi dự án ra stdout, không kèm khóa bí mật; hoặc kèm khóa vào một tệp
cli-do-backups = Liệt kê các trạng thái trước của dự án còn được giữ
cli-do-restore = Đưa dự án trở lại một trạng thái trước
cli-projects-number = Số của bản sao lưu; mới nhất nếu không đưa
cli-projects-which = Tên hoặc id của nó
cli-projects-vendor = Id của nhà cung cấp, như opentok
cli-projects-name = Tên của nó
cli-projects-environment = dev, stg hoặc prod
cli-projects-group = Tiêu đề mà nó được xếp dưới
cli-projects-without = Lưu mà không kèm khóa bí mật, sau đó mỗi lần đưa bằng --secret
cli-projects-forget = Xóa khóa bí mật này khỏi kho khóa; có thể đưa nhiều lần
cli-projects-yes = Không hỏi
cli-projects-leave = Để lại khóa bí mật trong kho khóa, khi không truy cập được nữa
cli-projects-file = Một bản xuất, danh sách JSON hoặc TOML, bảng (CSV) hoặc tệp .env; - đọc stdin
cli-import-format = auto (theo tên và hình dạng), json, toml, csv hoặc env
cli-import-same = Với dự án đã có, theo id hoặc khóa của nhà cung cấp: giữ nguyên, thay, hoặc thêm bên cạnh
cli-import-vendor = Của nhà cung cấp nào khi tệp không nói, như opentok
cli-import-without = Bỏ qua các khóa bí mật có trong tệp
cli-export-format = toml, json hoặc csv
cli-import-place = Nơi giữ các khóa bí mật trong đó: keychain hoặc vault
cli-import-passphrase = Nơi lấy cụm mật khẩu của bản xuất có khóa bí mật, dạng SOURCE
cli-export-with-secrets = Ghi kèm khóa bí mật vào tệp mới này, mã hóa bằng cụm mật khẩu (age); khóa được giữ ở nơi khác thì bỏ qua
cli-export-passphrase = Nơi lấy cụm mật khẩu cho tệp đó, dạng SOURCE; - đọc hai dòng, phải giống nhau
cli-export-project = Chỉ dự án này, theo tên hoặc id
cli-export-no-passphrase = Khóa bí mật chỉ được xuất dưới một cụm mật khẩu.
cli-export-alone = Cụm mật khẩu dành cho bản xuất có khóa bí mật; hãy thêm --with-secrets FILE.
cli-passphrase-how = Hãy thêm --passphrase SOURCE: env:NAME, file:PATH, command:PROGRAM ARGS, hoặc - cho stdin.
cli-projects-dry = Nói sẽ làm gì, và không làm gì
cli-projects-after =
    Khóa bí mật được giữ trong kho khóa của hệ điều hành, hoặc ở nơi --place nói; chúng không bao giờ được
    hiện, và chỉ được xuất dưới một cụm mật khẩu. Với --place external, dự án giữ chính SOURCE, và đọc nó khi dùng.
    JSON: một PROJECT là id, name, vendor, environment, group, credentials, secrets (key của những khóa
    được giữ), place, references. list: {"{"}"projects":[PROJECT…]{"}"}; show, add, set: PROJECT;
    remove: {"{"}"removed":PROJECT,"left_over":[entries]{"}"};
    import: {"{"}"imported":[name, vendor, action (add, rename, replace, skip, refuse), from,
    environment, same, secrets, problems], format, ignored, faults{"}"}; mã thoát 2 khi có dự án bị từ chối.
    export: thứ mà import nhận; --with-secrets: {"{"}"exported":FILE,"projects":N,"secrets":N,
    "without":[tên các dự án có khóa bí mật không nằm trong tệp]{"}"}.
cli-projects-none = Không có dự án nào.
    .remedy = Lưu một dự án bằng tokendesk projects add, hoặc trong cửa sổ.
cli-projects-added = Đã thêm { $project }.
cli-projects-changed = Đã sửa { $project }.
cli-projects-removed = Đã xóa { $project }.
cli-projects-left = Các mục này của dịch vụ tokendesk có thể còn trong kho khóa: { $entries }
cli-projects-sure = Xóa { $project } ({ $environment }) và các khóa bí mật của nó? [y/N]
cli-projects-ask = Việc xóa phải hỏi trước, mà không có terminal để hỏi; hãy dùng --yes.
cli-backups-none = Chưa có bản sao lưu nào.
    .remedy = Mỗi thay đổi của dự án giữ lại trạng thái trước nó, năm trạng thái gần nhất.
cli-restored = Dự án đã trở lại như lúc { $moment } (bản sao lưu { $number }). Khóa bí mật nào bị xóa sau đó thì phải nhập lại.
cli-set-aside = Tệp không hiểu được đã được giữ lại với tên { $file }.
cli-projects-kept = Không xóa gì.
cli-add-how = Đưa -f KEY=VALUE cho từng trường và --secret KEY=SOURCE cho khóa bí mật; --without-secrets lưu mà không kèm.
cli-row-name = tên
cli-row-id = id
cli-row-vendor = nhà cung cấp
cli-row-environment = môi trường
cli-row-group = nhóm
cli-kept-keychain = (trong kho khóa)
cli-kept-this-run = (chỉ được giữ cho một lần chạy cửa sổ)
cli-kept-nowhere = (không lưu)
cli-import-add = đã thêm
cli-import-rename = đã thêm, trước là { $from }
cli-import-replace = đã thay { $name }
cli-import-skip = bỏ qua: đã có
cli-import-refuse = bị từ chối
cli-import-file = { $file }: { $reason }
cli-import-secrets = Trong đó không có khóa bí mật: hãy đưa bằng tokendesk projects set NAME --secret KEY=SOURCE.
cli-import-keychain = Chưa nhập gì. Khởi động và mở khóa kho khóa; hoặc dùng --without-secrets.

## completions and man

cli-completions-shell = bash, zsh, fish, powershell hoặc elvish
cli-completions-after =
    bash: source <(tokendesk completions bash), trong ~/.bashrc
    zsh: tokendesk completions zsh > _tokendesk, trong một thư mục của $fpath
    fish: tokendesk completions fish > ~/.config/fish/completions/tokendesk.fish
    powershell: tokendesk completions powershell | Out-String | Invoke-Expression, trong $PROFILE
    elvish: eval (tokendesk completions elvish | slurp), trong rc.elv
    JSON: shell, script.
cli-man-after =
    Đây là roff: tokendesk man | man -l -
    JSON: page.
cli-man-what = bảng điều khiển cho token truy cập của các nhà cung cấp video
cli-man-name = Tên
cli-man-synopsis = Cú pháp
cli-man-description = Mô tả
cli-man-kinds = Các loại token
cli-man-calls = Lệnh gọi
cli-man-notes = Ghi chú
cli-man-environment = Môi trường
cli-man-home = Một thư mục cho mọi thứ chương trình giữ, thay cho các thư mục của hệ thống.

## Failures

cli-no-verb = Thiếu động từ.
cli-verb-unknown = Không có động từ { $given }.
cli-verb-unknown-near = Không có động từ { $given }; ý bạn là { $near }?
cli-verb-unknown-unnamed = Không có động từ này.
cli-unknown = Không có tùy chọn { $given }.
cli-unknown-near = Không có tùy chọn { $given }; ý bạn là { $near }?
cli-unknown-unnamed = Một từ trong lệnh không được mong đợi ở đó. Nó không được nhắc lại ở đây: có thể đó là khóa bí mật.
cli-missing = Thiếu { $arguments }.
cli-value = { $argument } nhận một trong { $expected }.
cli-no-value = { $argument } cần một giá trị.
cli-twice = { $argument } xuất hiện nhiều lần.
cli-conflict = { $argument } không đi cùng { $prior }.
cli-not-text = Một từ trong lệnh không phải văn bản UTF-8.
cli-words-wrong = Các từ trong lệnh bị sai.
cli-see-help = tokendesk{ $verb } --help cho biết cách dùng.
cli-no-kind = Không có loại { $given }; các loại là { $expected }.
cli-no-kind-unnamed = Không có loại này; các loại là { $expected }.
cli-vendor-unknown = Không có nhà cung cấp này; những nơi có dự án là { $expected }.
cli-inputs-wrong = Những gì đã đưa bị sai.
cli-inputs-missing = Đưa -f KEY=VALUE, và --secret KEY=SOURCE cho khóa bí mật; hoặc --project NAME.
cli-pair = phải là KEY=VALUE (với khóa bí mật là KEY=SOURCE)
cli-stdin-twice = không đọc được từ stdin: thứ khác đang được đọc từ đó
cli-source-failed = Không lấy được một khóa bí mật.
cli-source-words = phải là command:PROGRAM ARGS, dấu ngoặc kép phải đóng
cli-source-env = biến môi trường chưa được đặt; env: nhận tên của nó, không có $
cli-source-file = không đọc được tệp: { $reason }
cli-source-stdin = không đọc được stdin: { $reason }
cli-source-command = không chạy được lệnh: { $reason }
cli-source-command-failed = lệnh thất bại ({ $status }); hãy chạy riêng để xem vì sao
cli-source-slow = lệnh chạy quá { $seconds } giây và đã bị dừng
cli-source-long = dài hơn { $limit } byte
cli-source-empty = không có gì trong đó
cli-source-text = không phải văn bản UTF-8
cli-project-of-other = Dự án { $project } thuộc nhà cung cấp { $vendor }, nên không hợp với { $kind }.
cli-secret-absent = Thiếu một khóa bí mật của dự án { $project }.
    .remedy = Lưu nó bằng tokendesk projects set NAME --secret KEY=SOURCE, hoặc đưa --secret KEY=SOURCE ở đây.
cli-keychain-use = Đưa --secret KEY=SOURCE, không cần kho khóa; hoặc khởi động và mở khóa kho khóa.
cli-keychain-save = Chưa có gì thay đổi. Khởi động và mở khóa kho khóa; hoặc lưu dự án với --without-secrets và mỗi lần đưa --secret KEY=SOURCE.
cli-keychain-remove = Chưa có gì thay đổi. Khởi động và mở khóa kho khóa; hoặc dùng --leave-secrets.
cli-file = Không đọc được { $file }: { $reason }
cli-stdin = Không đọc được stdin: { $reason }
cli-output-failed = Không ghi được ra stdout: { $reason }
