## Bringing projects out, with their secrets under a passphrase

sealed-needed = This is under a passphrase.
    .remedy = Type the passphrase that it was exported with.
sealed-empty = The passphrase is empty.
    .remedy = Give one: without it anybody could read the secrets.
sealed-differ = The two passphrases are not the same.
    .remedy = Give the same one twice. Nothing has been written.
sealed-wrong = The passphrase does not open it.
    .remedy = Try again with the passphrase that it was exported with. Nobody can bring one back that is forgotten; then export anew.
sealed-damaged = This cannot be opened by a passphrase: { $reason }
    .remedy = Copy the file again from where it comes, whole and unchanged, or export anew. Nothing has been changed.
sealed-failed = It cannot be encrypted: { $reason }
    .remedy = Try again. Nothing has been written.
export-exists = There is a file { $file } already.
    .remedy = Choose another name, or move that file away. It is left as it is.
export-cannot = { $file } cannot be written: { $reason }
    .remedy = Check that the folder is there, that it can be written and that the disk is not full.
export-weak = This passphrase is short: whoever has the file may guess it. Twelve characters or more, such as four words, are better.
export-without = Secrets of these projects are not in it, because they are kept elsewhere or gone: { $projects }
export-sealed-done = Exported projects: { $projects }, secrets: { $secrets }, into { $file }.
