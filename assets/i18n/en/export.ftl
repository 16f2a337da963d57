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

## The dialogs

command-export-projects = Export projects…
export-title = Export projects
export-about = Names, vendors and public credentials go into a file, without the secrets: for somebody else, or for another machine where the secrets are entered again.
export-about-sealed = The secrets go along, and the whole file is encrypted with a passphrase (age). Whoever has both has the secrets. What is kept elsewhere stays there.
export-what = Secrets
export-without-secrets = Left out
export-with-secrets = In it, encrypted
export-format = Format
export-passphrase = Passphrase
export-again = Passphrase again
export-weak-title = A short passphrase
export-path = Path of the new file
    .help = A file that is there is never replaced.
export-pick = Choose a place…
export-no-dialog = This desktop has no dialog for choosing where a file goes.
    .remedy = Type the path of the new file.
export-write = Export
export-running = Exporting…
export-done-title = Exported
export-plain-done = The projects, without their secrets, are in { $file }.
export-without-title = Not all secrets are in it
import-sealed = This is under a passphrase: the one that it was exported with opens it.
import-passphrase = Passphrase
import-open = Open
import-opening = Opening…
