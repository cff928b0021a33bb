#!/bin/bash
# SPDX-License-Identifier: MIT
# Makes the pictures of the manual: pictures.sh DIRECTORY, which contains pipeglass and pipeglass-gui.
# Needs Xvfb, openbox, xdotool and ImageMagick. The pipes, settings and recordings are in a temporary directory.
set -euo pipefail

programs=$(cd "${1:?DIRECTORY of the programs}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d /tmp/manual.XXXXXX)
export XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_RUNTIME_DIR=$work/run TMPDIR=$work/tmp
export QT_QPA_PLATFORM=xcb LANG=C.UTF-8
mkdir -p "$XDG_RUNTIME_DIR" "$TMPDIR" "$XDG_CONFIG_HOME/pipeglass"
chmod 700 "$XDG_RUNTIME_DIR"
printf '[hints]\ntour-offered=true\nattach=false\n' >"$XDG_CONFIG_HOME/pipeglass/pipeglass.ini"

pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT

Xvfb -displayfd 3 -screen 0 900x600x24 3>"$work/display" 2>/dev/null &
pids+=($!)
until [ -s "$work/display" ]; do :; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox 2>/dev/null &
pids+=($!)

serve() { # NAME: an echo server
    "$programs/pipeglass" echo "$1" >/dev/null 2>&1 &
    pids+=($!)
    until [ -S "$TMPDIR/CoreFxPipe_$1" ]; do :; done
}

# Until two pictures in succession are equal.
settle() {
    local before='' now=x
    while [ "$before" != "$now" ]; do
        before=$now
        sleep 0.7
        now=$(import -window root png:- | md5sum)
    done
}

picture() { # NAME
    settle
    import -window root -strip "$work/picture.png"
    convert "$work/picture.png" -bordercolor black -border 1 -trim +repage -dither None -colors 96 -strip "$here/$1.png"
}

press() {
    xdotool key "$@"
    settle
}

serve billing
serve orders
"$programs/pipeglass-gui" --theme light --dir "$TMPDIR" 2>/dev/null &
window=$!
pids+=("$window")
xdotool search --sync --onlyvisible --pid "$window" >/dev/null
picture list
press ctrl+i
picture access
press ctrl+n
xdotool type pipe_test1
picture host
press Escape
press ctrl+shift+n
xdotool type 'dotnet run --project "My server"'
picture tap
press Escape
press ctrl+e
xdotool type "System.UnauthorizedAccessException: Access to the path '$TMPDIR/CoreFxPipe_orders' is denied."
picture error
press Escape
press ctrl+l
press ctrl+shift+a
press F11
xdotool type 'hello'
press Return
picture talk
press ctrl+w
"$programs/pipeglass" echo stock >/dev/null 2>&1 &
stock=$!
until [ -S "$TMPDIR/CoreFxPipe_stock" ]; do :; done
kill -KILL "$stock"
press F5
press ctrl+b
picture problems
