"""Runs commands of the program one after the other, each in a process of its own.

The program is loaded once and then copied for each command, so that a hundred of them take
seconds. Jobs come in on standard input and what became of them goes out, both as lines of JSON.
"""

import json
import os
import resource
import signal
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

MEMORY = 1 << 30
"""Bytes that a command may ask for: more than it may use, little enough to end a bomb."""

PATIENCE = 30.0
"""Seconds on the clock after which a command is ended; how long it worked is told beside."""


def main() -> None:
    """Load the program, then do each job."""
    for name in ("start", "join", "show", "answers", "printing"):
        import_module(f"pnet_prep.cli.{name}")
    for name in ("content.answers_file", "content.build", "content.check", "render.markdown"):
        import_module(f"pnet_prep.{name}")
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_done(json.loads(line))) + "\n")
        sys.stdout.flush()


def _done(job: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            _run(job, out.fileno(), err.fileno())
        status, used = _waited(child)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "backslashreplace"))
    return {
        "code": os.waitstatus_to_exitcode(status),
        "stdout": texts[0],
        "stderr": texts[1],
        "seconds": used.ru_utime + used.ru_stime,
        "mebibytes": used.ru_maxrss / 1024,
    }


def _waited(child: int) -> tuple[int, resource.struct_rusage]:
    until = time.monotonic() + PATIENCE
    while True:
        ended, status, used = os.wait4(child, os.WNOHANG)
        if ended:
            return status, used
        if time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
            _, status, used = os.wait4(child, 0)
            return status, used
        time.sleep(0.002)


def _run(job: dict[str, Any], out: int, err: int) -> None:
    from pnet_prep.__main__ import main as program

    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - for the life of the process
    os.dup2(sys.stdin.fileno(), 0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.environ["PNET_PREP_HOME"] = job["home"]
    sys.argv = ["pnet-prep", *job["arguments"]]
    code = 70
    try:
        program()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 70
    except BaseException as error:  # noqa: BLE001 - what would be a traceback
        os.write(2, f"Traceback: {type(error).__name__}".encode())
    os._exit(code)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
