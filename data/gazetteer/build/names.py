"""Names: folding for comparisons inside the build, cleaning, the names column."""
import re
import unicodedata

_FOLD = str.maketrans({"ʿ": "", "ʾ": "", "‘": "", "’": "", "'": "", "`": "", "ʼ": "", "ʻ": "", "-": " ", "_": " ", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e"})


def fold(name):
    """Lower case, no diacritics, no apostrophes, hyphens as spaces."""
    text = unicodedata.normalize("NFD", name.casefold().translate(_FOLD))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[\s.]+", " ", text).strip()


def clean(name):
    """NFC, single spaces, none of the file's own separators; '' for what is no name."""
    name = unicodedata.normalize("NFC", re.sub(r"[\s\u00a0\u200b]+", " ", name or "")).strip(" ,;")
    if not name or len(name) > 80 or "http" in name or "wikipedia" in name.lower() or "|" in name or name.isdigit():
        return ""
    return name.lstrip("~<").strip()


def machine_made(name):
    """GeoNames' bare transcriptions, as in "alhdydt" or "ha er ke fu": nobody writes them."""
    return name.isascii() and name.islower()


def short(name):
    """Marks abbreviations (LON, KBP, U.S.): up to four capitals, with or without full stops."""
    bare = name.replace(".", "")
    return "~" + name if bare.isascii() and bare.isupper() and len(bare) <= 4 else name


def join(main, names):
    """The names column: no repeats, main name left out; marked ones (`~` short, `<` former) kept as they are."""
    seen, out = {main}, []
    for n in sorted(names, key=lambda n: not n.startswith("~")):  # what is marked somewhere is marked
        mark = n[0] if n and n[0] in "~<" else ""
        n = clean(n)
        if n and n not in seen and not machine_made(n):
            seen.add(n)
            out.append(mark + n if mark else short(n))
    return "|".join(sorted(out, key=lambda n: (n.lstrip("~<"), n)))
