#!/usr/bin/env bash
# package.sh: the Debian packages of `make deb`: built, looked at by lintian, and in a minimal root
# that debootstrap makes installed, used and removed. What cannot be had here is skipped by name.
set -u
. tests/tap.sh

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT # nothing is mounted there but in a namespace that has ended

skip() { # NAME REASON
    count=$((count + 1))
    echo "ok $count - $1 # SKIP $2"
}

for tool in dh dpkg-buildpackage lintian; do
    command -v $tool >/dev/null && continue
    skip 'the packages' "no $tool here"
    finish
    exit
done
if lack=$(dpkg-checkbuilddeps data/share/debian/control 2>&1); [ -n "$lack" ]; then
    skip 'the packages' "${lack##*: }"
    finish
    exit
fi
env -u MAKEFLAGS make MODE=release deb >"$scratch/log" 2>&1
verdict 'make deb builds four packages' "$(
    [ "$(find build/deb -name '*.deb' | wc -l)" -eq 4 ] || tail -n 20 "$scratch/log")"
verdict 'lintian finds nothing' "$(
    lintian --allow-root --fail-on error,warning build/deb/*.changes 2>&1)"

root=$scratch/root
release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' |
    head -n 1)
if [ "$(id -u)" -ne 0 ] || ! unshare --mount true 2>/dev/null ||
    ! debootstrap --variant=minbase "$release" "$root" "$mirror" >"$scratch/log" 2>&1; then
    skip 'a clean root' 'this takes root, mounts, and a root by debootstrap'
    finish
    exit
fi
cp /etc/resolv.conf "$root/etc/"
cp build/deb/*.deb "$root/tmp/"

inside() {
    unshare --mount --fork --pid --kill-child bash -c '
        mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" &&
        exec chroot "$1" env -i LC_ALL=C HOME=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin \
            DEBIAN_FRONTEND=noninteractive sh -c "$2"' - "$root" "$1" </dev/null 2>&1
}

# says COMMAND EXPECTED NAME
says() {
    local said
    said=$(inside "$1")
    verdict "$3" "$([ "$said" = "$2" ] || printf '%s\n' "$said" | tail -n 20)"
}

files='find / -xdev -path /proc -prune -o -path /tmp -prune -o -path /var -prune -o -print | sort'
inside "$files" >"$scratch/before"
inside 'apt-get install -y --no-install-recommends /tmp/*.deb' >"$scratch/log"
verdict 'they are installed' "$([ $? -eq 0 ] || tail -n 20 "$scratch/log")"
says 'hz-reserve --method mack /usr/share/huzhu/data/published/raa.csv | tail -n 1 | cut -d, -f 1,5-6' \
    'total,52135.23,26909.01' 'hz-reserve gives the figures of Mack (1994): 52,135 and 26,909'
says 'hz-selftest >/dev/null && echo good' good 'hz-selftest finds all published figures'
says 'hz | grep -c "^  audit  "' 1 'hz lists the commands'
says 'apt-get install -y --no-install-recommends gcc libc6-dev pkg-config >/dev/null 2>&1
    printf "#include <huzhu.h>\nint main(void) { hz_date day;\n" >/tmp/a.c
    printf "return !hz_date_parse(hz_text_of(\"2024-02-29\"), &day); }\n" >>/tmp/a.c
    cc $(pkg-config --cflags huzhu) /tmp/a.c $(pkg-config --libs huzhu) -o /tmp/a &&
    /tmp/a && echo good' good \
    'a program is built with libhuzhu-dev and runs with libhuzhu0'
inside 'apt-get purge -y huzhu huzhu-doc libhuzhu-dev libhuzhu0' >"$scratch/log"
verdict 'they are removed' "$([ $? -eq 0 ] || tail -n 20 "$scratch/log")"
inside "$files" >"$scratch/after"
verdict 'nothing of them is left' "$(
    comm -13 "$scratch/before" "$scratch/after" | grep -E 'huzhu|/hz' | head)"
finish
