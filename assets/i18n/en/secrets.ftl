## secrets: where they are kept, and those that are kept elsewhere

places = Secrets are kept
place-keychain = In the operating system’s keychain
    .help = Encrypted by the desktop, under the service “tokendesk”.
place-external = Elsewhere: environment variable, file or command
    .help = The project keeps only where they are. They are read at each use and kept nowhere.
place-this-run = In memory, for this run only
    .help = They are gone when the window closes or is locked.

cli-projects-place = Where its secrets are kept: keychain (the default), vault, external or this-run

source-help = env:NAME, file:PATH or command:PROGRAM ARGS (no shell, 10 s). Never the secret itself: this is saved in clear.
source-form = must be env:NAME, file:PATH or command:PROGRAM ARGS; what stands there is saved in clear
source-stdin = stdin cannot be kept for later: give env:NAME, file:PATH or command:PROGRAM ARGS

source-env = The environment variable that should hold the secret is not set.
    .remedy = Set it and start Tokendesk from there, or change where the project’s secrets are kept. The reference takes the variable’s name, without $.
source-file = The file that should hold the secret cannot be read: { $reason }
    .short = The file that should hold the secret cannot be read
    .remedy = Bring the file back, or change where the project’s secrets are kept.
source-command = The command that should give the secret cannot be run: { $reason }
    .short = The command that should give the secret cannot be run
    .remedy = Check that the program is there and can be found, or change where the project’s secrets are kept.
source-failed = The command that should give the secret failed ({ $status }).
    .remedy = Run it by itself to see why; it may want to be unlocked or logged in first.
source-slow = The command that should give the secret took more than { $seconds } s and was ended.
    .remedy = Unlock the password manager first, then try again.
source-long = What was found in place of the secret is longer than { $limit } bytes.
    .remedy = Check where the project’s reference points to.
source-empty = There is nothing where the secret should be.
    .remedy = Check where the project’s reference points to.
source-text = What was found in place of the secret is not UTF-8 text.
    .remedy = Check where the project’s reference points to.

secret-not-ours = The secrets of this project are kept elsewhere, so none can be saved in it.
    .remedy = Change the secret where it is, or choose another place for the project’s secrets.
secret-no-reference = Nothing says where these secrets are: { $fields }
    .remedy = Give env:NAME, file:PATH or command:PROGRAM ARGS for each, or remove them. Nothing has been changed.

secret-key-gone = The key to the sealed secret { $entry } is not in the keychain any more.
    .short = The key to a sealed secret is gone
    .remedy = Bring the keychain back as it was, or enter the secret again.
secret-seal-broken = The sealed secret { $entry } was changed or damaged in its file.
    .short = A sealed secret is damaged
    .remedy = Bring sealed.toml back from a backup, or enter the secret again.

## the vault

place-vault = In the vault: one encrypted file under a passphrase
    .help = For machines without a keychain. The passphrase is asked once in each run, and after a lock.

vault-passphrase = Vault passphrase
vault-again = Type it again
vault-help = The vault is closed until the passphrase is given.
vault-new-help = There is no vault yet. Nobody can open it without this passphrase: a sentence of several words is a good one.
vault-reveal = Show the passphrase while held
vault-open = Open the vault
vault-make = Make the vault
vault-running = Working…
vault-state-absent = There is no vault. It is made when a project is told to keep its secrets there.
vault-state-open = The vault is open.
vault-state-closed = The vault is closed.

vault-absent = There is no vault yet.
    .remedy = Make it with a passphrase first.
vault-present = There is a vault already.
    .remedy = Open it with its passphrase. Another Tokendesk may just have made it.
vault-closed = The vault is closed.
    .remedy = Open it with its passphrase.
vault-wrong = The passphrase does not open the vault.
    .remedy = Type it again. Look at the keyboard’s layout and at Caps Lock.
vault-empty = A vault needs a passphrase.
    .remedy = Type it.
vault-differ = The two passphrases are not the same.
    .remedy = Type both again.
vault-damaged = The vault { $file } cannot be read: { $reason }
    .short = The vault is damaged
    .remedy = Bring the file back from a backup. It is left as it is until then.
vault-newer = The vault { $file } was written by a newer Tokendesk (version { $version }; this one knows up to { $known }).
    .short = The vault is from a newer Tokendesk
    .remedy = Update Tokendesk on this machine. The file is left as it is until then.

cli-vault = Where the vault’s passphrase is, as SOURCE; asked only when the vault is needed
cli-vault-how = Give --vault-passphrase SOURCE: env:NAME, file:PATH, - or command:PROGRAM ARGS. The first secret that is saved there makes the vault.
cli-kept-vault = (in the vault)

settings-file-vault = The vault, if there is one: secrets under a passphrase, in the format of age
settings-file-sealed = Secrets that are too long for the keychain, if there are any: encrypted under a key that is in the keychain
