## store: files, secrets, projects

file-no-home = This account has no home folder, so there is no place for projects and settings.
    .remedy = Set the environment variable { $variable } to a folder of your own.
file-read = { $file } cannot be read: { $reason }
    .remedy = Check that the file belongs to you and that you may read it. Nothing has been changed.
file-write = { $file } cannot be written: { $reason }
    .remedy = Check that the folder belongs to you, that it can be written and that the disk is not full. What was saved before is still there.
file-damaged = { $file } cannot be understood. Line { $line }: { $reason }
    .remedy = Repair that line, bring the file back from a backup, or move it away to begin anew. It is left as it is until then.
file-newer = { $file } was written by a newer Tokendesk (version { $version } of the file; this one knows up to { $known }).
    .remedy = Update Tokendesk on this machine. The file is left as it is until then.
file-busy = { $file } is being changed by another Tokendesk.
    .remedy = Try again. If it does not pass, look for a Tokendesk that hangs and end it.

secret-unreachable = The keychain cannot be reached: { $reason }
    .short = The keychain cannot be reached
    .remedy = Start the desktop's keychain (on Linux GNOME Keyring, KWallet or KeePassXC with Secret Service) and try again, or choose the vault or this run only as their place.
secret-locked = The keychain is locked.
    .remedy = Unlock it and try again.
secret-denied = The keychain did not let Tokendesk in.
    .remedy = Try again and allow the access when asked. If nobody asks, unlock the keychain in its own window first.
secret-no-default = There is no keychain to put secrets in.
    .remedy = Make one in the desktop's password program and choose it as the default, or choose the vault or this run only as their place.
secret-too-long = The secret is too long for the keychain, which takes { $limit } bytes at most.
    .remedy = Use a shorter key, or choose the vault or this run only as its place.
secret-foreign = The entry { $entry } in the keychain is not one of ours: { $reason }
    .short = An entry in the keychain is not one of ours
    .remedy = Look at the entries of the service tokendesk in the desktop's password program, remove this one and enter the secret again.
secret-other = The keychain failed: { $reason }
    .short = The keychain failed
    .remedy = Try again. If it does not pass, choose the vault or this run only as their place.

project-none = There is no project { $wanted }.
    .remedy = Look at the list of projects: it may have been renamed or removed.
project-name-empty = A project needs a name.
    .remedy = Give it one that tells it from the others, such as its service and environment.
project-name-unprintable = A project's name must be one line of visible text.
    .remedy = Take line breaks and control characters out of the name.
project-name-taken = There is a project { $name } already.
    .remedy = Choose another name. Upper and lower case count as the same.
project-changed-meanwhile = The project { $name } was changed by another Tokendesk at the same time.
    .remedy = Look at it as it is now and try again. Nothing has been changed here.
project-half-done = This could not be finished, and these secrets could not be put back as they were: { $entries }
    .remedy = Check the secrets of the project, and look for these entries of the service tokendesk in the desktop's password program.
project-left-over = It is saved, but these secrets are still in their old place: { $entries }
    .remedy = Remove these entries of the service tokendesk in the desktop's password program.

import-damaged = This cannot be imported. Line { $line }: { $reason }
    .remedy = Mend that line, or import a file that Tokendesk has exported. Nothing has been changed.
import-newer = This was exported by a newer Tokendesk (version { $version }; this one knows up to { $known }).
    .remedy = Update Tokendesk on this machine. Nothing has been changed.

## host: the clipboard

clipboard-unavailable = There is no clipboard to be reached: { $reason }
    .remedy = Select the text and copy it by hand.
clipboard-busy = The clipboard is held by another program.
    .remedy = Try again.
clipboard-no-text = The clipboard holds no text.
    .remedy = Copy the text again, then paste.
