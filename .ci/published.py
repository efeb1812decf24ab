"""What a wheel or a source package may hold: a part of the build, see pyproject.toml."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TrackedFilesOnly(BuildHookInterface[BuilderConfig]):
    """Excludes what git does not track, so that no one's answers leave by accident.

    Only a checkout is looked at. An unpacked source package has no `.git` and was made this way.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Add every untracked file to the target's `exclude` list.

        A wheel may be made without git: then somebody installs from this checkout, on a machine
        that nothing is published from. A source package may not.

        Raises:
            RuntimeError: this is a checkout, but git could not say what it tracks.
        """
        installing = self.target_name == "wheel" and shutil.which("git") is None
        if version == "editable" or installing or not Path(self.root, ".git").exists():
            return
        patterns = [
            _exactly(path) for path in _untracked(self.root, self.build_config.only_include)
        ]
        target: dict[str, Any] = self.build_config.target_config
        target["exclude"] = [*target.get("exclude", ()), *patterns]


def _untracked(root: str, folders: dict[str, str]) -> list[str]:
    """Paths below `folders` that git does not track, relative to `root`."""
    # In a container the checkout often belongs to another user, which git refuses by default.
    command = ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z", "--others", "--"]
    try:
        done = subprocess.run([*command, *folders], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as fault:
        raise RuntimeError(
            "git is needed to build from a checkout: it tells which files may be published"
        ) from fault
    return done.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _exactly(path: str) -> str:
    """A gitignore pattern that matches this one path and nothing else."""
    return "/" + "".join(
        "\\" + character if character in "*?[]!# \\" else character for character in path
    )
