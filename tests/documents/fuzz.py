"""Damaged files: good examples with bytes changed, for as long as one likes.

    python -m tests.documents.fuzz [--seconds N] [--seed N] [ENDING ...]

Whatever the bytes, a reader gives a document or one clear sentence, within a bounded time. A file that
breaks this is kept, and its name is printed.
"""

from __future__ import annotations

import argparse
import io
import itertools
import random
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections.abc import Sequence
from pathlib import Path

from tests.documents.examples import EXAMPLES

from vet_terms.documents.readers import READERS, read_document
from vet_terms.errors import InputError

MOST_SECONDS = 20.0
"""What reading a damaged example may take; a whole one takes a hundredth of a second."""

_PIECES = (
    b"<",
    b">",
    b"</",
    b"]]>",
    b"<!--",
    b"<!DOCTYPE a>",
    b"&#0;",
    b"&#xD800;",
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"-1",
    b"99999999999999999999",
    b"1e309",
    b"NaN",
    b'"',
    b"'",
    b"\t",
    b"\n\n\n",
    b"\x0c",
    b"\r",
    b"\\",
    b"../../",
    b"%",
    b"stream",
    b"endobj",
    b"obj",
    b"/Kids",
    b"-->",
    b"PK\x05\x06",
    b"{\\an8}",
)


def mutant(data: bytes, random_: random.Random) -> bytes:
    """Return some bytes with a few changes; of an archive, those of one of its parts as often as its own."""
    if data.startswith(b"PK") and random_.random() < 0.7:
        return _with_a_part_changed(data, random_)
    return _changed(data, random_)


def _with_a_part_changed(data: bytes, random_: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        names = before.namelist()
        chosen = random_.choice(names)
        for name in names:
            part = before.read(name)
            if name == chosen:
                if random_.random() < 0.1:
                    continue
                part = _changed(part, random_)
            after.writestr(name, part)
    return stream.getvalue()


def _changed(data: bytes, random_: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(random_.choice((1, 1, 2, 4, 16))):
        at = random_.randrange(len(found) + 1)
        length = random_.choice((1, 1, 2, 8, 64, 512))
        kind = random_.randrange(6)
        if kind == 0 and at < len(found):
            found[at] ^= 1 << random_.randrange(8)
        elif kind == 1:
            del found[at : at + length]
        elif kind == 2:
            found[at:at] = found[at : at + length] * random_.choice((1, 2, 50))
        elif kind == 3:
            found[at:at] = random_.choice(_PIECES)
        elif kind == 4:
            found[at : at + length] = bytes(random_.randrange(256) for _ in range(length))
        else:
            other = random_.randrange(len(found) + 1)
            found[at : at + length], found[other : other + length] = (
                found[other : other + length],
                found[at : at + length],
            )
    return bytes(found)


def broken(path: Path) -> str:
    """Return what is wrong with how a file is read: empty where it is read, or refused in one sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            read_document(path)
    except InputError as error:
        if "\n" in str(error) or path.name not in str(error):
            return f"no clear sentence: {error}"
    except Exception:
        return traceback.format_exc()
    return ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Read damaged files until the time is over; return 1 where one broke a reader."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=600.0, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("endings", nargs="*", default=sorted(READERS), metavar="ENDING")
    options = parser.parse_args(arguments)
    whole = {ending: EXAMPLES[ending]() for ending in options.endings}
    kept = Path(tempfile.mkdtemp(prefix="vet-terms-fuzz-"))
    until = time.monotonic() + options.seconds
    count = failures = 0
    for number in itertools.count(options.seed):
        for ending, data in whole.items():
            if time.monotonic() > until:
                print(f"{count} damaged files read, {failures} broke a reader; they are in {kept}")
                return 1 if failures else 0
            path = kept / f"{number}{ending}"
            path.write_bytes(mutant(data, random.Random(number)))
            count += 1
            started = time.monotonic()
            wrong = broken(path)
            taken = time.monotonic() - started
            if not wrong and taken > MOST_SECONDS:
                wrong = f"took {taken:.0f} s"
            if wrong:
                failures += 1
                print(f"{path}: {wrong}", file=sys.stderr, flush=True)
            else:
                path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
