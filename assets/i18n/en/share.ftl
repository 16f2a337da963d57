## The QR code

command-show-qr = QR code
qr-button = QR
qr-title = QR code: { $what }
qr-text = text
qr-name = QR code of { $length } bytes: { $what }
qr-about = { $length } bytes. Error correction { $level }: it is read with up to { $percent } % of it damaged.
qr-too-long = Too long for a QR code
    .text = It has { $length } bytes, and the largest QR code holds { $most }. Copy it instead, or make one with less in it: less data, fewer classes, a shorter payload.
