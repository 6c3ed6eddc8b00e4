"""Writing an asset: a header that names the source, then lines; the same input gives the same bytes."""

import pathlib

import zstandard


def header(source):
    """The comment lines that open an asset: what it is made from, and under which licence."""
    return [f"# {source['name']} {source['version']} ({source['date']}), {source['licence']}, {source['url']}"]


def write(path, sources, lines, compressed):
    """Writes an asset and says how large it is."""
    text = "\n".join([line for source in sources for line in header(source)] + lines) + "\n"
    data = text.encode()
    packed = zstandard.ZstdCompressor(level=19, threads=0).compress(data) if compressed else data
    pathlib.Path(path).write_bytes(packed)
    print(f"{path}: {len(lines)} lines, {len(data)} bytes of text, {len(packed)} bytes")
