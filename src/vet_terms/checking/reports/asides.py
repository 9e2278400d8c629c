"""What a person should know of a run beside its findings: what was set aside, and what set aside nothing."""

from __future__ import annotations

from collections.abc import Iterator

from vet_terms.checking.reports.places import unit_in_words
from vet_terms.checking.runner import CheckResult
from vet_terms.checking.setting_aside import UnusedIgnore


def asides(result: CheckResult) -> Iterator[str]:
    """Yield lines, none where a run set nothing aside and nothing was to be set aside."""
    aside = result.aside
    if aside.by_remark:
        yield f"{_counted(aside.by_remark, 'finding')} ignored by remarks on units"
    if aside.by_baseline:
        yield f"{_counted(aside.by_baseline, 'finding')} left out, as the baseline has them"
    for unused in aside.unused_ignores:
        yield _unused(unused)
    if aside.unused_baseline:
        entries = "1 entry" if aside.unused_baseline == 1 else f"{aside.unused_baseline} entries"
        yield f"{entries} of the baseline found nothing any more; write it anew with --write-baseline"


def _unused(ignore: UnusedIgnore) -> str:
    where = unit_in_words(ignore.unit, ignore.place)
    if ignore.place:
        where = f"{ignore.place.document}, {where}"
    if not ignore.known:
        return f"{where}: ignores {ignore.rule}, which is no rule; `vet-terms rules` lists them"
    named = f"ignores {ignore.rule}" if ignore.rule else "ignores all rules"
    return f"{where}: {named}, but nothing was found; take the remark out"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
