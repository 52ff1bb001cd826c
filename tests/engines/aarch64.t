needs: aarch64-linux-gnu-gcc qemu-aarch64 debootstrap

Built for arm64 by a cross-compiler, with Debian's libraries for it, and run under qemu:

  $ [ "$(id -u)" -eq 0 ] && bash "$ROOT/tests/engines/sysroot.sh" "$PWD/sysroot" >sysroot.log 2>&1 || tail -n 3 sysroot.log
  $ mkdir tree; tar -c -C "$ROOT" --exclude=./build --exclude=./.git . | tar -x -C tree
  $ export PKG_CONFIG_SYSROOT_DIR=$PWD/sysroot PKG_CONFIG_LIBDIR=$PWD/sysroot/usr/lib/aarch64-linux-gnu/pkgconfig
  $ env -u MAKEFLAGS make -C tree -j2 MODE=release SETUP=no CC="aarch64-linux-gnu-gcc --sysroot=$PWD/sysroot" commands >make.log 2>&1 || tail -n 5 make.log
  $ run() { qemu-aarch64 -L sysroot "tree/build/bin/$1" "${@:2}"; }

The same bytes, of sums, of estimates, of random numbers; and all published figures again:

  $ cp -R "$ROOT/data" "$ROOT/plans" .; members=data/sample/members.csv claims=data/sample/claims.csv
  $ both() { run "$@" >arm.out 2>arm.err; "$@" >own.out 2>own.err; cmp arm.out own.out && cmp arm.err own.err && echo same; }
  $ both hz-unearned --as-of 2022-12-31 --by plan,office $members
  same
  $ both hz-unearned --as-of 2022-12-31 --partial $members
  same
  $ both hz-triangle --as-of 2024-12-31 --by plan $claims
  same
  $ both hz-reserve --method mack --run-off data/published/raa.csv
  same
  $ both hz-bootstrap --simulations 200 data/published/raa.csv
  same
  $ both hz-simulate claims --rows 5000
  same
  $ run hz-selftest --data data | grep ^figures | sed 's/.*,//' | sort -u
  agrees
