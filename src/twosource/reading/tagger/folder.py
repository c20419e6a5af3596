"""A model on the disk: the network, its tokenizer, and the digests of both."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NETWORK, WORDS, SUMS = "tagger.onnx", "tokenizer.json", "SHA256SUMS"
SHIPPED = Path(__file__).with_name("data")


class ModelError(Exception):
    """A model that is not there, not whole, altered, or cannot run here; one line for people."""


@dataclass(frozen=True, slots=True)
class Files:
    """The bytes of one model, checked. ``name`` tells models apart (a part of their digest)."""

    network: bytes
    words: bytes
    name: str

    def mapping(self) -> dict[str, bytes]:
        """File names to contents, digests among them: what `of_mapping` takes."""
        parts = {NETWORK: self.network, WORDS: self.words}
        return {**parts, SUMS: sums(parts)}


def sums(parts: Mapping[str, bytes]) -> bytes:
    """The file of digests, as ``sha256sum`` writes it."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in parts.items())
    return "".join(lines).encode("ascii")


def is_shipped() -> bool:
    """Does this installation have a model of its own?"""
    return (SHIPPED / SUMS).is_file()


def read(folder: Path) -> Files:
    """Read and check the model in a folder; raises `ModelError`."""
    parts: dict[str, bytes] = {}
    for name in (NETWORK, WORDS, SUMS):
        try:
            parts[name] = (folder / name).read_bytes()
        except OSError as error:
            why = (error.strerror or "error").lower()
            raise ModelError(f"{folder}: no model there ({name}: {why})") from error
    try:
        return of_mapping(parts)
    except ModelError as error:
        raise ModelError(f"{folder}: {error}") from error


def of_mapping(parts: Mapping[str, bytes]) -> Files:
    """Check a model's files; raises `ModelError` where one is missing or not what was written."""
    try:
        lines = (line.split() for line in parts[SUMS].decode("ascii").splitlines())
        recorded = {name: digest for digest, name in lines}
        network, words = parts[NETWORK], parts[WORDS]
    except (KeyError, ValueError) as error:
        raise ModelError(f"not a model of the tagger ({NETWORK}, {WORDS}, {SUMS})") from error
    for name, data in ((NETWORK, network), (WORDS, words)):
        if recorded.get(name) != hashlib.sha256(data).hexdigest():
            raise ModelError(
                f"{name} is cut off or altered (its checksum differs); install or train it again"
            )
    return Files(network, words, hashlib.sha256(network + words).hexdigest()[:8])


def write(folder: Path, network: bytes, words: bytes) -> None:
    """Write a model, its digests last: a folder that was left half-written is none."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SUMS).unlink(missing_ok=True)
    parts = {NETWORK: network, WORDS: words}
    for name, data in {**parts, SUMS: sums(parts)}.items():
        (folder / name).write_bytes(data)
