"""Makes the program's fonts from Inter: every digit as wide as every other.

Inter's plain digits differ in width and its tabular ones hide behind the OpenType feature `tnum`, which
the window's toolkit cannot switch on. This makes the tabular forms the plain ones and renames the family,
so that an Inter that is installed on the machine is never taken in its place.

    pip install fonttools
    python3 assets/fonts/tabular.py /usr/share/fonts/opentype/inter assets/fonts
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY = "Sunwise Sans"


def tabular(font):
    """The map from a plain glyph to its tabular form, out of the feature `tnum`."""
    gsub = font["GSUB"].table
    forms = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                table = getattr(table, "ExtSubTable", table)
                forms.update(getattr(table, "mapping", {}))
    return forms


def main(source, target):
    for style in ("Regular", "SemiBold", "Bold"):
        font = TTFont(Path(source) / f"Inter-{style}.otf")
        forms = tabular(font)
        for table in font["cmap"].tables:
            if hasattr(table, "cmap"):
                for code in map(ord, "0123456789"):
                    if table.cmap.get(code) in forms:
                        table.cmap[code] = forms[table.cmap[code]]
        for name in font["name"].names:
            if name.nameID in (1, 16):
                name.string = FAMILY
            elif name.nameID in (2, 17):
                name.string = style
            elif name.nameID == 4:
                name.string = f"{FAMILY} {style}"
            elif name.nameID == 6:
                name.string = f"{FAMILY.replace(' ', '')}-{style}"
        font.save(Path(target) / f"SunwiseSans-{style}.otf", reorderTables=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
