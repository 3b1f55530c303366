"""The package as it is installed: types that hold, a README that runs as printed, a notebook that runs, versions that agree."""

from __future__ import annotations

import doctest
import importlib.metadata
import pathlib
import re
import subprocess
import sys

import boussole_metiers
import nbclient
import nbformat
import pyarrow
import pytest
from pyarrow import parquet

from conftest import ROOT

PYTHON = ROOT / "bindings/python"


def run(*command: str, cwd: pathlib.Path = PYTHON) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_is_what_is_tested() -> None:
    installed = pathlib.Path(boussole_metiers.__file__).parent
    assert not installed.is_relative_to(ROOT / "bindings") and (installed / "py.typed").is_file()
    assert boussole_metiers.__version__ == importlib.metadata.version("boussole-metiers")
    assert set(boussole_metiers.__all__) <= set(dir(boussole_metiers))


def test_types_hold() -> None:
    run("mypy")


def test_stubs_tell_what_the_extension_has() -> None:
    # Not in the folder of the package, of which mypy would read the source instead of what is installed.
    run("mypy.stubtest", "boussole_metiers._boussole", "--mypy-config-file", str(PYTHON / "pyproject.toml"), cwd=ROOT)


@pytest.mark.parametrize("name", ["", "._profile", "._weights", "._catalogue", "._recommender", ".metrics"])
def test_examples_in_the_documentation_are_true(name: str) -> None:
    found = doctest.testmod(sys.modules["boussole_metiers" + name])
    assert found.attempted > 0 and found.failed == 0


def test_the_readme_runs_as_printed(students: pyarrow.Table, tmp_path: pathlib.Path) -> None:
    parquet.write_table(students, tmp_path / "students.parquet")
    blocks = re.findall(r"^```python\n(.*?)^```", (PYTHON / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 2
    program = tmp_path / "readme.py"
    program.write_text("\n".join(blocks), encoding="utf-8")
    done = subprocess.run([sys.executable, program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 ") and parquet.read_table(tmp_path / "results.parquet").num_rows > 1000


def test_the_notebook_runs_and_has_its_pictures(tmp_path: pathlib.Path) -> None:
    notebook = nbformat.read(PYTHON / "examples/explore.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "results are made when it is run"
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    tables = [output for output in outputs if "<table>" in output.get("data", {}).get("text/html", "")]
    assert len(pictures) >= 2 and tables
