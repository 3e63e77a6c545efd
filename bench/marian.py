"""A translation model with weights set by hand, in Marian's binary format with SentencePiece vocabularies: for tests and for speed.

It translates word for word: the decoder attends to the source position of its own step and gives the piece with the same number
in the other vocabulary. A word that it does not know is copied letter by letter. The formats: `marian/src/common/binary.cpp`
(https://github.com/marian-nmt/marian-dev) and `sentencepiece_model.proto` (https://github.com/google/sentencepiece).
"""

import random
import struct
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

_VERSION: Final = 1
_FLOAT, _INT8, _BYTES = 0x404, 0x4101, 0x101
_ALIGNED: Final = 256
_LARGEST: Final = 127
_FASTEST: Final = 100
"""The first dimensions of each half change quickly with the position: they tell it."""
_SLOWEST: Final = 0.85
"""The share of the dimensions of each half that is left to positions; the rest hardly changes with them and holds the content."""
_SHARPNESS: Final = 10_000.0
_CONTENT: Final = 10.0
_PLACE_RANGE, _RANGE = 0.15, 4.0
"""The largest input of a product that keeps its value: of one that reads the position, of any other."""
_LETTERS: Final = (
    "▁abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?'\"()-–—“”‘’€$%&/éèëêïîíöóôüúûáàâäçñ"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a model: dimensions, layers of the encoder and the decoder, the feed-forward width, pieces."""

    width: int = 512
    encoder: int = 1
    decoder: int = 1
    feed_forward: int = 16
    pieces: int = 0


FIREFOX_TINY: Final = Shape(width=256, encoder=6, decoder=2, feed_forward=1536, pieces=32_000)
"""The size of Mozilla's "tiny" models."""


@dataclass(frozen=True, slots=True)
class TinyModel:
    """The bytes of a model, and of the vocabularies of its source and its target."""

    model: bytes
    source: bytes
    target: bytes


def tiny_model(words: Mapping[str, str], shape: Shape = Shape()) -> TinyModel:
    """A model that gives for each word the other one, and copies every other word.

    A word at the beginning of a longer one is translated there too.
    """
    own = ["<unk>", "</s>", *(_piece_of(word) for word in words), *_LETTERS]
    other = ["<unk>", "</s>", *(_piece_of(word) for word in words.values()), *_LETTERS]
    unused = [f"<unused{number}>" for number in range(shape.pieces - len(own))]
    return TinyModel(
        marian({**_weights(len(own), shape), "special:model.yml": _settings(shape, len(own) + len(unused))}),
        sentencepiece([*own, *unused]),
        sentencepiece([*other, *unused]),
    )


@dataclass(frozen=True, slots=True)
class Tensor:
    """Numbers with a shape. Weights of eight bits stand transposed in the file, each number `scale` times its value."""

    shape: tuple[int, int]
    data: bytes = field(repr=False)
    kind: int = _FLOAT


def marian(items: Mapping[str, Tensor]) -> bytes:
    """The file: a version, the headers, names, shapes, a gap up to a multiple of 256 bytes, the data."""
    names = {name: name.encode() + b"\0" for name in items}
    head = struct.pack("<QQ", _VERSION, len(items))
    for name, one in items.items():
        head += struct.pack("<QQQQ", len(names[name]), one.kind, len(one.shape), len(one.data))
    head += b"".join(names.values()) + b"".join(struct.pack("<2i", *one.shape) for one in items.values())
    gap = -(len(head) + 8) % _ALIGNED
    return b"".join([head, struct.pack("<Q", gap), bytes(gap), *(one.data for one in items.values())])


def sentencepiece(pieces: Iterable[str]) -> bytes:
    """A unigram vocabulary: words before letters, no normalisation but that of white space."""
    done = b"".join(_message(1, _piece(piece)) for piece in pieces)
    trained = _number(3, 1) + _number(40, 0) + _number(41, 0xFFFFFFFFFFFFFFFF) + _number(42, 1)
    normalised = _message(1, b"identity") + _number(3, 1) + _number(4, 1) + _number(5, 1)
    return done + _message(2, trained) + _message(3, normalised)


def _piece_of(words: str) -> str:
    return "▁" + words.replace(" ", "▁")


def _piece(piece: str) -> bytes:
    kind = {"<unk>": 2, "</s>": 3}.get(piece, 5 if piece.startswith("<unused") else 1)
    score = -10.0 if len(piece) == 1 else -1.0
    return _message(1, piece.encode()) + b"\x15" + struct.pack("<f", score) + _number(3, kind)


def _message(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    done = bytearray()
    while value > 0x7F:
        done.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*done, value])


def _settings(shape: Shape, pieces: int) -> Tensor:
    rows = {
        "dim-emb": shape.width,
        "transformer-heads": 1,
        "enc-depth": shape.encoder,
        "dec-depth": shape.decoder,
        "transformer-dim-ffn": shape.feed_forward,
        "dim-vocabs": f"\n  - {pieces}\n  - {pieces}",
    }
    content = "".join(f"{name}: {value}\n" for name, value in rows.items()).encode() + b"\0"
    return Tensor((1, len(content)), content, _BYTES)


def _weights(known: int, shape: Shape) -> dict[str, Tensor]:
    width, pieces = shape.width, max(known, shape.pieces)
    done = {"Wemb": _embeddings(known, pieces, width), "none_QuantMultA": _constant(1, _LARGEST / _RANGE)}
    done["decoder_ff_logit_out_b"] = _constant(pieces, 0.0)
    for layer in range(1, shape.encoder + 1):
        done |= dict(_attention(f"encoder_l{layer}_self", width, sharpness=0.0, content=0.0))
        done |= dict(_feed_forward(f"encoder_l{layer}_ffn", width, shape.feed_forward))
    for layer in range(1, shape.decoder + 1):
        name, last = f"decoder_l{layer}", layer == shape.decoder
        done |= dict(_product(f"{name}_rnn_W", width, width))
        done |= dict(_product(f"{name}_rnn_Wf", width, width))
        done |= {f"{name}_rnn_bf": _constant(width, 0.0), **_norm(f"{name}_rnn_ffn", width)}
        sharpness, content = (_SHARPNESS, _CONTENT) if last else (0.0, 0.0)
        done |= dict(_attention(f"{name}_context", width, sharpness=sharpness, content=content))
        done |= dict(_feed_forward(f"{name}_ffn", width, shape.feed_forward))
    return done


def _embeddings(known: int, pieces: int, width: int) -> Tensor:
    """A code of its own for each known piece, in the dimensions that hardly change with the position."""
    rows, content, chance = bytearray(pieces * width), _content(width), random.Random(1)
    for piece in range(known):
        code = [_LARGEST, 256 - _LARGEST] * (len(content) // 2)
        chance.shuffle(code)
        for at, value in zip(content, code, strict=False):
            rows[piece * width + at] = value
    return _of_eight_bits(pieces, width, rows, 1.0)


def _content(width: int) -> list[int]:
    half = width // 2
    return [*range(int(half * _SLOWEST), half), *range(half + int(half * _SLOWEST), width)]


def _places(width: int) -> list[int]:
    half = width // 2
    return [at for at in range(width) if at % half < min(_FASTEST, int(half * _SLOWEST) - 1)]


def _attention(name: str, width: int, *, sharpness: float, content: float) -> Iterator[tuple[str, Tensor]]:
    """Queries and keys are positions, less a dimension that stays near 0: so the mean that a norm takes off does not count."""
    level = int(width // 2 * _SLOWEST) - 1
    for part, value in (("q", sharpness), ("k", 1.0)):
        yield from _product(f"{name}_W{part}", width, width, _places(width), value, level=level, widest=_PLACE_RANGE)
    for part, value in (("v", 1.0), ("o", content)):
        yield from _product(f"{name}_W{part}", width, width, _content(width), value)
    for part in "qkvo":
        yield f"{name}_b{part}", _constant(width, 0.0)
    yield from _norm(f"{name}_Wo", width).items()


def _feed_forward(name: str, width: int, inner: int) -> Iterator[tuple[str, Tensor]]:
    yield from _product(f"{name}_W1", width, inner)
    yield f"{name}_b1", _constant(inner, 0.0)
    yield from _product(f"{name}_W2", inner, width)
    yield f"{name}_b2", _constant(width, 0.0)
    yield from _norm(f"{name}_ffn", width).items()


def _norm(name: str, width: int) -> dict[str, Tensor]:
    return {f"{name}_ln_scale": _constant(width, 1.0), f"{name}_ln_bias": _constant(width, 0.0)}


def _product(
    name: str,
    rows: int,
    columns: int,
    places: Iterable[int] = (),
    value: float = 0.0,
    *,
    level: int | None = None,
    widest: float = _RANGE,
) -> Iterator[tuple[str, Tensor]]:
    """A weight that keeps some places, times a value, less what stands at `level`; and the scale of its input."""
    numbers = bytearray(rows * columns)
    for at in places if value else ():
        numbers[at * rows + at] = _LARGEST
        if level is not None:
            numbers[at * rows + level] = 256 - _LARGEST
    yield name, _of_eight_bits(rows, columns, numbers, value or 1.0)
    yield f"{name}_QuantMultA", _constant(1, _LARGEST / widest)


def _of_eight_bits(rows: int, columns: int, numbers: bytearray, value: float) -> Tensor:
    return Tensor((rows, columns), bytes(numbers) + struct.pack("<f", _LARGEST / value), _INT8)


def _constant(width: int, value: float) -> Tensor:
    return Tensor((1, width), array("f", [value] * width).tobytes())
