"""The coast lines of the world: a line a ring, points as longitude and latitude in tenths of a degree."""


def rings(topology):
    """The rings of the land, decoded from TopoJSON (https://github.com/topojson/topojson-specification)."""
    (sx, sy), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(number):
        x = y = 0
        points = []
        for step in topology["arcs"][~number if number < 0 else number]:
            x, y = x + step[0], y + step[1]
            points.append((x * sx + dx, y * sy + dy))
        return points[::-1] if number < 0 else points

    def ring(numbers):
        points = []
        for number in numbers:
            found = arc(number)
            points += found[1:] if points else found
        return points

    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            yield from (ring(numbers) for numbers in polygon)


def lines(topology):
    """A line a ring; rings of fewer than four different points are left out."""
    found = []
    for ring in rings(topology):
        points = []
        for longitude, latitude in ring:
            point = (round(longitude * 10), round(latitude * 10))
            if not points or points[-1] != point:
                points.append(point)
        if len(set(points)) >= 4:
            found.append(" ".join(f"{x},{y}" for x, y in points))
    return found
