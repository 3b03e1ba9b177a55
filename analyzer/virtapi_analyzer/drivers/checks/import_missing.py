"""The driver imports from the interface what this release does not have: it cannot be loaded at all.

## What to do instead

Import what the release has. A driver that serves an older release must not need what came later: depend on a newer
package of the interface, which serves older hosts too.
"""

from collections.abc import Iterator

from virtapi_analyzer.drivers.declaration import check
from virtapi_analyzer.drivers.part import Found, Rank, SaidPart
from virtapi_analyzer.model.said import SaidKind


@check(summary="What is imported from the interface is not there.", rank=Rank.MISSING)
def import_missing(part: SaidPart) -> Iterator[Found]:
    said = part.said
    if (
        said.kind is SaidKind.NAME
        and said.code == "name-defined"
        and said.owner is None
        and said.text.startswith(f'Name "{said.name}"')
    ):
        told = f"`{said.name}` is used, and imported from nowhere"
    elif said.kind is SaidKind.NAME:
        near = f"; it has `{said.near}`" if said.near else ""
        told = f"{f'`{said.owner}`' if said.owner else 'the module'} has no `{said.name}` in {part.release.label}{near}"
    elif said.kind is SaidKind.MODULE:
        told = f"there is no module `{said.name}` in {part.release.label}"
    else:
        return
    yield Found(key=f"{part.line_key}:{said.name}", path=part.path, location=part.location, message=told)
