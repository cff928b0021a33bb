#!/bin/bash
# SPDX-License-Identifier: MIT
# Project rules that the compiler does not check. Prints violations; exits with 1 if there are any.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
breaches=0

# breach TEXT LINES: prints LINES, if there are any.
breach() {
    if [ -n "$2" ]; then
        printf '%s:\n%s\n' "$1" "$2" | sed '2,$s/^/    /'
        breaches=1
    fi
}

files() { git ls-files --cached --others --exclude-standard -- "$@"; }

# longer_than LINES PATTERN...
longer_than() {
    local limit=$1
    shift
    files "$@" | while IFS= read -r file; do
        lines=$(wc -l <"$file")
        [ "$lines" -le "$limit" ] || echo "$file: $lines lines"
    done
}

# Includes of rooms that are not in a room's SEES (CMakeLists.txt).
foreign_includes() {
    local list room sees rooms
    rooms=$(sed -n 's/^add_subdirectory(\(.*\))/\1/p' src/CMakeLists.txt | paste -sd '|')
    for list in src/*/CMakeLists.txt; do
        room=$(basename "$(dirname "$list")")
        sees=$(sed -n 's/^ *SEES //p' "$list" | tr ' ' '|')
        git grep -nE "#include \"($rooms)/" -- "src/$room" | grep -vE "#include \"($room|$sees)/" || true
    done
}

# Rooms that use one below them in src/CMakeLists.txt, and uses of models in the command.
wrong_arrows() {
    local room seen above=' '
    while read -r room; do
        while read -r seen; do
            [[ $above == *" $seen "* && "$room-$seen" != cli-models ]] || echo "$room sees $seen"
        done < <(sed -n 's/^ *SEES //p' "src/$room/CMakeLists.txt" | tr ' ' '\n')
        above+="$room "
    done < <(sed -n 's/^add_subdirectory(\(.*\))/\1/p' src/CMakeLists.txt)
}

missing_licence() {
    files '*.cpp' '*.h' '*.cs' '*.cmake' '*CMakeLists.txt' '*.sh' run test .ci/run tests/bench/run installer/deb installer/test '.clang-*' | while IFS= read -r file; do
        head -n 3 "$file" | grep -q 'SPDX-License-Identifier: MIT' || echo "$file"
    done
}

breach 'No licence line at the top' "$(missing_licence)"
breach 'Over 400 lines; split it' "$(longer_than 400 'src/*.cpp' 'src/*.h' 'ui/*.cpp' 'ui/*.h' 'tests/*.cpp')"
breach 'Gui or Widgets in src/' "$(git grep -nE \
    '#include <(Qt(Gui|Widgets)/|QtGui|QtWidgets|QWidget|QApplication|QMainWindow|QPainter|QIcon|QColor|QFont)|Qt6?::(Gui|Widgets)' \
    -- src || true)"
breach 'A nested event loop' "$(git grep -nE 'processEvents|QEventLoop|BlockingQueuedConnection' -- src ui || true)"
breach 'Unfinished work' "$(git grep -nwE 'TODO|FIXME|XXX|HACK' -- src ui tests installer .ci ':!tests/gates/house.sh' || true)"
breach 'Test class not registered in CMakeLists.txt' "$(files 'tests/*/tst_*.cpp' | while IFS= read -r file; do
    class=$(basename "$file" .cpp)
    grep -qw "${class#tst_}" "$(dirname "$file")/CMakeLists.txt" || echo "$file"
done)"

breach 'Include of a room that is not in SEES' "$(foreign_includes)"
breach 'Dependency in the wrong direction' "$(wrong_arrows)"

exit $breaches
