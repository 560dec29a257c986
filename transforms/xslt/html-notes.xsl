<?xml version="1.0" encoding="UTF-8"?>
<!-- Footnotes: a marker where the note stands, the notes at the end, links both ways (DPUB-ARIA 1.1 roles). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:its="http://www.w3.org/2005/11/its" exclude-result-prefixes="tei its">

  <xsl:template match="tei:noteGrp">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A note among blocks that markers point at is only listed; any other leaves its marker where it stands. -->
  <xsl:template match="tei:note">
    <xsl:variable name="level"><xsl:apply-templates select="." mode="level"/></xsl:variable>
    <xsl:if test="$notes = 'yes' and not($level = 'div' and (key('pointer', @xml:id) or @target)) and not(parent::tei:noteGrp)
        and not(parent::tei:list)">
      <xsl:apply-templates select="." mode="marker"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:note" mode="marker">
    <xsl:variable name="id"><xsl:apply-templates select="." mode="note-id"/></xsl:variable>
    <xsl:call-template name="marker">
      <xsl:with-param name="note" select="."/>
      <xsl:with-param name="id" select="concat('marker--', $id)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One more marker of a note. -->
  <xsl:template match="tei:ref[starts-with(@target, '#')][key('note', substring-after(@target, '#'))] |
      tei:ptr[starts-with(@target, '#')][key('note', substring-after(@target, '#'))]" priority="1">
    <xsl:if test="$notes = 'yes'">
      <xsl:call-template name="marker">
        <xsl:with-param name="note" select="key('note', substring-after(@target, '#'))[1]"/>
        <xsl:with-param name="id"><xsl:apply-templates select="." mode="marker-id"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:ref | tei:ptr" mode="marker-id">
    <xsl:variable name="this" select="."/>
    <xsl:variable name="note" select="substring-after(@target, '#')"/>
    <xsl:for-each select="key('pointer', $note)">
      <xsl:if test="count(. | $this) = 1"><xsl:value-of select="concat('marker--', $note, '--', position())"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="marker">
    <xsl:param name="note"/>
    <xsl:param name="id"/>
    <xsl:variable name="number"><xsl:apply-templates select="$note" mode="number"/></xsl:variable>
    <xsl:variable name="note-id"><xsl:apply-templates select="$note" mode="note-id"/></xsl:variable>
    <sup class="marker"><a href="#{$note-id}" id="{$id}" role="doc-noteref">
      <xsl:attribute name="aria-label"><xsl:text its:translate="yes">note</xsl:text><xsl:value-of select="concat(' ', $number)"/></xsl:attribute>
      <xsl:value-of select="$number"/>
    </a></sup>
  </xsl:template>

  <xsl:template name="footnotes">
    <xsl:if test="$footnotes">
      <ol class="notes">
        <xsl:apply-templates select="$footnotes" mode="listed"/>
      </ol>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:note" mode="listed">
    <xsl:variable name="number"><xsl:apply-templates select="." mode="number"/></xsl:variable>
    <xsl:variable name="id"><xsl:apply-templates select="." mode="note-id"/></xsl:variable>
    <li id="{$id}">
      <xsl:apply-templates select="@xml:lang" mode="attribute"/>
      <span class="numeral"><xsl:value-of select="$number"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
      <xsl:call-template name="back-links">
        <xsl:with-param name="id" select="$id"/>
        <xsl:with-param name="number" select="$number"/>
      </xsl:call-template>
    </li>
  </xsl:template>

  <!-- Links to markers that the page does not have are taken out afterwards. -->
  <xsl:template name="back-links">
    <xsl:param name="id"/>
    <xsl:param name="number"/>
    <xsl:text> </xsl:text>
    <a class="back" href="#marker--{$id}" role="doc-backlink">
      <xsl:call-template name="back-to"><xsl:with-param name="number" select="$number"/></xsl:call-template>↩</a>
    <xsl:for-each select="key('pointer', @xml:id)">
      <xsl:text> </xsl:text>
      <a class="back" href="#marker--{$id}--{position()}" role="doc-backlink">
        <xsl:call-template name="back-to">
          <xsl:with-param name="number" select="$number"/>
          <xsl:with-param name="place" select="position()"/>
        </xsl:call-template>↩</a>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="back-to">
    <xsl:param name="number"/>
    <xsl:param name="place"/>
    <xsl:attribute name="aria-label">
      <xsl:text its:translate="yes">back to marker</xsl:text>
      <xsl:value-of select="concat(' ', $number, ' ')"/>
      <xsl:text its:translate="yes">in the text</xsl:text>
      <xsl:if test="$place"><xsl:text its:translate="yes">, place</xsl:text><xsl:value-of select="concat(' ', $place)"/></xsl:if>
    </xsl:attribute>
  </xsl:template>
</xsl:stylesheet>
