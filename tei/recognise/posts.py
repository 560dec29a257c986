"""The posts of envoys: countries that one is ambassador to, and the cities that a cable comes from.

"Ambassador to Norway" is an office and no recipient, and "Pell (Oslo)" somebody with the place where he is; a name in
parentheses that is no city is a cover name or who holds an office.
"""

from __future__ import annotations

from typing import Final

from tei.regexes import regex

_COUNTRIES: Final = (
    "Afghanistan|Albania|Algeria|Angola|Argentina|Australia|Austria|Bangladesh|Belgium|Bolivia|Brazil|Britain|Bulgaria|"
    "Burma|Cambodia|Canada|Ceylon|Chile|China|Colombia|Congo|Cuba|Cyprus|Czechoslovakia|Denmark|Ecuador|Egypt|Ethiopia|"
    "Finland|France|Germany|Ghana|Greece|Guatemala|Guinea|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|"
    "Italy|Japan|Jordan|Kenya|Korea|Kuwait|Laos|Lebanon|Libya|Malaysia|Mali|Malta|Mexico|Mongolia|Morocco|Mozambique|"
    "Nepal|Netherlands|Nicaragua|Nigeria|Norway|Pakistan|Panama|Paraguay|Persia|Peru|Philippines|Poland|Portugal|"
    "Romania|Rumania|Russia|Senegal|Singapore|Somalia|Spain|Sudan|Sweden|Switzerland|Syria|Taiwan|Tanzania|Thailand|"
    "Tunisia|Turkey|Uganda|Uruguay|Venezuela|Vietnam|Yemen|Yugoslavia|Zaire|Zambia|Zimbabwe"
)
_BODIES: Final = (
    r"(?:the\s+)?(?:U\.?S\.?(?:A\.?|S\.?R\.?)?|USSR|UK|UN|GDR|FRG|PRC|DPRK|ROK|DRV|RVN|SRV|MPR|UAR|"
    r"SRR|RPR|HPR|PPR|PRB|CSR|CSSR|ČSSR|SFRY|FPRY|DRA|"
    r"(?:OAS|NATO|UNESCO|IAEA|EEC|(?:[A-Z]\w+\s+){0,2}(?:Organi[sz]ation|League|Agency)\s+(?:of|for)\s+(?:[A-Z]\w+\s+){0,2}[A-Z]\w+|"
    r"(?:North\s+Atlantic|Warsaw)\s+(?:Treaty\s+Organi[sz]ation|Council|Pact)|European\s+(?:Communit(?:y|ies)|Union))"
    r"(?:\s\([A-Z]{2,6}\)(?=\W|$)|(?<=\w)\b)|"
    r"United\s+(?:States(?:\s+of\s+America)?|Kingdom|Nations|Arab\s+Republic)|Soviet\s+Union|Vatican|Holy\s+See|"
    r"Great\s+Britain|(?:North|South|East|West|Outer)\s+(?:Korea|Vietnam|Germany|Yemen|Mongolia)|"
    r"(?:German\s+Democratic|Federal|People[’']s|Mongolian\s+People[’']s)\s+Republic(?:\s+of\s+[A-Z]\w+)?)"
)
COUNTRY: Final = rf"(?:{_BODIES}|(?:the\s+)?(?:{_COUNTRIES}))(?!\w)"
CITY: Final = (
    r"(?:Accra|Addis Ababa|Algiers|Amman|Ankara|Athens|Baghdad|Baku|Bangkok|Beijing|Beirut|Belgrade|Berlin|Bern|Bonn|"
    r"Brasilia|Brussels|Bucharest|Budapest|Buenos Aires|Cairo|Canberra|Colombo|Conakry|Copenhagen|Dalian|Damascus|"
    r"Delhi|Dhaka|Djakarta|Geneva|Guatemala City|Hanoi|Havana|Helsinki|Islamabad|Istanbul|Jakarta|Kabul|Karachi|"
    r"Kathmandu|Khartoum|Kiev|Kyiv|Lagos|Leningrad|Lima|Lisbon|London|Luanda|Madrid|Managua|Mexico City|Montevideo|"
    r"Moscow|Nairobi|Nanjing|Nanking|New Delhi|New York|Oslo|Ottawa|Panmunjom|Paris|Peking|Peiping|Beiping|Phnom Penh|"
    r"Prague|Pretoria|Pyongyang|Quito|Rangoon|Rio de Janeiro|Rome|Saigon|Santiago|Seoul|Shanghai|Shenyang|Sofia|"
    r"Stockholm|Tabriz|Taipei|Tallinn|Tashkent|Tbilisi|Tehran|Teheran|Tel Aviv|Tirana|Tokyo|Tripoli|Tunis|Ulaanbaatar|"
    r"Ulan Bator|Ulan-Bator|Urumqi|Urumchi|Vienna|Vientiane|Vilnius|Warsaw|Washington(?:,? D\.?C\.?)?|Yerevan|Zurich|"
    r"Belfast|Bogot[aá]|Bombay|Bratislava|Calcutta|Cape Town|Caracas|Chicago|Chungking|Chongqing|Constantinople|Dublin|"
    r"The Hague|Hamburg|Holy See|Hong Kong|Kaunas|Kuibyshev|Luxembourg|Manila|Munich|Nicosia|Petrograd|Reykjav[ií]k|"
    r"Riga|San Francisco|Singapore|Vatican|Vichy|Wellington|Zagreb)"
)
NO_BODY: Final = (
    r"(?!(?:Foreign|Minist|Embass|Government|Department|State|Central|Committee|Council|President|Premier|Prime|"
    r"Secretar|Deputy|General|Party|Politburo)[\w’'-]*\b)"
)
"""“Ambassador to USSR Foreign Ministry” writes to the ministry."""
_POSTED: Final = regex(
    rf"\s+to\s+{COUNTRY}(?P<bearer>,?\s+{NO_BODY}(?:Comrade\s+|Cde\.\s+)?[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){{0,3}})?"
    r"(?=\s*$|\s*[\[(,;:]|\s+(?:to|for|from|in|on|about|regarding|concerning|via)\s)"
)
_AT_CITY: Final = regex(rf"(?P<seat>\s+\((?P<place>{CITY})\))")


def posted_to(text: str, start: int, end: int) -> int | None:
    """Return where an envoy's post ends that begins at `start`, "to Norway Ada Pell"; None where none does."""
    match = _POSTED.match(text, start, end)
    return match.end() if match else None


def at_city(text: str, start: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """Return where the name ends that a city in parentheses follows, "Pell (Oslo)", and where the city stands."""
    if text[end - 1 : end] != ")":
        return None
    at = text.rfind("(", start, end)
    match = _AT_CITY.fullmatch(text, len(text[:at].rstrip()), end) if at > start else None
    return (match.start("seat"), match.span("place")) if match else None
