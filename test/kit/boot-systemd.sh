#!/bin/bash
# Becomes the first process of a machine of its own: a real systemd over a copy-on-write view of this
# host's root, with namespaces of its own. usage, as root: boot-systemd.sh DIR CGROUP, both empty
# directories; DIR/share shows as /shared inside. Ends with the message of what it could not do.
set -euo pipefail

machine=$1 cgroup=$2

if [ "${3:-}" != inside ]; then
  mkdir -p "$machine/share" "$machine/disk"
  echo $$ >"$cgroup/cgroup.procs"
  exec unshare --mount --pid --uts --ipc --net --cgroup --fork --kill-child=SIGKILL "$0" "$machine" "$cgroup" inside
fi

mount --make-rprivate /
disk=$machine/disk root=$machine/disk/root
mount -t tmpfs tmpfs "$disk"
mkdir "$disk/upper" "$disk/work" "$root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$disk/upper,workdir=$disk/work" "$root"

# The kernel's own file systems, as a container has them.
mount -t proc proc "$root/proc"
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,bind,ro "$root/proc/sys"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null zero full random urandom tty; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mkdir -p "$root/shared"
mount --bind "$machine/share" "$root/shared"

# Nothing of the host starts here: neither what it enabled nor what needs real hardware.
units=$root/etc/systemd/system
rm -rf "$units"/*.wants "$units"/*.timer "$root"/var/lib/systemd/timers/* "$root"/var/log/journal
for want in "$root"/lib/systemd/system/{sysinit,local-fs,multi-user,timers}.target.wants/*; do
  case ${want##*/} in
    systemd-journald.service | systemd-tmpfiles-setup.service | dbus.service) ;;
    systemd-logind.service | systemd-user-sessions.service) ;;
    *) ln -sfn /dev/null "$units/${want##*/}" ;;
  esac
done
for unit in systemd-remount-fs.service systemd-networkd.service systemd-timesyncd.service; do
  ln -sfn /dev/null "$units/$unit"
done
echo 6f1c1a5e0b7d4f0f9a8e2d3c4b5a6978 >"$root/etc/machine-id"
hostname gateway-host

cd "$root"
mkdir -p oldroot
pivot_root . oldroot
umount -l /oldroot
# Mounts of the manager have to reach the services, or their credentials are empty directories.
mount --make-rshared /
ip link set lo up 2>/dev/null || true
export container=tests
unset NOTIFY_SOCKET
exec /lib/systemd/systemd --system --unit=multi-user.target --log-target=journal </dev/null >/run/console.log 2>&1
