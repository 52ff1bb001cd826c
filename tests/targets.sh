#!/usr/bin/env bash
# targets.sh: what builds nothing installs nothing. In a copy of the tree that has never been built,
# make -n, make -q, make help, a target that is not there and a mode that is none call no package
# manager, and leave no build/ behind. What does want packages calls it: by that the trap is tried.
set -u
. tests/tap.sh

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/tree" "$scratch/bin"
tar -c --exclude=./build --exclude=./.git . | tar -x -C "$scratch/tree"
for manager in apt-get dnf apk pacman brew; do
    printf '#!/bin/sh\necho %s "$@" >>%s/called\n' $manager "$scratch" >"$scratch/bin/$manager"
done
printf '#!/bin/sh\n[ "$1" = -n ] && shift\nexec "$@"\n' >"$scratch/bin/sudo"
chmod +x "$scratch"/bin/*

# As a user would type it, with none of this suite's own settings.
clean_make() {
    (cd "$scratch/tree" && env -i PATH="$scratch/bin:$PATH" HOME="$scratch" LC_ALL=C \
        ${PKG_CONFIG:+PKG_CONFIG=$PKG_CONFIG} make "$@" </dev/null)
}
installs_nothing() { # STATUS ARGUMENT...: what went wrong
    local wanted=$1 status
    shift
    rm -rf "$scratch/called" "$scratch/tree/build"
    PKG_CONFIG=false clean_make "$@" >"$scratch/said" 2>&1
    status=$?
    [ $status -eq "$wanted" ] || { echo "status $status, not $wanted:" && tail -n 3 "$scratch/said"; }
    [ ! -e "$scratch/called" ] || cat "$scratch/called"
    find "$scratch/tree/build" -type f 2>/dev/null | head -n 3
}

for target in '' check sanitize engines demo fuzz bench install deb; do
    verdict "make -n $target" "$(installs_nothing 0 -n $target)"
done
verdict "make -q" "$(installs_nothing 1 -q)"
verdict "make -q check" "$(installs_nothing 1 -q check)"
verdict "make help" "$(installs_nothing 0 help)"
verdict "make nothing-of-this-name" "$(installs_nothing 2 nothing-of-this-name)"
verdict "make chekc, a slip" "$(installs_nothing 2 chekc)"
verdict "make MODE=none" "$(installs_nothing 2 MODE=none)"
verdict "make clean" "$(installs_nothing 0 clean)"
verdict "make uninstall" "$(installs_nothing 0 uninstall "DESTDIR=$scratch/nowhere")"

# The control: a package is missing, and the manager is called, unless SETUP=no.
rm -f "$scratch/called"
PKG_CONFIG=false clean_make build/setup/build >"$scratch/said" 2>&1
verdict "what wants a package calls its manager" "$([ -s "$scratch/called" ] || tail -n 5 "$scratch/said")"
verdict "make SETUP=no names what is missing, and installs nothing" "$(installs_nothing 2 SETUP=no)"
finish
