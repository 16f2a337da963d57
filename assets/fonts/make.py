"""Makes the shipped cuts from the upstream fonts. Usage: python make.py INTER_DIR JETBRAINS_DIR (needs fonttools)."""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

UNICODES = [
    (0x0020, 0x024F),  # Latin with its extensions
    (0x0250, 0x02FF),  # phonetic letters, modifiers
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin for Vietnamese
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x20BF),  # superscripts, currency
    (0x2100, 0x214F),  # letter-like
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2300, 0x23FF),  # keys: command, option, return
    (0x2500, 0x25FF),  # box drawing, shapes
    (0x2600, 0x27BF),  # check marks and the like
    (0xFFFD, 0xFFFD),
]
# No calt, liga, dlig: `->`, `0x20` and `==` must be seen as they are typed.
FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk"]


FIGURES = [(0x20, 0x20), (0x30, 0x3A)]


def make(source: Path, target: Path, tabular: bool = False) -> None:
    font = TTFont(source)
    if tabular:
        # Figures of equal width: a running countdown must not make its neighbours jump.
        gsub = font["GSUB"].table
        lookups = {
            index
            for record in gsub.FeatureList.FeatureRecord
            if record.FeatureTag == "tnum"
            for index in record.Feature.LookupListIndex
        }
        wide = {}
        for index in lookups:
            for table in gsub.LookupList.Lookup[index].SubTable:
                wide |= getattr(table, "ExtSubTable", table).mapping
        for table in font["cmap"].tables:
            for code in range(0x30, 0x3A):
                if code in table.cmap:
                    # Tables of one font may share a map, hence the default.
                    table.cmap[code] = wide.get(table.cmap[code], table.cmap[code])
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = True
    subsetter = subset.Subsetter(options)
    wanted = FIGURES if tabular else UNICODES
    subsetter.populate(unicodes=[c for a, b in wanted for c in range(a, b + 1)])
    subsetter.subset(font)
    font.save(target)


here = Path(__file__).parent
inter, mono = map(Path, sys.argv[1:3])
for cut in ("Regular", "Medium", "SemiBold"):
    make(inter / f"Inter-{cut}.otf", here / f"Inter-{cut}.otf")
for cut in ("Regular", "SemiBold"):
    make(inter / f"Inter-{cut}.otf", here / f"InterFigures-{cut}.otf", tabular=True)
make(mono / "JetBrainsMono-Regular.ttf", here / "JetBrainsMono-Regular.ttf")
