## window: the clipboard that clears itself, the lock

command-lock = Lock
lock-title = Locked
lock-text = Tokens, pasted text and secrets kept for this run only have left the memory of the window. Projects and what was typed into forms are still there.
lock-unlock = Unlock
lock-unlocking = Asking the keychain…
lock-without = Go on without it
status-clipboard = Clipboard clears in { $left }
settings-guard = Clipboard and lock
settings-clear-tokens = Clear tokens off the clipboard
settings-clear-secrets = Clear secrets off the clipboard
settings-lock-after = Lock when nothing is done
    .help = Also when the machine goes to sleep
guard-after = after { $span }
guard-never = never
