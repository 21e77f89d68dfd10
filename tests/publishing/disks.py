"""Disks of the tests' own: small ones, ones without room for another file, ones that lose power.

Everything is mounted in a mount namespace of this process alone, so nothing of it can stay behind. Root
makes one directly; others as root of a user namespace of their own, where the system allows that.
"""

import functools
import os
import shutil
import subprocess
import sys

INSIDE = "PUEBLA_TEST_NAMESPACE"


def enter_namespace():
    """Starts this program again in a mount namespace; goes on where that is not allowed."""
    if INSIDE in os.environ:
        return
    how = ["unshare", "--mount", "--propagation", "private"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    tried = subprocess.run([*how, "true"], capture_output=True, text=True, check=False)
    if tried.returncode == 0:
        os.environ[INSIDE] = "yes"
        os.execvp(how[0], [*how, sys.executable, *sys.argv])
    os.environ[INSIDE] = tried.stderr.strip() or "unshare failed"


@functools.cache
def why_no_disks():
    """Why nothing can be mounted here; None where it can."""
    reason = os.environ.get(INSIDE, "no namespace was entered")
    return None if reason == "yes" else f"nothing can be mounted on this machine: {reason}"


@functools.cache
def why_no_power_cuts():
    """Why no disk with a file system of its own can be made; None where it can."""
    if why_no_disks() or os.geteuid() != 0:
        return why_no_disks() or "only root can mount a disk image"
    if not shutil.which("mkfs.ext4"):
        return "there is no mkfs.ext4 (Debian package e2fsprogs)"
    tried = subprocess.run(["losetup", "--find"], capture_output=True, text=True, check=False)
    return None if tried.returncode == 0 else f"there are no loop devices: {tried.stderr.strip()}"


def mount(*words):
    subprocess.run(["mount", *map(str, words)], check=True)


def unmount(folder):
    subprocess.run(["umount", folder], check=True)


def room_used(folder):
    """Bytes and files that the disk of this folder holds."""
    disk = os.statvfs(folder)
    return (disk.f_blocks - disk.f_bfree) * disk.f_frsize, disk.f_files - disk.f_ffree
