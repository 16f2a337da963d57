#!/usr/bin/env bash
# The window beside an empty eframe window and KeePassXC, in one run: time to the first mapped window, processor time to
# settle and at rest, memory with 200 projects, size of the binary.
#
#   benches/window.sh            RUNS=5 IDLE=10
#
# Needs what .ci/run installs; KeePassXC (Debian: keepassxc) is compared with if it is there. Builds with the `release`
# profile. The aims: first window within 1.4 of the empty one and before KeePassXC; at rest 0.0 to 0.1 % of a core,
# counting 1.5 %; 110 MiB; 20 MiB. On a loaded machine all times roughly double: look at the least and at the ratios.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
cargo build --locked --release -p tokendesk -p window-bench
tokendesk=$target/release/tokendesk

work=$(mktemp -d)
screen=
trap '[ -z "$screen" ] || kill "$screen"; rm -rf "$work"' EXIT

# No project, and two hundred. Secrets would be in the keychain; at the start nobody asks for them.
mkdir -p "$work/run" "$work/none/config" "$work/many/config"
{
  echo 'version = 1'
  for number in $(seq 200); do
    cat <<PROJECT

[[project]]
id = "p$(printf %012x "$number")"
name = "Classroom $number 教室"
vendor = "opentok"
environment = "dev"
group = "School $((number / 20))"
place = "keychain"

[project.credentials]
api_key = "$((48213579 + number))"
PROJECT
  done
} >"$work/many/config/projects.toml"
printf '[General]\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n' >"$work/keepassxc.ini"

# Something with an end, for the countdown.
S=9f3c1a7be25d4086c1f0a94d7738be21c05e6d14 TOKENDESK_HOME=$work/none "$tokendesk" generate opentok.t1 \
  -f api_key=48213579 --secret api_secret=env:S \
  -f session_id=1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5- >"$work/token"

exec 3>"$work/display"
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -r -noreset >/dev/null 2>&1 &
screen=$!
exec 3>&-
until [ -s "$work/display" ]; do sleep 0.05; done
export HOME=$work XDG_RUNTIME_DIR=$work/run LIBGL_ALWAYS_SOFTWARE=1
DISPLAY=:$(cat "$work/display")
export DISPLAY
unset WAYLAND_DISPLAY

dbus-run-session -- bash -euc '
  printf pw | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
  keychain=$!
  openbox --sm-disable >/dev/null 2>&1 &
  windows=$!
  trap "kill $keychain $windows" EXIT
  until xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id"; do sleep 0.05; done
  xclip -i -selection clipboard "$1/token" >/dev/null 2>&1
  "$2/window-bench" "$2/tokendesk" "$1"
' bash "$work" "$target/release" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }

printf 'binary: %s MiB\n' "$(stat -c %s "$tokendesk" | awk '{ printf "%.1f", $1 / 1048576 }')"
cut -d' ' -f1-3 /proc/loadavg | sed 's/^/load: /'
