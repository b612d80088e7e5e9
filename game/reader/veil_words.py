# ruff: noqa: E501
"""What the rules of `veiling` and `veiling_more` are made of."""

from __future__ import annotations

from typing import Final

BOUNDARY: Final = frozenset({"but", ";", "because", ":", "—", "yet", "though", "although", "however"})

START: Final = r"(?:^|(?<=^and )|(?<=^but )|(?<=^so )|(?<=^well )|(?<=^well , )|(?<=^no , )|(?<=^and yet )|(?<=; )|(?<=, and )|(?<=, but ))"
BE: Final = r"(?:is|'s|was|s|ai|would be|'d be|has been)"
ADV: Final = r"(?:(?:simply|just|quite|really|certainly|absolutely|definitely|strictly|entirely|actually|exactly|even|often|widely|generally|sometimes|commonly|clearly|patently|plainly|rather|very|highly|most|totally|completely|hardly|still) )?"
ASIDE: Final = r"(?: , [^,]+ ,)?"
WHO: Final = r"(?:ruby|she|he|her|his|my|i|calvin|harry|langdon|lila|gertrude|mort|susie|scotty|rosenthal|they|we|the|that|a|anyone|anybody|you|there|it)"
AUX: Final = r"(?:would|will|does|did|do|is|was|are|were|has|had|have|can|could|shall|should|'d|'ll)"
NAMES: Final = r"(?:harry|langdon|lila|gertrude|mort|susie|rosenthal|calvin|ruby)"
