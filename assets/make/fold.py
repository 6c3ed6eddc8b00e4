"""The form in which names are compared: the same as `fold` in src/world/fold.rs, which a test checks."""

import unicodedata

SPECIAL = {
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ħ": "h", "ŋ": "n", "ə": "e",
}
# Written between letters of one word: left out, so that `L'Aquila` is `laquila` and `D.C.` is `dc`.
SILENT = set("'’‘`´′.·")


def fold(text):
    """Lower case, without accents; words parted by one space."""
    out = []
    for first in unicodedata.normalize("NFKD", text.lower()):
        for letter in first.lower():
            if letter in SILENT or unicodedata.category(letter).startswith("M") or "\u02b0" <= letter <= "\u02ff":
                continue
            if letter in SPECIAL:
                out.append(SPECIAL[letter])
            elif letter.isalnum():
                out.append(letter)
            elif out and out[-1] != " ":
                out.append(" ")
    return "".join(out).strip()


def is_latin(folded):
    """Whether a folded name is written in the Latin script."""
    return all(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in folded)
