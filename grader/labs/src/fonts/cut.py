"""Cuts the font of the plots: NotoSansKata-Regular.otf, in the folder of resources.

Source: Noto Sans CJK JP Regular 2.004 (SIL Open Font License 1.1, see OFL.txt beside the font), from
Debian's package fonts-noto-cjk. What stays: everything in ASCII, Latin-1 and Greek, the signs of
mathematics that the kit uses, kana, and the 2,965 kanji of the first level of JIS X 0208. Written
with fontTools 4.66.1; the same source and version give the same bytes.

    python3 cut.py NotoSansCJK-Regular.ttc NotoSansKata-Regular.otf
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont


def jis_first_level():
    """Rows 1 to 47 of JIS X 0208: signs, kana, kanji of the first level."""
    for row in range(1, 48):
        for cell in range(1, 95):
            try:
                yield bytes((0xA0 + row, 0xA0 + cell)).decode("euc_jp")
            except UnicodeDecodeError:
                pass


def main(source, target):
    font = TTFont(source, fontNumber=0, recalcTimestamp=False)
    wanted = set(map(ord, jis_first_level()))
    for first, last in (
        (0x20, 0x7E),
        (0xA0, 0xFF),
        (0x370, 0x3FF),
        (0x2010, 0x2044),
        (0x2070, 0x209C),
        (0x2190, 0x21FF),
        (0x2200, 0x22FF),
        (0x2460, 0x2473),
    ):
        wanted.update(range(first, last + 1))
    options = subset.Options(layout_features=["kern"], hinting=False, name_IDs=["*"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = "Noto Sans Kata"
        elif record.nameID == 6:
            record.string = "NotoSansKata-Regular"
    font.save(target)


main(*sys.argv[1:])
