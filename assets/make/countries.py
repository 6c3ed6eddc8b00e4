"""Countries: ISO codes, names, weekends, the first day of the week, and clocks of 12 or 24 hours."""

from places import COUNTRIES

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
# In GeoNames for old records only.
GONE = {"AN", "CS"}


def weekend(week, code):
    """The days of the weekend, from Monday 0; CLDR's `001` is the rest of the world."""
    start = DAYS.index(week["weekendStart"].get(code, week["weekendStart"]["001"]))
    end = DAYS.index(week["weekendEnd"].get(code, week["weekendEnd"]["001"]))
    return [(start + n) % 7 for n in range((end - start) % 7 + 1)]


def clock(time, code):
    """Hours on the clock people use, 12 or 24, then languages of the country that use the other: `12 fr:24`."""

    def hours(key):
        return 12 if time[key]["_preferred"][0] in "hK" else 24

    usual = hours(code if code in time else "001")
    others = sorted(key for key in time if key.endswith(f"-{code}") and hours(key) != usual)
    return " ".join([str(usual)] + [f"{key.split('-')[0]}:{hours(key)}" for key in others])


def lines(countries, week, time):
    """Columns: code, three-letter code, name, other names, weekend (digits, Monday 0), first weekday, clock."""
    out = []
    for code, country in sorted(countries.items()):
        if code in GONE:
            continue
        first = DAYS.index(week["firstDay"].get(code, week["firstDay"]["001"]))
        days = "".join(str(day) for day in weekend(week, code))
        others = ";".join(COUNTRIES.get(code, []))
        out.append("\t".join([code, country["iso3"], country["name"], others, days, str(first), clock(time, code)]))
    return out
