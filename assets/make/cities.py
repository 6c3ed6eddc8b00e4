"""Cities: all of 15,000 people, the largest of each zone without one, and the places made by hand."""

from fold import fold, is_latin
from places import ADMIN_CODES, NAMES, PLACES

# From here on a city keeps its names in other scripts than Latin.
NATIVE_SCRIPTS_FROM = 100_000


def chosen(large, small):
    """The cities of the asset, the most populous first."""
    zones = {city["timezone"] for city in large} | {place[3] for place in PLACES}
    by_size = sorted(small, key=lambda city: (-city["population"], city["geonameid"]))
    cities = list(large)
    for city in by_size:
        if city["timezone"] not in zones:
            zones.add(city["timezone"])
            cities.append(city)
    for name, country, admin, zone, latitude, longitude, population, others in PLACES:
        cities.append({
            "name": name, "countrycode": country, "admin1code": admin, "timezone": zone, "latitude": latitude,
            "longitude": longitude, "population": population, "alternatenames": others,
        })
    return sorted(cities, key=lambda c: (-c["population"], c["name"], c["countrycode"], c["latitude"], c["longitude"]))


def other_names(city, added):
    """The folded alternate names, sorted: without transliterations made by machine, which start in lower case."""
    native = city["population"] >= NATIVE_SCRIPTS_FROM
    names = set()
    for name in city["alternatenames"]:
        folded = fold(name)
        if not folded or ";" in name or len(folded) > 60 or "http" in folded:
            continue
        if is_latin(folded):
            if name != name.lower():
                names.add(folded)
        elif native:
            names.add(folded)
    names.update(fold(name) for name in added)
    names.discard(fold(city["name"]))
    return sorted(names)


def lines(large, small, admin_names):
    """Three parts: regions (country, name, code), zones, and cities that refer to both by number."""
    cities = chosen(large, small)
    added = {}
    for city in cities:
        key = (city["name"], city["countrycode"])
        if key in NAMES and key not in added:
            added[key] = city
    missing = sorted(set(NAMES) - set(added))
    if missing:
        raise SystemExit(f"no city for the names of {missing}")

    def region(city):
        country, code = city["countrycode"], str(city["admin1code"])
        name = admin_names.get(f"{country}.{code}", "")
        written = ADMIN_CODES.get(country, {}).get(code, code if code.isalpha() else "")
        return (country, name, written if name else "")

    regions = sorted({region(city) for city in cities})
    zones = sorted({city["timezone"] for city in cities})
    region_at = {region: index for index, region in enumerate(regions)}
    zone_at = {zone: index for index, zone in enumerate(zones)}
    out = ["[regions]"] + ["\t".join(region) for region in regions] + ["[zones]"] + zones + ["[cities]"]
    for city in cities:
        key = (city["name"], city["countrycode"])
        own = NAMES[key] if added.get(key) is city else []
        out.append("\t".join([
            city["name"], str(region_at[region(city)]), str(zone_at[city["timezone"]]), f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}", str(city["population"]), ";".join(other_names(city, own)),
        ]))
    return out
