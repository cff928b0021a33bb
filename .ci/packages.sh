# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# The Debian packages that each command needs, and their installation. Sourced by ./run, ./test and .ci/run.
# shellcheck disable=SC2034 # the lists are read by those who source this

# To build and to start: compiler, Qt, five small libraries, and a font (without one Qt draws empty boxes).
packages_run="cmake g++ ninja-build pkgconf qt6-base-dev qt6-l10n-tools qt6-svg-dev libmnl-dev libtomlplusplus-dev libexpected-dev libzstd-dev zlib1g-dev fonts-dejavu-core"

# The tests set access control lists and mount file systems; mold links the test programs faster.
packages_test="$packages_run acl at-spi2-core bindfs btrfs-progs dbus mold xvfb"

# installer/deb makes Debian packages.
packages_deb="$packages_run dpkg-dev git xz-utils"
# installer/test checks them, in a bare Debian.
packages_installer="$packages_deb appstream debootstrap desktop-file-utils lintian mandoc"

# For the gates of .ci/run.
packages_gates="$packages_test appstream clang-14 clang-format-14 clang-tidy-14 clazy codespell desktop-file-utils git
mandoc shellcheck strace tshark"

# Prints the arguments that are not installed.
missing_packages() {
    for package in "$@"; do
        state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || state=
        case $state in
        installed*) ;; # once for each architecture that is installed
        *) printf '%s ' "$package" ;;
        esac
    done
}

# Installs missing packages; needs no rights if there are none. Prints messages on stderr.
install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        echo "$0: this is not Debian or Ubuntu; install the packages listed in README.md under \"Build\"." >&2
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0

    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        as_root=sudo
    else
        echo "$0: Debian packages are missing, and installing them needs root. Run this, then $0 again:" >&2
        echo "    apt-get update && apt-get install --no-install-recommends $missing" >&2
        return 1
    fi
    echo "$0: installing missing Debian packages: $missing" >&2
    # shellcheck disable=SC2086 # words on purpose
    if ! apt-get -qq -s install --no-install-recommends $missing >/dev/null 2>&1 || ! apt_install $missing; then
        # No package lists, or older ones than the mirror has.
        # shellcheck disable=SC2086
        $as_root apt-get -q update >&2 && apt_install $missing && return 0
        echo "$0: apt-get could not install them; see its messages above." >&2
        return 1
    fi
}

apt_install() {
    # shellcheck disable=SC2086 # $as_root may be empty
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$@" </dev/null >&2
}
