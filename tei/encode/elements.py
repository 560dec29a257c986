"""The elements that the encoder makes, and those of the entries of authority lists that it takes over."""

from __future__ import annotations

from typing import Final

_HEADER: Final = """
    TEI teiHeader fileDesc titleStmt title author editor respStmt resp publicationStmt publisher
    pubPlace availability licence notesStmt sourceDesc bibl msDesc msIdentifier altIdentifier msName
    msContents msItem textLang physDesc objectDesc supportDesc extent measure foliation handDesc
    handNote locus locusGrp citedRange biblScope encodingDesc samplingDecl editorialDecl correction
    interpretation classDecl taxonomy category catDesc appInfo application profileDesc abstract
    langUsage language textClass catRef correspDesc correspAction correspContext revisionDesc change
"""
_LISTS: Final = """
    standOff listPerson listPlace listOrg person place org persName surname forename roleName addName
    nameLink genName birth death floruit sex nationality occupation residence affiliation placeName
    geogName settlement region district country location geo orgName repository idno desc
"""
_TEXT: Final = """
    text body div opener closer postscript head p ab lb pb salute signed dateline list item label table
    row cell quote seg stamp fw note ref date time num gap supplied expan ex sic foreign hi unclear del
    add subst
"""
ELEMENTS: Final = frozenset(f"{_HEADER} {_LISTS} {_TEXT}".split())
"""Their names; a document may hold others all the same, from a list or by an editor's decision."""
