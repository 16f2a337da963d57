## Time travel

command-travel = Set the time…
command-travel-hour = Time: 1 hour on
command-travel-day = Time: 1 day on
command-travel-end = Time: just past the token’s end
command-travel-back = Back to the clock
travel-title = What time is it to be?
travel-about = Every verdict and countdown follows, and the time runs on from there. Nothing else changes: the clock of this machine stays as it is.
travel-field = Time
travel-hint = 1795294632, 2026-11-21T20:57:12Z, +90m
travel-help = Unix seconds, RFC 3339, or a span from the clock
travel-steps = Steps
travel-go = Set
travel-day-back = 1 day back
travel-hour-back = 1 hour back
travel-hour-on = 1 hour on
travel-day-on = 1 day on
travel-before-end = 1 minute before the token’s end
travel-end = Just past the token’s end
travel-ahead = It is { $moment } here, { $span } ahead of the clock.
travel-behind = It is { $moment } here, { $span } behind the clock.
travel-at-clock = It is { $moment }, as the clock says.
status-travel = Moved: { $clock }

## First start and demo

command-try-demo = Try the demo
command-remove-demo = Remove the demo
start-title = From nothing to a verdict in three steps
start-about = Everything stays on this machine.
start-project = Make a project, or try the demo
    .text = A project keeps the credentials of one vendor; its secret goes to the keychain. The demo has invented ones, is ready at once, and goes with one press.
start-token = Make a token
    .text = Choose a kind, fill in its form and press Generate. What is wrong is said beside the field while you type.
start-inspect = Paste a token that does not work
    .text = It is recognised and checked with your projects. You read why it is refused, and what to do now.
demo-tag = demo
demo-note = Its credentials are invented: no server takes its tokens.
demo-note-this-run = Its credentials are invented: no server takes its tokens. There is no keychain, so it works for this run only.

## Settings of the desk

command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-reset = Zoom: 100 %
settings-zoom = Zoom
    .help = For everything in the window
zoom-percent = { $percent } %
settings-times = Times
times-local = Local time
times-utc = UTC
settings-storage = Files
settings-file-projects = Projects: names and open credentials, no secret
settings-file-settings = Settings: what is chosen here, the window, the last project and panel; nothing that was typed
settings-file-watch = Watched tokens: when they end and what they were made from; the tokens themselves are in the keychain, or nowhere
settings-file-sent = How many calls were sent within the last minute, where a vendor limits them

## Keyboard

projects-list = Projects
shortcut-next = Next control
shortcut-list = Within a list, tabs or a choice
