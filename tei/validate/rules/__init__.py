"""Rules of our own, one module each: what no grammar can say, true of any TEI document.

A module holds its `RULE`, whose text is its manual page and whose examples are run as tests; `check`, which yields
findings; and `SAME`, the codes of schemas' rules that say the same, so that one fault is not reported twice.
"""
