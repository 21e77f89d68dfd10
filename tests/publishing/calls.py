"""The calls to the system by which a build changes the disk, and deaths and failures at each of them.

strace tells which calls there are, and makes the same build die or fail at the one that is asked for.
With one worker a build makes the same calls in the same order every time.
"""

import collections
import functools
import re
import shutil
import subprocess
import tempfile

CHANGING = ("mkdirat", "openat", "write", "linkat", "unlinkat", "renameat", "renameat2", "fchmodat", "fchownat",
            "syncfs", "fsync")
LINE = re.compile(r"(?:\d+ +)?(?P<name>\w+)\((?P<arguments>.*)")

# One call: its name, and which of the calls of that name it is, from 1.
Call = collections.namedtuple("Call", "name number words")


@functools.cache
def why_not():
    """Why strace cannot be used on this machine; None where it can."""
    if shutil.which("strace") is None:
        return "there is no strace (Debian package strace)"
    tried = subprocess.run(["strace", "-o", "/dev/null", "-e", "inject=getpid:signal=KILL:when=1", "true"],
                           capture_output=True, text=True, check=False)
    return None if tried.returncode == 0 else f"strace may not look at programs here: {tried.stderr.strip()}"


def changing_calls(place, version):
    """Builds the version, and gives all calls of that build that change the disk.

    A call that fails changes nothing, so to die before it is to die before the next one.
    """
    with tempfile.NamedTemporaryFile("r", encoding="utf-8", errors="replace") as log:
        place.build(version, "--jobs", "1",
                    prefix=("strace", "-f", "-qq", "-o", log.name, "-e", "trace=" + ",".join(CHANGING)))
        counts, calls = collections.Counter(), []
        for line in log:
            match = LINE.match(line)
            if match is None:
                continue
            name, words = match["name"], match["arguments"].rstrip("\n")
            counts[name] += 1
            reads = name == "openat" and "O_CREAT" not in words
            talks = name == "write" and words.startswith(("1,", "2,"))
            if not reads and not talks and " = -1 " not in words:
                calls.append(Call(name, counts[name], words))
    return calls


def some_of(calls):
    """All calls but those that merely do for one more page what was done for another."""
    return [call for place, call in enumerate(calls) if place % 10 == 0 or not re.search(r"html|AT_REMOVEDIR", call.words)
            and call.name != "write"]


def injecting(call, what):
    """The words before a command line that make it die ("signal=KILL") or fail ("error=EIO") at a call."""
    return ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call.name}",
            "-e", f"inject={call.name}:{what}:when={call.number}")
