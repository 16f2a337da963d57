## The words of the command line

cli-about = A console for the access tokens of real-time-communication and video vendors: generate, decode, verify, watch. Without a verb it opens the window.
cli-after =
    A secret is never taken from the command line: give SOURCE, where it is.
    Exit codes: 0 done, and an inspected token would be accepted as far as could be checked;
    1 it would be refused; 2 the call is wrong; 3 something outside failed (file, keychain, network).
    With --output json a failure is {"{"}"error":[code, exit, text, remedy, problems:[field, code, text]]{"}"}.
cli-usage = Usage:
cli-verbs = Verbs
cli-arguments = Arguments
cli-options = Options
cli-help = Show this help
cli-version = Show the version
cli-verb-kinds = List the kinds of tokens, or everything about one
cli-verb-generate = Make a token
cli-verb-inspect = Take a token apart and judge it
cli-verb-call = Show a request to a vendor, write it for curl or a program, or send it
cli-verb-projects = Keep credentials as projects
cli-verb-completions = Write a script by which a shell completes these words
cli-verb-man = Write the manual page

cli-output = text (for people) or json (one object on stdout, of failures too)
cli-field = A field of the kind, such as role=moderator; may be given again
cli-secret = A secret of the kind and where it is: env:NAME, file:PATH, - (one line on stdin) or command:PROGRAM ARGS (no shell, 10 s)
cli-project = A saved project (name or id) that holds the credentials
cli-at = The clock of the run: Unix seconds, a date such as 2026-01-02T03:04:05Z, or a span from now such as +90m or -2d
cli-expect = Refuse the token unless this field of it has this value; may be given again

## kinds

cli-kinds-kind = The id of a kind, such as opentok.t1
cli-kinds-after =
    JSON: {"{"}"kinds":[KIND…]{"}"}, or one KIND by itself: kind, vendor, name, about, generates, since,
    link, fields:[key, label, help, scope (credential or token), type, secret, required,
    required_unless, default, sample, advanced; and as the type has it min, max, warn_above,
    choices, bytes, flags, hex_digits], limits:[longest_life_s, refuses_future], snippets.
cli-inspect-only = Can only be inspected, not generated.
cli-credentials = Credentials (of a project, or given with -f and --secret)
cli-fields = Fields
cli-limits = Limits
cli-limit-life = lives at most { $longest }
cli-limit-future = refused when made in the future
cli-example = Example
cli-required = required
cli-required-unless = required unless { $other } is given
cli-default = default { $value }
cli-sample = such as { $value }
cli-type-text = text, up to { $max } characters
cli-type-id = identifier, up to { $max } characters
cli-type-digits = decimal digits
cli-type-choice = one of { $words }
cli-type-time = time: Unix seconds, a date, or a span such as +90m
cli-type-words = words, together up to { $max } characters
cli-type-number = number
cli-type-integer = whole number from { $min } to { $max }
cli-type-seconds = seconds from { $min } to { $max }, or a span such as +1h
cli-type-hex = { $digits } hex digits
cli-type-flags = sum of { $flags }
cli-type-pem = secret, a private key in PEM
cli-type-public-pem = public key or certificate in PEM
cli-type-uuid = UUID
cli-type-json = JSON object
cli-type-secret = secret
cli-type-secret-hex = secret, usually { $digits } hex digits

## generate

cli-generate-kind = The id of a kind, such as opentok.t1; tokendesk generate KIND --help lists its fields
cli-generate-after =
    Text output is the bare token; notes go to stderr.
    JSON: kind, vendor, project, token, fields, issued_at, not_before, expires_at, findings; outputs
    where a kind yields more than one text. Times are Unix seconds or null.

## inspect

cli-inspect-token = The token, with whatever stands around it; - (or nothing) reads one per line from stdin; @FILE reads a file
cli-inspect-kind = Take it for this kind instead of recognising it
cli-inspect-after =
    The signature is checked with what -f and --secret give, else with --project, else with each saved
    project of the token’s vendor until one fits.
    From stdin, each line is a token and gets a line (JSON: an object) in answer, as they come.
    JSON: kind, vendor, project, cleaned, shape, signature, window, context, accepted (null: no secret
    to check with), fields, issued_at, not_before, expires_at, remaining_s, parts, findings;
    candidates where other kinds look the same.
cli-inspect-nothing = There is nothing to inspect.
    .remedy = Give the token, @FILE, or - and one token per line on stdin.
cli-candidates = It could also be { $kinds }; choose with --kind.
cli-nothing-fits = Nothing of what -f and --secret give is for { $kind }, so it was not checked with them.
cli-unchecked = The report goes on without it.

## call

cli-call-call = The id of a call, such as opentok.create-session; without one, every call is listed
cli-call-as = Write it as curl, java, php, js or http instead of showing it
cli-call-send = Send it, and say what the answer means. Nothing is sent without this
cli-call-base-url = Another address than the vendor’s, for a mock or a proxy; https, or http on this machine
cli-call-force = Send it although the vendor’s limit is reached
cli-call-after =
    Without --as and --send the request is shown as it would be sent. With --send, stdout gets what
    was gained (a session ID, a token), words go to stderr, and the exit code is 3 if the vendor
    refuses. A request holds what was signed with the secret: it is good for some minutes.
    JSON: call, vendor, project, request:[method, url, headers, body], good_until; with --as also
    text; with --send also answer:[status, body], ok, fields, findings, gains. Without CALL:
    {"{"}"calls":[call, vendor, name, about, since, link, base_url, fields, quota]{"}"}.
cli-call-base = Goes to { $url }
cli-call-quota = at most { $most } in { $within }; one more locks for { $locks }
cli-call-valid = Valid for { $left }, until { $end }; sign again after that.
cli-call-old = Too old: valid until { $end }. Sign again.
cli-call-answer = The server answered { $status }.
cli-call-gain = { $name }, ends { $end }
cli-call-gain-extended = { $name } as before; now ends { $end }
cli-call-gain-never = { $name }, lasts until it is replaced
cli-call-gain-unknown = { $name }; nobody says when it ends
cli-call-near = { $count } of { $most } in { $within } are used.
cli-call-full = Not sent: { $most } in { $within } is the vendor’s limit, and one more would lock the account for { $locks }.
    .remedy = Wait until { $free }; or give --force.
cli-no-call = There is no call { $given }; the calls are { $expected }.
cli-no-call-unnamed = There is no such call; the calls are { $expected }.

## projects

cli-do-list = List the projects
cli-do-show = Show one
cli-do-add = Save a new one; its secrets go into the keychain
cli-do-set = Change one
cli-do-remove = Remove one, with its secrets
cli-do-import = Add the projects of a file; those that are there stay as they are
cli-do-export = Write all projects to stdout, without their secrets; or with them into a file
cli-do-backups = List the earlier states of the projects that are kept
cli-do-restore = Bring an earlier state of the projects back
cli-projects-number = The number of the backup; the latest unless given
cli-projects-which = Its name or id
cli-projects-vendor = The id of its vendor, such as opentok
cli-projects-name = Its name
cli-projects-environment = dev, stg or prod
cli-projects-group = The heading under which it is listed
cli-projects-without = Save it without its secrets, which then come with --secret each time
cli-projects-forget = Remove this secret from the keychain; may be given again
cli-projects-yes = Do not ask
cli-projects-leave = Leave its secrets in the keychain, where that cannot be reached any more
cli-projects-file = An export, a list in JSON or TOML, a table (CSV) or an .env file; - reads stdin
cli-import-format = auto (by name and look), json, toml, csv or env
cli-import-same = Of a project that is there already, by id or by its vendor’s key: keep it as it is, replace it, or add this one beside it
cli-import-vendor = Whose they are where the file does not say, such as opentok
cli-import-without = Leave the secrets that are in the file out
cli-export-format = toml, json or csv
cli-import-place = Where the secrets in it are to be kept: keychain or vault
cli-import-passphrase = Where the passphrase of an export with secrets is, as SOURCE
cli-export-with-secrets = Write them with their secrets into this new file, encrypted with a passphrase (age); what is kept elsewhere is left out
cli-export-passphrase = Where the passphrase for it is, as SOURCE; - reads two lines, which must be the same
cli-export-project = Only this project, by name or id
cli-export-no-passphrase = Secrets are exported only under a passphrase.
cli-export-alone = A passphrase is for an export with secrets; give --with-secrets FILE too.
cli-passphrase-how = Give --passphrase SOURCE: env:NAME, file:PATH, command:PROGRAM ARGS, or - for stdin.
cli-projects-dry = Say what would be done, and do nothing
cli-projects-after =
    Secrets are kept in the keychain of the operating system, or where --place says; they are never
    shown, and exported only under a passphrase. With --place external the project keeps the SOURCE
    itself, and reads it at use.
    JSON: a PROJECT is id, name, vendor, environment, group, credentials, secrets (the keys of those
    that are kept), place, references. list: {"{"}"projects":[PROJECT…]{"}"}; show, add, set: PROJECT;
    remove: {"{"}"removed":PROJECT,"left_over":[entries]{"}"};
    import: {"{"}"imported":[name, vendor, action (add, rename, replace, skip, refuse), from,
    environment, same, secrets, problems], format, ignored, faults{"}"}; exit code 2 where one is refused.
    export: what import takes; --with-secrets: {"{"}"exported":FILE,"projects":N,"secrets":N,
    "without":[names of those that have secrets which are not in it]{"}"}.
cli-projects-none = No projects.
    .remedy = Save one with tokendesk projects add, or in the window.
cli-projects-added = Added { $project }.
cli-projects-changed = Changed { $project }.
cli-projects-removed = Removed { $project }.
cli-projects-left = These entries of the service tokendesk may be left in the keychain: { $entries }
cli-projects-sure = Remove { $project } ({ $environment }) and its secrets? [y/N]
cli-projects-ask = Removing asks first, and there is no terminal to ask on; give --yes.
cli-backups-none = No backups yet.
    .remedy = Each change of the projects keeps the state before it, the last five of them.
cli-restored = The projects are as they were on { $moment } (backup { $number }). Secrets that were removed since must be entered again.
cli-set-aside = The file that could not be understood is kept as { $file }.
cli-projects-kept = Nothing was removed.
cli-add-how = Give -f KEY=VALUE for each and --secret KEY=SOURCE for a secret; --without-secrets saves it without.
cli-row-name = name
cli-row-id = id
cli-row-vendor = vendor
cli-row-environment = environment
cli-row-group = group
cli-kept-keychain = (in the keychain)
cli-kept-this-run = (was kept for one run of the window only)
cli-kept-nowhere = (not saved)
cli-import-add = added
cli-import-rename = added, was { $from }
cli-import-replace = replaced { $name }
cli-import-skip = skipped: it is there already
cli-import-refuse = refused
cli-import-file = { $file }: { $reason }
cli-import-secrets = There are no secrets in it: give them with tokendesk projects set NAME --secret KEY=SOURCE.
cli-import-keychain = Nothing was imported. Start and unlock the keychain; or give --without-secrets.

## completions and man

cli-completions-shell = bash, zsh, fish, powershell or elvish
cli-completions-after =
    bash: source <(tokendesk completions bash), in ~/.bashrc
    zsh: tokendesk completions zsh > _tokendesk, in a folder of $fpath
    fish: tokendesk completions fish > ~/.config/fish/completions/tokendesk.fish
    powershell: tokendesk completions powershell | Out-String | Invoke-Expression, in $PROFILE
    elvish: eval (tokendesk completions elvish | slurp), in rc.elv
    JSON: shell, script.
cli-man-after =
    It is roff: tokendesk man | man -l -
    JSON: page.
cli-man-what = a console for the access tokens of video vendors
cli-man-name = Name
cli-man-synopsis = Synopsis
cli-man-description = Description
cli-man-kinds = Kinds of tokens
cli-man-calls = Calls
cli-man-notes = Notes
cli-man-environment = Environment
cli-man-home = A folder for everything that the program keeps, instead of the platform’s folders.

## Failures

cli-no-verb = There is no verb.
cli-verb-unknown = There is no verb { $given }.
cli-verb-unknown-near = There is no verb { $given }; did you mean { $near }?
cli-verb-unknown-unnamed = There is no such verb.
cli-unknown = There is no option { $given }.
cli-unknown-near = There is no option { $given }; did you mean { $near }?
cli-unknown-unnamed = A word of the call is not expected there. It is not repeated here: it may be a secret.
cli-missing = { $arguments } is missing.
cli-value = { $argument } takes one of { $expected }.
cli-no-value = { $argument } needs a value.
cli-twice = { $argument } stands more than once.
cli-conflict = { $argument } does not go with { $prior }.
cli-not-text = A word of the call is not UTF-8 text.
cli-words-wrong = The words of the call are wrong.
cli-see-help = tokendesk{ $verb } --help shows how it goes.
cli-no-kind = There is no kind { $given }; the kinds are { $expected }.
cli-no-kind-unnamed = There is no such kind; the kinds are { $expected }.
cli-vendor-unknown = There is no such vendor; those with projects are { $expected }.
cli-inputs-wrong = What was given is wrong.
cli-inputs-missing = Give -f KEY=VALUE, and --secret KEY=SOURCE for a secret; or --project NAME.
cli-pair = must be KEY=VALUE (for a secret KEY=SOURCE)
cli-stdin-twice = cannot be read from stdin: something else is read from there
cli-source-failed = A secret cannot be had.
cli-source-words = must be command:PROGRAM ARGS, with quotation marks closed
cli-source-env = the environment variable is not set; env: takes its name, without $
cli-source-file = the file cannot be read: { $reason }
cli-source-stdin = stdin cannot be read: { $reason }
cli-source-command = the command cannot be run: { $reason }
cli-source-command-failed = the command failed ({ $status }); run it by itself to see why
cli-source-slow = the command took more than { $seconds } s and was ended
cli-source-long = is longer than { $limit } bytes
cli-source-empty = there is nothing in it
cli-source-text = is not UTF-8 text
cli-project-of-other = Project { $project } is of the vendor { $vendor }, so it does not fit { $kind }.
cli-secret-absent = A secret of project { $project } is not there.
    .remedy = Save it with tokendesk projects set NAME --secret KEY=SOURCE, or give --secret KEY=SOURCE here.
cli-keychain-use = Give --secret KEY=SOURCE, which needs no keychain; or start and unlock the keychain.
cli-keychain-save = Nothing was changed. Start and unlock the keychain; or save the project with --without-secrets and give --secret KEY=SOURCE each time.
cli-keychain-remove = Nothing was changed. Start and unlock the keychain; or give --leave-secrets.
cli-file = { $file } cannot be read: { $reason }
cli-stdin = stdin cannot be read: { $reason }
cli-output-failed = stdout cannot be written: { $reason }
