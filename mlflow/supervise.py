"""Runs a command and ends its whole process group when standard input closes.

    python supervise.py COMMAND [ARGUMENT...]

The starter makes this process the leader of a process group (setsid) and holds the other end
of its standard input. That end closes when the starter lets go of it and when the starter dies
in whatever way, so nothing outlives the starter. Standard error goes where standard output
goes. The exit code is the command's.
"""

import ctypes
import os
import select
import signal
import subprocess
import sys
import time

# How long the group has after SIGTERM until SIGKILL.
GRACE_S = 10
PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans() -> bool:
    """Makes orphaned descendants children of this process, so that waiting for them is exact."""
    if sys.platform != "linux":
        return False
    return ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0


def reap(command: subprocess.Popen) -> bool:
    """Collects the children that ended; true when none is left."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return True
        if pid == 0:
            return False
        if pid == command.pid:
            command.returncode = os.waitstatus_to_exitcode(status)


def main() -> int:
    if os.getpgrp() != os.getpid():
        sys.exit("supervise.py has to lead a process group of its own")
    os.dup2(1, 2)
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_read, False)
    os.set_blocking(wake_write, False)
    signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
    # Handlers instead of SIG_IGN: the command would inherit that.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD):
        signal.signal(number, lambda *_: None)
    adopted = adopt_orphans()
    command = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)

    asked_to_end = False
    while command.returncode is None and not asked_to_end:
        readable, _, _ = select.select([0, wake_read], [], [])
        if 0 in readable:
            asked_to_end = os.read(0, 4096) == b""
        if wake_read in readable:
            asked_to_end |= bool(set(os.read(wake_read, 4096)) - {signal.SIGCHLD})
        reap(command)

    os.killpg(0, signal.SIGTERM)
    deadline = time.monotonic() + GRACE_S
    ended = reap(command)
    while not ended and time.monotonic() < deadline:
        time.sleep(0.02)
        ended = reap(command)
    # Where orphans are not adopted, some may be left that `reap` does not see.
    if not ended or (asked_to_end and not adopted):
        # Ends this process as well: it leads the group.
        os.killpg(0, signal.SIGKILL)
    code = command.returncode
    return code if code is None or code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main())
