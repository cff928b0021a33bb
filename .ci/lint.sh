#!/bin/sh
# SPDX-License-Identifier: MIT
#   .ci/lint.sh clazy|tidy [FILE...]
# Runs the checker on our sources (not the tests) as compiled in build/dev (or that of PIPEGLASS_PRESET), in unity batches;
# with FILEs only on batches that contain one of them. Exits with 1 if it reports anything.
set -eu
cd "$(dirname "$(readlink -f "$0")")/.."
tool=$1
shift
build=build/${PIPEGLASS_PRESET:-dev}
batches=$(find "$build/src" "$build/ui" -path '*/Unity/unity_*.cxx')
if [ $# -gt 0 ]; then
    # shellcheck disable=SC2086 # our file names have no spaces
    batches=$(printf '/%s"\n' "$@" | grep -lFf - $batches || true)
fi
# shellcheck disable=SC2086
set -- $batches
said=build/lint-$tool.txt

# clang cannot read the headers that GCC precompiled.
mkdir -p build/lint
sed -E 's/ -Winvalid-pch -include [^ ]+cmake_pch\.hxx//' "$build/compile_commands.json" >build/lint/compile_commands.json

# Both are clang; the commands contain options that only GCC knows.
may_be_foreign=--extra-arg=-Wno-unknown-warning-option
case $tool in
clazy)
    checks=$(grep -v '^#' .clazy | paste -sd, -)
    printf '%s\0' "$@" | xargs -0 -P "$(nproc)" -n 1 clazy-standalone -p build/lint \
        -checks="$checks" $may_be_foreign -header-filter='/(src|ui)/' -ignore-dirs='^/usr/|/build/' >"$said" 2>&1 || true
    grep -E ' (warning|error): ' "$said" | sort -u >"$said.sorted" || true
    ;;
tidy)
    printf '%s\0' "$@" | xargs -0 -P "$(nproc)" -n 1 clang-tidy-14 --quiet $may_be_foreign \
        -p build/lint >"$said" 2>&1 || true
    grep -E ' (warning|error): ' "$said" | sort -u >"$said.sorted" || true
    ;;
*)
    echo "usage: $0 clazy|tidy [FILE...]" >&2
    exit 2
    ;;
esac
cat "$said.sorted"
[ ! -s "$said.sorted" ]
