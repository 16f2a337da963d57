## window: earlier states of the projects

command-backups = Earlier states of the projects…
backups-title = Earlier states of the projects
backups-text = Each change keeps the state before it, the last five of them. Going back is a change too, and can be taken back. Secrets are not in it: one that was removed since must be entered again.
backups-looking = Looking…
backups-none = None yet: the projects have not been changed since they were first saved.
backups-restore = Back to { $moment }
backups-aside = Set the broken file aside and begin anew
backups-restored = The projects are as they were.
backups-restored-aside = The projects are as they were. The broken file is kept as { $file }.
backups-set-aside = The broken file is kept as { $file }.
backups-nothing = The file is good; nothing was done.
