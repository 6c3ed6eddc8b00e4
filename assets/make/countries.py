"""Countries: ISO codes, names, weekends and the first day of the week."""

from places import COUNTRIES

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
# In GeoNames for old records only.
GONE = {"AN", "CS"}


def weekend(week, code):
    """The days of the weekend, from Monday 0; CLDR's `001` is the rest of the world."""
    start = DAYS.index(week["weekendStart"].get(code, week["weekendStart"]["001"]))
    end = DAYS.index(week["weekendEnd"].get(code, week["weekendEnd"]["001"]))
    return [(start + n) % 7 for n in range((end - start) % 7 + 1)]


def lines(countries, week):
    """Columns: code, three-letter code, name, other names, weekend (digits, Monday 0), first weekday."""
    out = []
    for code, country in sorted(countries.items()):
        if code in GONE:
            continue
        first = DAYS.index(week["firstDay"].get(code, week["firstDay"]["001"]))
        days = "".join(str(day) for day in weekend(week, code))
        out.append("\t".join([code, country["iso3"], country["name"], ";".join(COUNTRIES.get(code, [])), days, str(first)]))
    return out
