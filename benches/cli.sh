#!/bin/sh
# What one call costs, the start of the process included: tokendesk against jwt-cli 6.2.0 and `true`, in one run.
#
#   cargo build --release && benches/cli.sh
#
# In this order: `cargo bench` and `cargo test --release` build the executable anew with what the tests switch on.
#
# Needs hyperfine and GNU time. Installs jwt-cli beside the target folder if it is not there. The aim: at most 2 ms in
# the median and 8 MiB, and level with `jwt decode`.
set -eu
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
ours=$target/release/tokendesk
peers=$target/peers
[ -x "$ours" ] || { echo "no $ours: cargo build --release" >&2; exit 2; }
[ -x "$peers/bin/jwt" ] || cargo install --quiet --locked jwt-cli --version 6.2.0 --root "$peers"
runs=${RUNS:-400}

export S=9f3c1a7be25d4086c1f0a94d7738be21c05e6d14
export TOKENDESK_HOME="$target/bench-home"
session=1_MX40ODIxMzU3OX5-MTc2NzIyNTYwMDEyM35UcTdacDJMcjlYdzRWYjZOazFNajhIczN-UH5-
credentials="-f api_key=48213579 --secret api_secret=env:S"
generate="$ours generate opentok.t1 $credentials -f session_id=$session"
t1=$($generate)
hs=$($ours generate opentok.rest-jwt $credentials)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
set -- \
    true "true" \
    jwt "$peers/bin/jwt decode $hs -S $S" \
    inspect-t1 "$ours inspect $t1 $credentials" \
    inspect-hs256 "$ours inspect $hs $credentials" \
    inspect-json "$ours inspect $t1 $credentials --output json" \
    generate-t1 "$generate" \
    generate-hs256 "$ours generate opentok.rest-jwt $credentials"

printf '%-14s %9s %9s %9s %9s %7s\n' what min_ms median_ms cpu_ms peak_MiB "x jwt"
while [ $# -gt 0 ]; do
    name=$1 command=$2
    shift 2
    hyperfine -N --warmup 20 --runs "$runs" --export-json "$work/$name.json" "$command" >"$work/log" 2>&1 ||
        { cat "$work/log" >&2; exit 1; }
    # The highest of five, in KiB.
    peak=$(for _ in 1 2 3 4 5; do command time -f %M $command 2>&1 >/dev/null | tail -n 1; done | sort -n | tail -n 1)
    # "median": 0.00087, on lines of its own.
    number() { sed -n "s/^ *\"$1\": *\([0-9.e-]*\),*$/\1/p" "$work/$name.json" | head -n 1; }
    median=$(number median)
    [ "$name" = jwt ] && jwt=$median
    awk -v name="$name" -v min="$(number min)" -v median="$median" -v user="$(number user)" -v kernel="$(number system)" \
        -v peak="$peak" -v jwt="${jwt:-0}" 'BEGIN {
            ratio = jwt > 0 ? sprintf("%.2f", median / jwt) : "-"
            printf "%-14s %9.2f %9.2f %9.2f %9.1f %7s\n", name, min * 1000, median * 1000, (user + kernel) * 1000, peak / 1024, ratio
        }'
done
