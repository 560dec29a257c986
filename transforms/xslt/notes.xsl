<?xml version="1.0" encoding="UTF-8"?>
<!--
  Which notes are footnotes, and what their markers and identifiers are. Modes: number, note-id, place-of-marker.
  A note is printed where it stands (inline) when it is an annotation on the sheet or a bracketed remark of the
  translator or editor; any other note of the text is a footnote.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:key name="note" match="tei:text//tei:note" use="@xml:id"/>
  <xsl:key name="pointer" match="tei:text//tei:ref[starts-with(@target, '#')] | tei:text//tei:ptr[starts-with(@target, '#')]"
    use="substring-after(@target, '#')"/>
  <xsl:key name="note-of-anchor" match="tei:text//tei:note[starts-with(@target, '#')]" use="substring-after(@target, '#')"/>
  <xsl:key name="inline-note" use="generate-id()" match="
    tei:note[@type = 'annotation' or @type = 'translator' or @type = 'editor'] |
    tei:note[@place][not(@type = 'footnote')]
      [not(contains('|foot|end|bottom|footnote|endnote|footer|page-end|', concat('|', @place, '|')))] |
    tei:note[not(@place or @type or @target or @xml:id)][parent::tei:div or parent::tei:body or parent::tei:front or parent::tei:back]"/>

  <xsl:variable name="footnotes" select="/*/tei:text//tei:note[not(key('inline-note', generate-id()))]
    [not(ancestor::tei:corr[parent::tei:choice] or ancestor::tei:reg[parent::tei:choice] or ancestor::tei:rdg)]"/>

  <!-- The marker: as the source prints it, else the position. -->
  <xsl:template match="tei:note" mode="number">
    <xsl:apply-templates select="." mode="position"/>
  </xsl:template>
  <xsl:template match="tei:note[normalize-space(@n)]" mode="number">
    <xsl:value-of select="normalize-space(@n)"/>
  </xsl:template>

  <xsl:template match="tei:note" mode="position">
    <xsl:number level="any" count="tei:note[not(key('inline-note', generate-id()))]" from="tei:text"/>
  </xsl:template>

  <!-- generate-id() would differ from run to run; the position does not. -->
  <xsl:template match="tei:note" mode="note-id">
    <xsl:text>note--</xsl:text>
    <xsl:apply-templates select="." mode="position"/>
  </xsl:template>
  <xsl:template match="tei:note[@xml:id]" mode="note-id">
    <xsl:value-of select="@xml:id"/>
  </xsl:template>
</xsl:stylesheet>
