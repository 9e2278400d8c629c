"""OmegaT run without a display: what stands in a target, which segments it makes, what its readers read."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from vet_terms.tmx.reading import open_tmx

JAR = Path("/usr/share/omegat/OmegaT.jar")

needs_omegat = pytest.mark.skipif(
    shutil.which("omegat") is None or shutil.which("java") is None,
    reason="OmegaT is not installed here (package omegat, with Java)",
)


def translated(project: Path) -> str:
    """Have OmegaT write the target of a project; return what it said."""
    return _run(project, "console-translate")


def segments(project: Path) -> list[str]:
    """Return the source texts of OmegaT's own segments, each once, in its order."""
    out = project.parent / "pseudo.tmx"
    said = _run(
        project,
        "console-createpseudotranslatetmx",
        f"--pseudotranslatetmx={out}",
        "--pseudotranslatetype=equal",
    )
    assert out.is_file(), said
    with open_tmx(out) as reader:
        return [unit.variants[0].text for unit in reader]


def _run(project: Path, mode: str, *options: str) -> str:
    result = subprocess.run(
        [
            "omegat",
            str(project.resolve()),
            f"--mode={mode}",
            *options,
            "--no-team",
            "--disable-project-locking",
            f"--config-dir={project.parent / 'settings'}",
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    return result.stdout + result.stderr


_PROBE = """
import java.io.File;
import org.omegat.core.Core;
import org.omegat.core.data.*;
import org.omegat.gui.glossary.*;
import org.omegat.util.Language;
public class Probe {
  public static void main(String[] names) throws Exception {
    ProjectProperties properties = new ProjectProperties(new File(names[0]));
    properties.setSourceLanguage(new Language("ZH-CN"));
    properties.setTargetLanguage(new Language("EN-US"));
    Core.setProject(new NotLoadedProject() {
      @Override public ProjectProperties getProjectProperties() { return properties; }
    });
    java.io.PrintStream out = new java.io.PrintStream(System.out, true, "UTF-8");
    for (int i = 1; i < names.length; i++) {
      File file = new File(names[i]);
      for (GlossaryEntry entry : names[i].endsWith(".tbx")
          ? GlossaryReaderTBX.read(file, false) : GlossaryReaderTSV.read(file, false))
        for (String term : entry.getLocTerms(false))
          out.println(entry.getSrcText() + "\\t" + term + "\\t"
              + entry.getCommentText().replace("\\n", " / "));
    }
  }
}
"""


def glossary_entries(folder: Path, files: Sequence[Path]) -> list[tuple[str, str, str]]:
    """Return source, target and comment of every entry that OmegaT's own readers find in glossary files."""
    if shutil.which("javac") is None or not JAR.is_file():
        pytest.skip("no Java compiler here to ask OmegaT's glossary readers with")
    program = folder / "Probe.java"
    program.write_text(_PROBE, encoding="utf-8")
    result = subprocess.run(
        ["java", "-cp", str(JAR), str(program), str(folder), *map(str, files)],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr.decode("utf-8", "replace")
    rows = [line.split("\t") for line in result.stdout.decode("utf-8").splitlines()]
    return [(source, target, comment) for source, target, comment in rows]
