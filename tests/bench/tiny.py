"""A few texts that can be read at a glance, for the tests of the bench itself."""

from lanpya.model import Topic, TopicKind
from tests.bench.texts import Text
from tests.bench.truth import Collection, TextPage

KACHIN = Topic(
    id="kachin",
    kind=TopicKind.PLACE,
    labels={"en": "Kachin State", "my": "ကချင်ပြည်နယ်"},
    aliases={"en": ("Kachin",), "my": ()},
    summaries={"en": "A state.", "my": "ပြည်နယ်။"},
)
TEXTS = (
    Text("a", "en", "Aid reaches Kachin", ("The villagers were displaced, and waited for rice.",)),
    Text("b", "en", "No rice, no aid", ("Displacing whole villages takes a day. Roads close.",)),
    Text("c", "en", "A displacement", ("A road was closed; the villager was reported missing.",)),
    Text("a", "my", "ကချင် ပြည်နယ်", ("အကူအညီများ လိုအပ်သည်။ လွိုင်ကော်မှ ယာဥ်များ ရောက်သည်။",)),
    Text("b", "my", "ဝမ်းစာ", ("ယာဉ် များ မရှိ။ ကချင်ပြည်နယ်တွင် မိုးရွာသည်။",)),
    Text("c", "my", "လမ်းများ", ("လမ်းပိတ်ထားသည်ကိုပါဝင်သူများက ပြောသည်။ လွိုင်ကော်တွင် အကူအညီ မရှိ။",)),
)


def make_collection() -> Collection:
    """The texts as pages: "articles/a.html" to "my/articles/c.html"."""
    prefixes = {"en": "", "my": "my/"}
    pages = [TextPage(f"{prefixes[one.language]}articles/{one.name}.html", one) for one in TEXTS]
    return Collection(pages, [KACHIN])
