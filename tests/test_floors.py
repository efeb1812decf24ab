"""A floor imports only what is below it, and each heavy library has one room."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "pnet_prep"
FLOORS = {
    "": 0,  # pnet_prep itself: the version
    "digest": 0,
    "errors": 0,
    "lazily": 0,
    "model": 1,
    "engine": 2,
    "content": 3,
    "interview": 3,
    "render": 3,
    "store": 3,
    "cli": 4,
    "__main__": 5,
}
ROOMS = {
    "typer": ("cli/",),
    "rich": ("cli/", "interview/terminal/"),
    "questionary": ("interview/terminal/",),
    "prompt_toolkit": ("interview/terminal/",),
    "yaml": ("content/",),
    "typst": ("render/typesetter.py",),
    "jinja2": ("render/pages.py",),
    "markupsafe": ("render/pages.py",),
    "icalendar": ("render/ics.py",),
    "pypdf": ("render/fillable.py",),
    "pyrage": ("store/age.py",),
    "fontpkg": ("render/",),
    "fontpkg_noto_sans": ("render/",),
    "fontpkg_noto_sans_arabic": ("render/",),
    "platformdirs": ("store/",),
    "filelock": ("store/",),
    # Of the standard library, one until Python 3.11, one from 3.12 on.
    "_sha256": ("digest.py",),
    "_sha2": ("digest.py",),
}
OUTSIDE_WORLD = {"io", "locale", "os", "pathlib", "random", "secrets", "tempfile", "time", "uuid"}
CLOCK_DISK_AND_SCREEN = {"now", "today", "utcnow", "open", "print", "input"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(tree: ast.AST) -> Iterator[str]:
    """The full names of everything a module imports, at its top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write the import out in full"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room(name: str) -> str:
    """The first part below the package: "engine" for pnet_prep.engine.dates.read."""
    part = name.removeprefix("pnet_prep").lstrip(".").split(".")[0]
    return "" if part.startswith("__version") else part


def read(module: Path) -> tuple[str, str, ast.AST]:
    path = module.relative_to(PACKAGE).as_posix()
    own = room("pnet_prep." + path.removesuffix(".py").replace("/", ".").removesuffix("__init__"))
    return path, own, ast.parse(module.read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(PACKAGE).as_posix())
def test_module_imports_only_from_floors_below_and_libraries_of_its_room(module: Path) -> None:
    path, own, tree = read(module)
    for name in imports(tree):
        top = name.split(".")[0]
        if top == "pnet_prep":
            assert room(name) == own or FLOORS[room(name)] < FLOORS[own], f"{path} imports {name}"
        elif top not in sys.stdlib_module_names:
            assert path.startswith(ROOMS[top]), f"{path} imports {name}"


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if read(module)[1] in {"model", "engine"}],
    ids=lambda m: m.relative_to(PACKAGE).as_posix(),
)
def test_model_and_engine_touch_no_clock_disk_or_screen(module: Path) -> None:
    path, _, tree = read(module)
    assert not OUTSIDE_WORLD & {name.split(".")[0] for name in imports(tree)}, path
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            assert called not in CLOCK_DISK_AND_SCREEN, f"{path} line {node.lineno}: {called}()"


LATER = (ast.FunctionDef, ast.ClassDef, ast.If)
FILES = {
    "pnet_prep." + ".".join(module.relative_to(PACKAGE).with_suffix("").parts): module
    for module in MODULES
}


def at_import(module: Path) -> set[str]:
    """The modules of the package that are loaded together with this one."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    found = {name for node in tree.body for name in imports(node) if not isinstance(node, LATER)}
    return {one for name in found for one in (name, name.rpartition(".")[0]) if one in FILES}


def test_no_two_modules_wait_for_each_other():
    left = {name: at_import(module) - {name} for name, module in FILES.items()}
    while loaded := [name for name, needed in left.items() if not needed & left.keys()]:
        for name in loaded:
            del left[name]
    assert left == {}
