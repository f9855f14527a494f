"""A question never pays for what it does not use."""

import os
import subprocess
import sys
from pathlib import Path

CODE = """
import sys
sys.argv = ["lhl", "spør", "Hva er hverdagsmestring?"]
from lhl_assistant.cli.main import main
try:
    main()
except SystemExit as stop:
    assert not stop.code
models = {"torch", "textual", "sentence_transformers", "transformers", "sklearn", "pandas"}
readers = {"kreuzberg", "pypdfium2", "docx", "lxml"}
heavy = (models | readers) & set(sys.modules)
assert not heavy, heavy
"""


def test_asking_imports_neither_torch_nor_textual_nor_readers(tmp_path: Path) -> None:
    env = {**os.environ, "LHL_HOME": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", CODE], env=env, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
