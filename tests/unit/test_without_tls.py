"""The terminal is drawn without TLS, and TLS is there again for whoever needs it afterwards."""

import subprocess
import sys

import pytest

HOW = "from pnet_prep.cli.without_tls import without_tls\nimport sys\n"


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", HOW + code], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_front_end_of_a_terminal_does_without_it():
    code = "with without_tls():\n import pnet_prep.interview.terminal.front_end\n"
    assert run(code + "print('_ssl' in sys.modules, 'ssl' in sys.modules)") == "False False"


@pytest.mark.parametrize("before", ["", "import ssl\n"])
def test_it_can_be_loaded_afterwards_and_stays_where_it_was_loaded(before):
    code = f"{before}with without_tls():\n print('_ssl' in sys.modules)\nimport ssl\n"
    assert run(code + "print(ssl.OPENSSL_VERSION != '')").split() == [str(bool(before)), "True"]
