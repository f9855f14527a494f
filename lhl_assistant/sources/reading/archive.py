"""The zip archives that office documents are: looked at before anything is unpacked."""

import zipfile
from io import BytesIO

from lhl_assistant.sources.reading import refusals

_MOST_BYTES, _MOST_ENTRIES = 400_000_000, 20_000
_RATIO, _SMALL = 300, 5_000_000


def entries(name: str, data: bytes) -> frozenset[str]:
    """The names in the archive. Raises InputUnusable where it is damaged, locked, or would swell when unpacked.

    Nothing is ever unpacked to a disk, so names that climb out of a folder lead nowhere. Pictures count too: an office
    document of more than 400 MB has been made to fill memory. XML that shrinks more than 300 times is not writing.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise refusals.damaged(name) from error
    if any(entry.flag_bits & 1 for entry in found):
        raise refusals.locked(name)
    swollen = any(e.file_size > _SMALL and e.file_size > _RATIO * max(1, e.compress_size) for e in found)
    if swollen or len(found) > _MOST_ENTRIES or sum(entry.file_size for entry in found) > _MOST_BYTES:
        raise refusals.swollen(name)
    return frozenset(entry.filename for entry in found)
