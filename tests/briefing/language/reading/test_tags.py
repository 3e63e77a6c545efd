"""The tag of each word of a sentence, and its noun phrases; docs/claims.md lists the tags."""

import pytest

from briefing.article import Language
from briefing.language.lexicon import lexicon
from briefing.language.reading import read


@pytest.mark.parametrize(
    ("language", "text", "tags", "phrases"),
    [
        ("nl", "Gaat het om het OM, dan zwijgt hij.", "XPpDM,BVP.", "het | het OM | hij"),
        ("nl", "Volgens haar is de koude voorbij.", "pPXDNA.", "haar | de koude"),
        ("nl", "Hij heeft het niet willen zeggen.", "PXPnXv.", "Hij | het"),
        ("nl", "Zij zei dat zij dat boek las.", "PVCPDNV.", "Zij | zij | dat boek"),
        ("nl", "Wat hij wil, is een raadsel.", "RPX,XDN.", "hij | een raadsel"),
        ("en", "The state said the cut was a mistake.", "DNVDNXDN.", "The state | the cut | a mistake"),
        ("en", "He saw her duck under the rope.", "PVDNpDN.", "He | her duck | the rope"),
        ("en", "Police found the missing boat.", "NVDAN.", "Police | the missing boat"),
        ("en", "That is what they want.", "PXRPV.", "That | they"),
        ("en", "The man who sold the farm left.", "DNRVDNV.", "The man | the farm"),
        ("en", '"Stay here," Ms Lowe told us.', '"VB,"MMVP.', "Ms Lowe | us"),
        ("en", "They left because it was late.", "PVSPXA.", "They | it"),
        ("en", "U.S. officials flew home.", "MNVB.", "U.S. officials"),
        ("de", "Die alte Frau liest das Buch, das er schrieb.", "DANVDN,RPV.", "Die alte Frau | das Buch | er"),
        ("de", "Das ist der Hof, den sie kaufte.", "PXDN,RPV.", "Das | der Hof | sie"),
        ("de", "Minister Otto Veit schwieg.", "NMMV.", "Minister Otto Veit"),
        ("de", "Wer das weiß, schweigt.", "RPV,V.", "das"),
    ],
)
def test_a_sentence_has_these_tags_and_phrases(language: Language, text: str, tags: str, phrases: str) -> None:
    reading = read(text, 0, len(text), lexicon(language))
    assert "".join(reading.tags) == tags
    assert " | ".join(reading.span((one.start, one.end)).of(text) for one in reading.phrases) == phrases
