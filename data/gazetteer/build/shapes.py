"""Polygons: reading, simplifying with shared borders kept, looking points up, writing."""
import gzip
import json
import math
import warnings

import shapely
from shapely.errors import ShapelyDeprecationWarning
from shapely.geometry import MultiPolygon, Point, Polygon, mapping, shape
from shapely.geometry.polygon import orient
from shapely.ops import unary_union
from shapely.strtree import STRtree
from shapely.validation import make_valid

warnings.simplefilter("ignore", ShapelyDeprecationWarning)  # shapely 1.8 is what Debian 12 has

DIGITS = 4  # decimals of a degree kept in output: 11 m
ISLET = 2e-5  # square degrees (0.2 km2): smaller islands are dropped where a unit has larger parts


def polygons(geometry):
    """The polygon parts of any geometry, as a list."""
    if geometry.is_empty:
        return []
    if geometry.geom_type == "Polygon":
        return [geometry]
    return [p for g in getattr(geometry, "geoms", []) for p in polygons(g)]


def as_multi(geometry):
    return MultiPolygon(polygons(geometry))


def radius_m(geometry, lon, lat):
    """Radius in metres of a disc about (lon, lat) of the same area, and no less than 1 km."""
    lat_mid = geometry.centroid.y
    area = geometry.area * 111.32**2 * math.cos(math.radians(lat_mid))
    return max(1000, round(math.sqrt(area / math.pi) * 1000, -2))


def _simplify_line(points, tolerance):
    """Douglas-Peucker on an open line; both ends stay."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    while stack:
        a, b = stack.pop()
        ax, ay = points[a]
        dx, dy = points[b][0] - ax, points[b][1] - ay
        norm = math.hypot(dx, dy)
        worst, at = tolerance, -1
        for i in range(a + 1, b):
            px, py = points[i][0] - ax, points[i][1] - ay
            d = abs(dx * py - dy * px) / norm if norm else math.hypot(px, py)
            if d > worst:
                worst, at = d, i
        if at >= 0:
            keep[at] = True
            stack += [(a, at), (at, b)]
    return [p for p, k in zip(points, keep) if k]


def _simplify_loop(points, tolerance):
    """A closed ring without junctions: cut at its lowest vertex and the one farthest from it."""
    ring = points[:-1]
    start = ring.index(min(ring))
    ring = ring[start:] + ring[:start]
    far = max(range(len(ring)), key=lambda i: (ring[i][0] - ring[0][0]) ** 2 + (ring[i][1] - ring[0][1]) ** 2)
    first = _simplify_line(ring[: far + 1], tolerance)
    second = _simplify_line(ring[far:] + ring[:1], tolerance)
    out = first + second[1:]
    if len(out) < 4:
        third = max(ring, key=lambda p: abs((ring[far][0] - ring[0][0]) * (p[1] - ring[0][1]) - (ring[far][1] - ring[0][1]) * (p[0] - ring[0][0])))
        out = [ring[0], ring[far], third, ring[0]]
    return out


class Coverage:
    """Polygons that share borders. Lines between junctions are simplified once, so shared borders stay shared."""

    def __init__(self, geometries):
        self.rings = {}  # id -> [[ring, ...] per polygon]
        for key in sorted(geometries):
            parts = []
            for p in polygons(geometries[key]):
                rings = [self._round(r.coords) for r in [p.exterior, *p.interiors]]
                if len(rings[0]) >= 4:
                    parts.append([r for r in rings if len(r) >= 4])
            self.rings[key] = parts
        neighbours = {}
        for parts in self.rings.values():
            for rings in parts:
                for ring in rings:
                    for a, b in zip(ring, ring[1:]):
                        neighbours.setdefault(a, set()).add(b)
                        neighbours.setdefault(b, set()).add(a)
        self.junctions = {p for p, n in neighbours.items() if len(n) != 2}
        self.tolerance = {}  # arc -> its own finer tolerance
        self.done = {}

    @staticmethod
    def _round(coords):
        out = []
        for c in coords:
            p = (round(c[0], DIGITS), round(c[1], DIGITS))
            if not out or p != out[-1]:
                out.append(p)
        return out

    def _arcs(self, ring):
        """Splits a ring at junctions; a ring without any is one closed arc."""
        body = ring[:-1]
        cuts = [i for i, p in enumerate(body) if p in self.junctions]
        if not cuts:
            return [tuple(ring)]
        body = body[cuts[0]:] + body[: cuts[0]]
        body.append(body[0])
        arcs, start = [], 0
        for i in range(1, len(body)):
            if body[i] in self.junctions:
                arcs.append(tuple(body[start : i + 1]))
                start = i
        return arcs

    def _arc(self, arc, tolerance):
        back = arc[::-1]
        key, reverse = (arc, False) if arc <= back else (back, True)
        if key not in self.done:
            t = self.tolerance.get(key, tolerance)
            if key[0] == key[-1] and key[0] not in self.junctions:
                self.done[key] = _simplify_loop(list(key), t)
            elif key[0] == key[-1]:
                far = max(range(len(key)), key=lambda i: (key[i][0] - key[0][0]) ** 2 + (key[i][1] - key[0][1]) ** 2)
                self.done[key] = _simplify_line(list(key[: far + 1]), t) + _simplify_line(list(key[far:]), t)[1:]
            else:
                self.done[key] = _simplify_line(list(key), t)
        line = self.done[key]
        return line[::-1] if reverse else line

    def _build(self, key, tolerance):
        parts = []
        for rings in self.rings[key]:
            out = []
            for ring in rings:
                points = []
                for arc in self._arcs(ring):
                    line = self._arc(arc, tolerance)
                    points += line[1:] if points else line
                if len(points) >= 4 and len(set(points)) >= 3:
                    out.append(points)
                elif not out:
                    break
            if out:
                parts.append(Polygon(out[0], out[1:]))
        return MultiPolygon(parts)

    def _refine(self, key, tolerance):
        for rings in self.rings[key]:
            for ring in rings:
                for arc in self._arcs(ring):
                    k = min(arc, arc[::-1])
                    self.tolerance[k] = tolerance
                    self.done.pop(k, None)

    def simplified(self, tolerance):
        """id -> valid MultiPolygon. A unit that turns invalid gets finer lines; so do its neighbours' sides of them."""
        for step in (tolerance, tolerance / 4, tolerance / 16, 0):
            bad = [k for k in self.rings if not self._build(k, tolerance).is_valid]
            if not bad:
                break
            for key in bad:
                self._refine(key, step / 4)
        out = {}
        for key in self.rings:
            g = self._build(key, tolerance)
            out[key] = g if g.is_valid else as_multi(make_valid(g))
        return {k: _drop_islets(g) for k, g in out.items()}


def _drop_islets(multi):
    parts = list(multi.geoms)
    big = [p for p in parts if p.area >= ISLET]
    return MultiPolygon(big or ([max(parts, key=lambda p: p.area)] if parts else []))


class Finder:
    """Which polygon holds a point."""

    def __init__(self, geometries):
        self.parts, self.keys = [], {}
        for key in sorted(geometries):
            for p in _cells(geometries[key]):
                self.keys[id(p)] = key
                self.parts.append(p)
        self.tree = STRtree(self.parts)

    def holding(self, lon, lat):
        point = Point(lon, lat)
        return sorted({self.keys[id(p)] for p in self.tree.query(point) if p.intersects(point)})

    def near(self, lon, lat, degrees):
        """(distance in degrees, key) of polygons within `degrees`, nearest first."""
        point = Point(lon, lat)
        best = {}
        for p in self.tree.query(point.buffer(degrees)):
            d, k = p.distance(point), self.keys[id(p)]
            if d <= degrees and d < best.get(k, 999):
                best[k] = d
        return sorted((d, k) for k, d in best.items())


def _cells(geometry, size=2.0):
    """Cuts large polygons along a grid, so that point queries stay cheap."""
    for p in polygons(geometry):
        x0, y0, x1, y1 = p.bounds
        if len(p.exterior.coords) < 200 or (x1 - x0 <= size and y1 - y0 <= size):
            yield p
            continue
        for i in range(math.floor(x0 / size), math.ceil(x1 / size)):
            for j in range(math.floor(y0 / size), math.ceil(y1 / size)):
                box = shapely.geometry.box(i * size, j * size, (i + 1) * size, (j + 1) * size)
                yield from polygons(p.intersection(box))


def write(path, geometries):
    """GeoJSON lines, one feature a line with the property id alone, right-hand rule; gzip if the name says so."""
    lines = []
    for key in sorted(geometries):
        g = geometries[key]
        if g.geom_type in ("Polygon", "MultiPolygon"):
            g = MultiPolygon([orient(p) for p in polygons(_on_grid(g))])
        m = json.loads(json.dumps(mapping(g)))
        m["coordinates"] = _rounded(m["coordinates"])
        if m["type"] == "MultiLineString":  # rounding may leave a part without any length
            m["coordinates"] = [part for part in m["coordinates"] if len({tuple(p) for p in part}) > 1]
        lines.append(json.dumps({"type": "Feature", "properties": {"id": key}, "geometry": m}, ensure_ascii=False, separators=(",", ":")))
    save(path, "\n".join(lines) + "\n")


def _on_grid(g):
    """The area on the grid of written decimals, still valid."""
    for attempt in range(8):
        g = shape({"type": g.geom_type, "coordinates": _rounded(mapping(g)["coordinates"])})
        if g.is_valid:
            return g
        if attempt > 2:  # what rounding folds again and again is thinner than the grid
            g = g.buffer(0).buffer(-2 * 10**-DIGITS).buffer(2 * 10**-DIGITS)
        g = as_multi(make_valid(g))
    raise ValueError("an area cannot be rounded")


def _rounded(c):
    if isinstance(c, (int, float)):
        r = round(c, DIGITS)
        return int(r) if r == int(r) else r
    return [_rounded(x) for x in c]


def save(path, text):
    """Writes UTF-8; .gz without name and time, so the same rows give the same bytes."""
    data = text.encode()
    if path.endswith(".gz"):
        with open(path, "wb") as f, gzip.GzipFile(filename="", fileobj=f, mode="wb", compresslevel=9, mtime=0) as z:
            z.write(data)
    else:
        with open(path, "wb") as f:
            f.write(data)


def load(path):
    """id -> geometry of a file that `write` made."""
    with (gzip.open(path, "rt") if path.endswith(".gz") else open(path)) as f:
        return {(d := json.loads(line))["properties"]["id"]: shape(d["geometry"]) for line in f}


__all__ = ["Coverage", "Finder", "as_multi", "load", "polygons", "radius_m", "save", "unary_union", "write"]
