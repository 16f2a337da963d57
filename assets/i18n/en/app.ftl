## The window

window-title = Tokendesk
close = Close
cancel = Cancel
panel-generate = Generate
panel-inspect = Inspect
panel-watch = Watch
panel-calls = Calls
panel-settings = Settings

## Commands

command-palette = Commands
command-generate = Generate
command-copy = Copy
command-copy-token = Copy token
command-inspect-token = Inspect
command-inspect-clipboard = Inspect clipboard
command-clear-inspect = Clear Inspect
command-new-project = New project
command-edit-project = Edit project
command-duplicate-project = Duplicate project
command-delete-project = Delete project…
command-find-project = Find project
command-show-generate = Go to Generate
command-show-inspect = Go to Inspect
command-watch-token = Watch
command-watch-clipboard = Watch tokens from the clipboard
command-send-call = Send
command-show-watch = Go to Watch
command-show-calls = Go to Calls
command-show-settings = Go to Settings
command-theme-system = Theme: as the system
command-theme-light = Theme: light
command-theme-dark = Theme: dark
command-language-system = Language: as the system
command-language-en = Language: English
command-language-zh-cn = Language: 简体中文 (Chinese)
command-language-vi = Language: Tiếng Việt
command-shortcuts = Keyboard shortcuts
command-quit = Quit
shortcut-close = Close the topmost thing
palette-hint = Type a command, a project or a kind of token
palette-empty = Nothing fits
palette-project = project
palette-kind = kind
palette-call = call

## Projects

projects-find = Find project
projects-none = No project yet
    .text = A project keeps the credentials of one vendor; its secret goes to the keychain.
projects-not-found = Nothing found
    .text = No project fits the search. Esc clears it.
environment-dev = dev
environment-stg = stg
environment-prod = prod
editor-new = New project
editor-edit = Edit project
editor-name = Name
editor-vendor = Vendor
editor-environment = Environment
editor-group = Group
    .help = A heading in the list; may be left empty
editor-secret-hint = Paste or type
editor-secret-saved = Saved; type to replace it
editor-reveal = Hold to show
editor-save = Save
editor-saving = Saving…
editor-this-run = Keep for this run only
editor-use-keychain = Keep in the keychain
editor-place-this-run = Its secret is kept for this run only
    .text = When the program ends, the secret is gone and has to be given again.
delete-title = Delete { $name }?
delete-text = The project and its secret in the keychain are deleted. Tokens made with it stay valid until they end.
delete-confirm = Delete
delete-leaving = Delete, leave the secret

## Generate

generate-unknown-vendor = This version knows no vendor “{ $vendor }”.
generate-inspect-only = It cannot be generated, only inspected.
generate-advanced = Advanced
generate-kinds = Kind of token
generate-reset = Reset
choice-none = Not given
words-remove = Remove
words-add = add…
unit-of = Unit of { $field }
unit-seconds = seconds
unit-minutes = minutes
unit-hours = hours
unit-days = days
unit-exact = exact time
time-ends = ends { $moment }
token-none = No token yet
    .text = Fill in the form and press Generate.
token-heading = Token
token-length =
    { $length ->
        [one] { $length } character
       *[other] { $length } characters
    }
token-until = until { $moment }
token-left = Time left
parts-heading = Parts of the token
parts-field = Field
parts-value = Value
parts-meaning = Meaning
state-active = Active
state-expired = Expired
state-not-yet = Not yet valid
state-endless = Never expires
state-unknown = No end known
failure-secret-missing = The project’s secret is not there
    .remedy = Edit the project and give its secret again.

## Inspect

inspect-paste = Paste
inspect-clear = Clear
inspect-box = Token to inspect
inspect-hint = Paste a token, a session ID, a header, a URL …
inspect-empty = What does this token say?
    .text = Paste one: it is recognised, taken apart and checked with your projects at once. It never leaves this machine.
inspect-cleaned = taken off: { $what }
inspect-which = Kind
inspect-known = What the token does not carry and its check needs
chip-shape-ok = Shape ok
chip-shape-damaged = Damaged
chip-shape-unknown = Not recognised
chip-signature-valid = Signature valid
chip-signature-invalid = Signature wrong
chip-signature-unchecked = Signature not checked
chip-signature-none = No signature
chip-context-match = Owner matches
chip-context-mismatch = Owner differs
chip-context-unchecked = Owner not checked
line-made = made { $moment }
line-ends = ends { $moment }
line-ended = ended { $moment }
line-now = now
findings-heading = Findings
findings-none = Nothing to say against it.

## Calls

calls-none = This vendor has no calls here
    .text = Its tokens need no request to a server.
calls-list = Call
calls-address = Base URL
    .help = Blank for the vendor; another one for a mock or a proxy
calls-preview = What would be sent
calls-preview-name = Request
calls-preview-none = Fill in the form to see the request.
calls-good-for = valid for { $left }
calls-too-old = too old: sign it again
calls-sign-again = Sign again
calls-copy-as = Copy as
calls-language-curl = curl
calls-language-java = Java
calls-language-php = PHP
calls-language-js = JavaScript
calls-language-http = HTTP
calls-sending = Waiting for { $host } …
calls-cancel = Stop waiting
calls-answer = Answer
calls-done = Done
calls-refused = Refused
calls-status = HTTP { $status }
calls-body = Answer of the server
calls-use = Use in a token
calls-full = The vendor would lock the account
calls-full-text = So many were sent within a minute that one more locks the account for five minutes. Free again { $moment }.
calls-force = Send all the same
notice-signed-again = The signature was too old. It is signed again: look, and send it.
notice-near-limit = { $count } were sent within the last minute; at 50 the vendor locks the account for 5 minutes.

## Settings

settings-look = Look
settings-theme = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
settings-language = Language
language-system = System
language-no-font = No font of this machine has Chinese characters. Install one, such as Noto Sans CJK.
settings-secrets = Secrets
settings-keychain-reachable = The operating system’s keychain is reachable.
settings-secrets-where = Secrets are where their project says: in the operating system’s keychain under the service “tokendesk”, in the vault, elsewhere, or in memory until the program ends. In a file of Tokendesk they are encrypted, or not at all.
settings-network = Tokendesk sends nothing over the network but what you send with the Send button in Calls.

## Status bar and notices

status-keychain-unknown = Keychain not asked yet
status-keychain-reachable = Keychain reachable
status-keychain-failed = No keychain
status-local = Nothing leaves this machine
status-sending = Sending a request
status-now = Now: { $clock }
notice-copied = Copied
notice-copied-token = Token copied
notice-paste-too-long = What was pasted is longer than any field takes; nothing was changed.
notice-project-saved = Project saved
notice-project-deleted = Project deleted
notice-secrets-left = Project deleted. These keychain entries may be left: { $entries }
notice-fault = Something went wrong inside Tokendesk; nothing was saved. Please report it.

## Without a display

no-display = Tokendesk cannot open a window: { $reason }
    .remedy = The same work is done on the command line: tokendesk --help
