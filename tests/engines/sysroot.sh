#!/usr/bin/env bash
# sysroot.sh FOLDER: the libraries of Debian for arm64, laid out in FOLDER, for a cross-compiler and
# qemu-user: nothing of them is run or installed. Takes root, since debootstrap does.
set -eu
folder=$1
release=$(sed -n "s/^VERSION_CODENAME=//p" /etc/os-release)
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' |
    head -n 1)
wanted=libc6-dev,libgsl-dev,libyaml-dev,libssl-dev,libjansson-dev,libgmp-dev,libzip-dev,libexpat1-dev
wanted+=,libxlsxwriter-dev,zlib1g-dev,libminizip-dev,libcmark-dev,librandom123-dev,libxxhash-dev
debootstrap --foreign --arch=arm64 --variant=minbase --include="$wanted" \
    "$release" "$folder" "$mirror"
for package in "$folder"/var/cache/apt/archives/*.deb; do
    dpkg -x "$package" "$folder"
done
# Links that are absolute mean files of the sysroot.
find "$folder/usr/lib/aarch64-linux-gnu" -type l -lname '/*' | while read -r link; do
    ln -sfn "$folder$(readlink "$link")" "$link"
done
