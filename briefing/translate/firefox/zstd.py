"""The largest possible content of a zstd file, read from its headers without unpacking (RFC 8878)."""

from typing import Final

_FRAME: Final = b"\x28\xb5\x2f\xfd"
_SKIPPABLE: Final = range(0x184D2A50, 0x184D2A60)
_BLOCK: Final = 128 * 1024
_RAW, _REPEATED, _COMPRESSED = range(3)
_WIDEST_WINDOW: Final = 1 << 27


def largest_content(packed: bytes) -> int:
    """The most bytes that a file can unpack to: what its blocks hold, each of them at most 128 KiB.

    Raises:
        ValueError: it is no zstd file, is cut short, or asks for more than 128 MiB of memory.
    """
    at, size = 0, 0
    while at < len(packed):
        if int.from_bytes(packed[at : at + 4], "little") in _SKIPPABLE:
            at += 8 + int.from_bytes(packed[at + 4 : at + 8], "little")
        else:
            at, held = _frame(packed, at)
            size += held
    if at != len(packed) or not packed:
        raise ValueError("cut short")
    return size


def _frame(packed: bytes, at: int) -> tuple[int, int]:
    """Where the frame ends, and the bytes that it can hold."""
    if packed[at : at + 4] != _FRAME or at + 6 > len(packed):
        raise ValueError("no zstd frame")
    has_checksum = bool(packed[at + 4] & 4)
    at, size, is_last = _after_header(packed, at + 4), 0, False
    while not is_last:
        header = packed[at : at + 3]
        if len(header) < 3:
            raise ValueError("cut short")
        number = int.from_bytes(header, "little")
        is_last, kind, length = bool(number & 1), number >> 1 & 3, number >> 3
        if kind > _COMPRESSED or length > _BLOCK:
            raise ValueError("no such block")
        at += 3 + (1 if kind == _REPEATED else length)
        size += _BLOCK if kind == _COMPRESSED else length
    return at + 4 * has_checksum, size


def _after_header(packed: bytes, at: int) -> int:
    """Where the first block begins; `at` is where the descriptor of the frame stands."""
    descriptor = packed[at]
    is_single, sized, named = bool(descriptor & 0x20), descriptor >> 6, descriptor & 3
    at += 1
    if not is_single:
        window = 1 << (10 + (packed[at] >> 3))
        if window > _WIDEST_WINDOW:
            raise ValueError("too wide a window")
        at += 1
    size = (int(is_single), 2, 4, 8)[sized]
    return at + (0, 1, 2, 4)[named] + size
