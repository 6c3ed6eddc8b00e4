"""Public holidays 2025 to 2035: every country whole, its subdivisions as differences."""

import collections
import re

import holidays

YEARS = range(2025, 2036)
MARK = re.compile(r" \((observed, )?estimated\)")


def dates(code, part=None):
    """Date to (name, estimated)."""
    language = "en_US" if "en_US" in getattr(holidays, code).supported_languages else None
    found = holidays.country_holidays(code, subdiv=part, years=YEARS, language=language)
    out = {}
    for date, name in found.items():
        if date.year not in YEARS:
            continue
        plain = MARK.sub(lambda m: " (observed)" if m.group(1) else "", name)
        out[date] = ("; ".join(dict.fromkeys(plain.split("; "))), plain != name)
    return out


def short(days):
    """Dates as text; a day that comes every year is written once, as `*-12-25`."""
    yearly = collections.defaultdict(set)
    for day in days:
        yearly[f"{day:%m-%d}"].add(day.year)
    every = {key for key, years in yearly.items() if len(years) == len(YEARS)}
    rest = sorted(f"{day:%Y-%m-%d}" for day in days if f"{day:%m-%d}" not in every)
    return " ".join(sorted(f"*-{key}" for key in every) + rest)


def grouped(found):
    """One line a name: name, `e` if estimated, dates; in the order of the first date."""
    by_name = collections.defaultdict(list)
    for date, named in sorted(found.items()):
        by_name[named].append(date)
    return [f"{name}\t{'e' if estimated else ''}\t{short(days)}" for (name, estimated), days in by_name.items()]


def lines():
    """`=PT` opens a country, `=DE-BY` and its other names a subdivision, whose lines add to and replace the country's;
    a line with an empty name takes dates away."""
    out = []
    for code in sorted(c for c in holidays.list_supported_countries(include_aliases=False) if len(c) == 2):
        national = dates(code)
        out.append(f"={code}\t")
        out += grouped(national)
        cls = getattr(holidays, code)
        aliases = collections.defaultdict(list)
        for alias, part in getattr(cls, "subdivisions_aliases", {}).items():
            aliases[part].append(alias)
        for part in sorted(cls.subdivisions):
            own = dates(code, part)
            out.append(f"={code}-{part}\t{';'.join(aliases[part])}")
            gone = sorted(set(national) - set(own))
            if gone:
                out.append(f"\t\t{short(gone)}")
            out += grouped({date: named for date, named in own.items() if national.get(date) != named})
    return out
