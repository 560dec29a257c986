"""An ODD in several files: XInclude and groups of specifications."""

from __future__ import annotations

from pathlib import Path

from tei.names import TEI_NS, XI_NS
from tei.odd import Reading, read_odd

P = '<elementSpec ident="p">\n<content><textNode/></content></elementSpec>'


def write(folder: Path, **parts: str) -> Path:
    """Write an ODD whose main file holds `main` inside schemaSpec, and its parts as they are."""
    main = folder / "karsk.odd"
    main.write_text(
        f'<TEI xmlns="{TEI_NS}" xmlns:xi="{XI_NS}"><schemaSpec ident="k" start="p">{parts.pop("main")}</schemaSpec>'
        f"{parts.pop('after', '')}</TEI>",
        encoding="utf-8",
    )
    for name, text in parts.items():
        path = folder / "parts" / f"{name}.odd"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("<specGrp", f'<specGrp xmlns="{TEI_NS}" xmlns:xi="{XI_NS}"', 1), encoding="utf-8")
    return main


def outcome(reading: Reading) -> tuple[list[str], list[tuple[str, str, int]]]:
    assert reading.schema is not None
    errors = [finding for finding in reading.findings if finding.rule in ("ODD101", "ODD102", "XML101", "XML102")]
    return list(reading.schema.elements), [(e.rule, Path(e.location.path).name, e.location.line) for e in errors]


def test_parts_come_in_by_xinclude(tmp_path: Path) -> None:
    """A specification in a part has the file and the line of the part."""
    main = write(tmp_path, main='<xi:include href="parts/text.odd"/>', text=f"<specGrp>\n\n{P}</specGrp>")
    reading = read_odd(main)
    assert outcome(reading) == (["p"], [])
    assert reading.schema is not None
    place = reading.schema.elements["p"].location
    assert (place.path, place.line) == (str(tmp_path / "parts" / "text.odd"), 3)
    undescribed = next(finding for finding in reading.findings if finding.rule == "ODD115")
    assert undescribed.location == place


def test_an_xpointer_takes_one_element_of_a_part(tmp_path: Path) -> None:
    """xi:include/@xpointer is an xml:id in the part, or in the same file."""
    q = '<elementSpec ident="q"><content><empty/></content></elementSpec>'
    main = write(
        tmp_path,
        main='<xi:include href="parts/text.odd" xpointer="one"/><xi:include xpointer="here"/>',
        after=f'<specGrp xml:id="here">{q}</specGrp>',
        text=f'<specGrp><specGrp xml:id="one">{P}</specGrp><specGrp xml:id="two"><x/></specGrp></specGrp>',
    )
    assert outcome(read_odd(main)) == (["p", "q"], [])


def test_a_part_includes_parts_beside_itself(tmp_path: Path) -> None:
    """A path in a part is relative to the part."""
    main = write(
        tmp_path,
        main='<xi:include href="parts/all.odd"/>',
        all='<specGrp><xi:include href="text.odd"/></specGrp>',
        text=f"<specGrp>{P}</specGrp>",
    )
    assert outcome(read_odd(main)) == (["p"], [])


def test_what_cannot_be_included_is_a_finding(tmp_path: Path) -> None:
    """A missing file, a remote one, an unknown name, other kinds of inclusion: each is told at its xi:include."""
    for include in (
        '<xi:include href="parts/none.odd"/>',
        '<xi:include href="https://example.org/a.odd"/>',
        '<xi:include href="/etc/a.odd"/>',
        '<xi:include href="parts/text.odd" xpointer="none"/>',
        '<xi:include xpointer="none"/>',
        '<xi:include href="parts/text.odd" parse="text"/>',
        "<xi:include/>",
    ):
        main = write(tmp_path, main=f"{P}\n{include}", text="<specGrp/>")
        elements, errors = outcome(read_odd(main))
        assert elements == ["p"]
        assert ("ODD101", "karsk.odd", 3) in errors, include


def test_a_part_that_is_not_xml_is_told_with_its_own_line(tmp_path: Path) -> None:
    """A broken part has the parser's finding in the part, and one where it is included."""
    main = write(tmp_path, main=f'{P}<xi:include href="parts/text.odd"/>', text="<specGrp>\n</p>")
    assert outcome(read_odd(main))[1] == [("ODD101", "karsk.odd", 2), ("XML102", "text.odd", 2)]


def test_a_fallback_stands_in_for_a_missing_part(tmp_path: Path) -> None:
    """xi:fallback is used without a finding about the inclusion."""
    main = write(tmp_path, main=f'<xi:include href="parts/none.odd"><xi:fallback>{P}</xi:fallback></xi:include>')
    assert outcome(read_odd(main)) == (["p"], [("XML101", "none.odd", 0)])


def test_a_loop_of_inclusions_ends(tmp_path: Path) -> None:
    """A part that includes itself, directly or through another, is told once for each loop."""
    main = write(
        tmp_path,
        main=f'{P}<xi:include href="parts/one.odd"/>',
        one='<specGrp><xi:include href="two.odd"/></specGrp>',
        two='<specGrp>\n<xi:include href="one.odd"/></specGrp>',
    )
    assert outcome(read_odd(main)) == (["p"], [("ODD102", "two.odd", 2)])


def test_groups_are_taken_in_where_they_are_referred_to(tmp_path: Path) -> None:
    """specGrpRef takes in a group that stands outside schemaSpec; a group nobody refers to stays out."""
    q = '<elementSpec ident="q"><content><empty/></content></elementSpec>'
    main = write(
        tmp_path,
        main='<specGrpRef target="#text"/>',
        after=f'<specGrp xml:id="text">{P}</specGrp><specGrp xml:id="rest">{q}</specGrp>',
    )
    assert outcome(read_odd(main)) == (["p"], [])


def test_an_xpath_takes_several_elements_of_a_part(tmp_path: Path) -> None:
    """xpointer() with the prefixes that xmlns() binds, as TEI itself has it; one that finds nothing is told."""
    q = '<elementSpec ident="q"><content><empty/></content></elementSpec>'
    text = f'<specGrp><specGrp xml:id="one">{P}</specGrp><specGrp xml:id="two">{q}</specGrp></specGrp>'
    pointer = f"xmlns(t={TEI_NS})xpointer({{}})"
    for path, expected in (
        ("//t:elementSpec", ["p", "q"]),
        ("//t:specGrp[@xml:id='two']/*", ["q"]),
        ("id('one')/*", ["p"]),
    ):
        include = f'<xi:include href="parts/text.odd" xpointer="{pointer.format(path)}"/>'
        assert outcome(read_odd(write(tmp_path, main=include, text=text))) == (expected, [])
    for path in ("//t:none", "//t:[", "1 + 1"):
        include = f'{P}<xi:include href="parts/text.odd" xpointer="{pointer.format(path)}"/>'
        assert outcome(read_odd(write(tmp_path, main=include, text=text))) == (["p"], [("ODD101", "karsk.odd", 2)])


def test_a_group_inside_the_schema_is_there_once_though_it_is_referred_to(tmp_path: Path) -> None:
    """Some projects group within schemaSpec, and refer to the group as well."""
    main = write(tmp_path, main=f'<specGrp xml:id="text">{P}</specGrp><specGrpRef target="#text"/>')
    reading = read_odd(main)
    assert outcome(reading) == (["p"], [])
    assert "ODD110" not in [one.rule for one in reading.findings]


def test_rules_may_stand_in_a_group(tmp_path: Path) -> None:
    """A constraintSpec that a group holds is one of the schema's."""
    rule = (
        '<constraintSpec ident="short"><constraint><sch:rule xmlns:sch="http://purl.oclc.org/dsdl/schematron"'
        ' context="tei:p"><sch:assert test="string-length() &lt; 9">short</sch:assert></sch:rule></constraint>'
        "</constraintSpec>"
    )
    after = f'<specGrp xml:id="rules">{rule}</specGrp>'
    reading = read_odd(write(tmp_path, main=f'{P}<specGrpRef target="#rules"/>', after=after))
    assert reading.schema is not None
    assert [one.ident for one in reading.schema.constraints] == ["short"]


def test_of_several_schemas_the_first_is_taken_or_the_one_that_is_named(tmp_path: Path) -> None:
    """Which one it was is told, if none was named; a name that there is not is told with those that there are."""
    q = '<elementSpec ident="q"><content><empty/></content></elementSpec>'
    q = f'<schemaSpec ident="two" start="q">{q}</schemaSpec>'
    main = write(tmp_path, main=P, after=q)
    reading = read_odd(main)
    assert outcome(reading)[0] == ["p"]
    assert [one.message for one in reading.findings if one.rule == "ODD119"] == [
        'there are 2 schemas, k, two; "k" is taken'
    ]
    reading = read_odd(main, ident="two")
    assert outcome(reading)[0] == ["q"]
    assert "ODD119" not in [one.rule for one in reading.findings]
    reading = read_odd(main, ident="three")
    assert reading.schema is None
    assert [one.message for one in reading.findings] == ['there is no schemaSpec "three"; there are k, two']
