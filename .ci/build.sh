# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# Configures a preset if necessary and builds it. Sourced by ./run, ./test and .ci/run.

# build_preset PRESET [TARGET...]: in the current directory, the root. Talks on stderr. Two at once wait for
# each other. Nothing to do costs what ninja takes to see it.
build_preset() {
    preset=$1
    shift
    mkdir -p build
    (
        flock 9
        ninja_file=build/$preset/build.ninja
        # shellcheck disable=SC3013 # -nt: every sh of Debian and Ubuntu has it
        if [ ! -f "$ninja_file" ] || [ CMakePresets.json -nt "$ninja_file" ]; then
            echo "$0: configuring and building \"$preset\"; the first time takes minutes" >&2
            cmake --preset "$preset" --log-level=WARNING || exit 1
        fi
        # Not a word where nothing is to be done.
        [ "$(ninja -C "build/$preset" -n "$@" 2>&1 | tail -n 1)" != 'ninja: no work to do.' ] || exit 0
        if [ -t 2 ]; then
            ninja -C "build/$preset" "$@"
        else
            # No terminal: a line for each file would bury what matters.
            ninja -C "build/$preset" --quiet "$@"
        fi
    ) 9>"build/.$preset.lock" >&2 </dev/null
}
