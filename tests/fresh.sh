#!/usr/bin/env bash
# fresh.sh [quick]: README's two commands on machines that have nothing yet: Debian 12 and 13 as
# debootstrap makes them, from the mirror that this machine's apt uses, with a clone of the tree in
# a path with a blank, under LC_ALL=C. Each release as root and as a plain user, with gcc and with
# clang; quick: each once, and of `make check` the sessions; ONLY=trixie: that release. Takes root,
# and is skipped by name where that or debootstrap cannot be had. The last line counts: "N passed, N
# failed".
set -u
. tests/tap.sh

quick=${1:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT # nothing is mounted there but in a namespace that has ended
passed=0 skipped=0

skip() { # NAME REASON
    count=$((count + 1)) skipped=$((skipped + 1))
    echo "ok $count - $1 # SKIP $2"
}

# What is there to begin with: a minimal root of a release.
make_root() { # RELEASE
    local mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' | head -n 1)
    [ -n "$mirror" ] || { echo "apt here knows no mirror of Debian" && return 1; }
    debootstrap --variant=minbase "$1" "$scratch/$1" "$mirror" || return 1
    cp /etc/resolv.conf "$scratch/$1/etc/"
}

# inside ROOT USER COMMAND: runs it there, at home in the clone, if there is one.
inside() {
    unshare --mount --fork --pid --kill-child bash -c '
        mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" &&
        exec chroot --userspec="$2" "$1" env -i LC_ALL=C HOME=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin \
            DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} \
            sh -c "cd \"/srv/a house\" 2>/dev/null; $3"' - "$1" "$2" "$3" </dev/null 2>&1
}

# Says what of a run was not as it should be: its status, and warnings of the compiler.
faults() { # LOG STATUS
    [ "$2" -eq 0 ] || { echo "status $2" && grep '^#' "$1" | head -n 80 && tail -n 20 "$1"; }
    grep -E 'warning:|No such file or directory.*Makefile|Makefile:[0-9]+: .*No such file' "$1"
}

packages_in() {
    inside "$1" 0:0 'dpkg-query --show | wc -l'
}

# What must hold before anything is installed but make.
installs_nothing() { # ROOT NAME
    local before log=$1.log
    before=$(packages_in "$1")
    for command in 'make SETUP=no demo' 'make SETUP=no check' 'make -n check' 'make -q check' 'make no-such-target'; do
        inside "$1" 0:0 "$command" >"$log"
        verdict "$2: $command installs nothing" "$([ "$(packages_in "$1")" = "$before" ] || cat "$log")"
    done
    rm -rf "$1/srv/a house/build"
    chown -R 1000:1000 "$1/srv/a house"
    inside "$1" 1000:1000 'make check' >"$log"
    verdict "$2: a plain user is told one list, for building and testing" "$(
        { [ "$(grep -c 'apt-get install' "$log")" -eq 1 ] && grep -q 'libgsl-dev.* mandoc\|mandoc.* libgsl-dev' "$log" &&
            ! grep -q 'No such file' "$log"; } || cat "$log"
    )"
    sed -n 's/^ *\(apt-get.* install .*\)/\1/p' "$log" >"$1.told"
}

# The two commands. A plain user's packages are installed by the command that was told.
two_commands() { # ROOT NAME USER CC
    local log=$1.log check='make check'
    chown -R "$3" "$1/srv/a house"
    [ "$quick" ] && check='make check ONLY=tests/command'
    if [ "$3" != 0:0 ]; then
        inside "$1" 0:0 "$(cat "$1.told") $([ "$4" = gcc ] || echo "$4")" >"$log"
        verdict "$2: the command that was told installs" "$(faults "$log" $?)"
    fi
    for command in 'make demo' "$check"; do
        inside "$1" "$3" "$command -j$(nproc) CC=$4" >"$log"
        verdict "$2: $command" "$(faults "$log" $?)"
    done
    grep -E '^[0-9]+ (passed|skipped)' "$log" | sed 's/^/# /'
}

# One machine, from nothing.
machine() { # RELEASE USER CC
    local root="$scratch/machine" name
    name="$1, $([ "$2" = 0:0 ] && echo root || echo 'a plain user'), $3"
    echo "# ---- $name ($SECONDS s)"
    cp -a "$scratch/$1" "$root"
    git -c safe.directory='*' clone --quiet --no-hardlinks . "$root/srv/a house"
    inside "$root" 0:0 'useradd --uid 1000 --create-home somebody' >/dev/null
    inside "$root" 0:0 'apt-get install -y --no-install-recommends make' >"$root.log"
    verdict "$name: make is installed" "$(faults "$root.log" $?)"
    installs_nothing "$root" "$name"
    two_commands "$root" "$name" "$2" "$3"
    rm -rf "$root"
}

able=$([ "$(id -u)" -eq 0 ] || echo 'this takes root')
[ -n "$able" ] || sh tests/setup.sh fresh || able='debootstrap cannot be had here'
[ -n "$able" ] || unshare --mount true || able='this machine allows no mounts'
for release in bookworm trixie; do
    [[ $release == *${ONLY:-}* ]] || continue
    if [ -n "$able" ]; then
        skip "a fresh $release" "$able"
    elif ! make_root $release >"$scratch/log" 2>&1; then
        skip "a fresh $release" "debootstrap: $(tail -n 1 "$scratch/log")"
    elif [ "$quick" ]; then
        [ $release = bookworm ] && machine bookworm 0:0 gcc
        [ $release = trixie ] && machine trixie 1000:1000 clang
    else
        for cc in gcc clang; do
            machine $release 0:0 $cc
            machine $release 1000:1000 $cc
        done
    fi
    rm -rf "${scratch:?}/$release"
done

finish
status=$?
passed=$((count - failures - skipped))
echo "# $SECONDS seconds"
echo "$passed passed, $failures failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
exit $status
