"""Rows of the forms of telegraph companies, of British war offices and of American departments.

“IZ 4321 / TOO 1200 / TOR 1400” over a telegram to the Cabinet Offices, “Drafted by: … / Clearances: …” under one from
Washington, what a company printed on its blanks. They stand apart from `forms`, the lines of cipher departments.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.form_rows import row
from tei.recognise.form_words import SEP

_CLOCK: Final = (
    r"(?P<rest>\d{6}[A-Z]?(?:\s[A-Z][A-Za-z]{2}\s\d\d)?|"
    r"\d{4}\s?[A-Z]?(?:[\s/.]\s?\d{1,2}(?:st|nd|rd|th)?(?:\s[A-Z][a-z]{2,8}(?:\s\d{2,4})?)?)?)"
)
OFFICE_FORMS: Final = (
    row("number", "iz i", rf"(?P<incoming>(?-i:I\.?Z\.?)){SEP}(?P<number>\d{{2,5}})(?:/\d{{1,2}})?"),
    row("number", "seacos cossea fan naf medcos cosmed sextant terminal target sacsea grand fleece onward",
        r"(?P<number>(?-i:SEACOS|COSSEA|FAN|NAF|MEDCOS|COSMED|TARGET|ONWARD|GRAND|FLEECE)\s?\d{1,4})\.?"),
    row("sent", "too t", rf"(?-i:T\.?\s?O\.?\s?O)\.?\s*[:.]?\s*{_CLOCK}\.?"),
    row("received", "tor t", rf"(?-i:T\.?\s?O\.?\s?R)\.?\s*[:.]?\s*{_CLOCK}\.?"),
    row("received", "recd rec rcd", rf"(?:recd|rec[’']?d|rcd)\.?\s+{_CLOCK}\.?"),
    row("sent", "despatched desp dispatched", r"desp(?:atche)?d?\.?\s+(?P<rest>\d{6}[A-Z]?(?:\s[A-Z]{3}\s\d\d)?)\.?"),
    row("other", "this",
        r"this\s+(?:message|telegram)\s+will\s+not\s+be\s+distributed\s[^\n]{10,200}|"
        r"this\s+(?:telegram|message)\s+is\s+of\s+particular\s+secrecy[^\n]{0,120}"),
    row("other", "0 1 2 3 4 5 6 7 8 9",
        r"\(?\d{1,2}\.\d{1,2}\.?\s+(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s?GMT\)?"),
    row("other", "inward outward", r"(?:in|out)ward\s+(?:saving\s+)?(?:telegram|savingram)(?:\s+no\.?\s?\d{1,5})?\.?"),
    row("address", "to from",
        r"(?P<role>(?-i:TO|FROM))\s+(?![^\n]*\sTO\s)(?:(?-i:THE)\s+)?(?P<rest>(?-i:(?:[A-Z]+\s){1,3}(?:OFFICE|DEPARTMENT|MINISTRY))|"
        r"(?-i:[A-Z][A-Z .’-]{2,40})\s+\((?:Sir|Mr|Lord|Gen|Major|Admiral|Governor|Officer|High\sCommissioner|"
        r"Viscount|Field)\b[^()\n]{2,50}\))\.?"),
    row("other", "cipher cypher code", r"(?:c[iy]pher|code)\s*\((?:O\.?T\.?P\.?|typex|simplex|one\s+time\s+pad)\)\.?"),
    row("annotation", "passed copies copy repeated",
        r"\(?(?:passed|repeated)\s+to\s+[^\n()]{3,60}\s+as\s+requested\.?\)?"),
    row("number", "wh tohak hakto", r"(?-i:WHS?|TOHAK|HAKTO)\s?(?P<number>\d{1,6})\.?"),
    row("instruction", "deliver", r"deliver\s+(?:at|upon|on)\s+(?:opening|arrival|receipt|start)[^\n.!?]{0,30}[.!]?"),
    row("other", "rca a mackay globe commercial all cable the",
        r"(?:RCA|Mackay|Globe|All\s+America|Commercial|Cable)\s+(?:communications|wireless|radio|cables?)[^\n.!?]{0,40}\.?|"
        r"(?:a\s+)?radio\s+corporation\s+of\s+america(?:\s+service)?|(?:the\s+)?commercial\s+cable\s+company"),
    row("other", "office translation ls",
        r"office\s+of\s+language\s+services|\(?translation\s+division\)?|(?-i:LS)\s+no\.?\s?\d[\d -]{2,16}"),
    row("other", "dl nl lc nlt vlt int symbols a r",
        r"symbols|"
        r"(?-i:DL|NL|LC|NLT|VLT|INT)\s?=\s?[A-Za-z’' -]{4,40}|(?-i:[A-Z]\. ?(?:[A-Z]\. ?)?[A-Z]{3,12},\sPRESIDENT)"),
    row("other", "war foreign cabinet",
        r"(?:war\s+cabinet|foreign\s+office|cabinet|chiefs\s+of\s+staff)\s+distribution\.?"),
    row("other", "telegraphic classification authorized authorised released cleared clearance clearances concurrence "
        "concurrences drafted",
        r"(?:telegraphic\s+transmission\s+and\s+)?(?:classification\s+)?(?:approved|authori[sz]ed|released|cleared|drafted|"
        r"clearances?|concurrences?)(?:\s+(?:by|with))?\s*:[^\n]{0,90}"),
    row("marking", "reproduction",
        r"reproduction\s+(?:from|of)\s+this\s+(?:copy|message)(?:,?\s+if\s+classified,?)?\s+is\s+prohibited"
        r"(?:\s+unless\s+[\"“]?unclassified[\"”]?)?\.?"),
    row("other", "permanent record action classification official",
        r"(?:permanent|(?:permanent\s+)?(?:record|action)\s+copy)(?:\s{2,}reproduction[^\n]{0,80})?|classification"),
    row("other", "regraded downgraded declassified advance",
        r"(?:(?:regraded|downgraded|declassified)\s[^\n]{3,90}|advance\s+copy\s[^\n]{3,60})"),
    row("other", "originator", r"originator\s*[:.]\s*(?:(?-i:[A-Z&]{2,6})|[^\n/]{2,40}/[\w:]{2,6})"),
    row("received", "arrival arrived", r"arriv(?:al|ed)\s*[:.]\s*(?P<rest>[^\n]{4,60})"),
    row("other", "charges prefix office post",
        r"(?:charges\s+to\s+pay|post\s+office\s+telegrams?|office\s+stamp|prefix\.?\s+time\s+handed\s+in)[^\n]{0,110}|"
        r"s\.\s+d\.(?:\s+office\s+stamp)?"),
    row("other", "form", r"(?-i:FORM)\s+(?:[A-Z]{1,3}[\s-]?)?\d[\w.-]*(?:\s+[A-Z]{2}-?\d{2,4}[A-Z]?)?"),
    row("annotation", "c", r"C/S\s+COMMENTS?\s*:[^\n]{2,200}"),
)  # fmt: skip
