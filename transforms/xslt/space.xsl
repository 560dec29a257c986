<?xml version="1.0" encoding="UTF-8"?>
<!--
  White space: the only place that touches text nodes.
  Runs of space, tab and line end become one space; at the inner edges of blocks and of bracketed matter they go.
  The sentinel '|' keeps normalize-space() from trimming the edge that has to stay. No-break spaces are left alone.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">
  <xsl:strip-space elements="tei:TEI tei:text tei:group tei:front tei:body tei:back tei:div tei:div1 tei:div2 tei:div3
    tei:div4 tei:div5 tei:div6 tei:div7 tei:list tei:table tei:row tei:lg tei:sp tei:figure tei:postscript tei:epigraph
    tei:argument tei:listBibl tei:castList tei:castGroup tei:floatingText tei:titlePage tei:noteGrp tei:standOff
    tei:listPerson tei:listPlace tei:listOrg tei:person tei:place tei:org tei:choice tei:app tei:rdgGrp tei:surface
    tei:surfaceGrp tei:sourceDoc tei:prologue tei:epilogue tei:performance tei:set"/>

  <xsl:template match="text()">
    <xsl:variable name="run" select="normalize-space(concat('|', ., '|'))"/>
    <xsl:value-of select="substring($run, 2, string-length($run) - 2)"/>
  </xsl:template>

  <!-- Text in an element whose inner edges are trimmed. One template that asks twice: patterns with predicates would be
       tried for every text of a document. -->
  <xsl:template match="tei:p/text() | tei:ab/text() | tei:head/text() | tei:item/text() | tei:note/text() | tei:supplied/text() |
      tei:stamp/text() | tei:fw/text() | tei:desc/text() | tei:salute/text() | tei:signed/text() | tei:dateline/text() |
      tei:l/text() | tei:cell/text() | tei:quote/text() | tei:opener/text() | tei:closer/text()" priority="1">
    <xsl:variable name="first" select="not(preceding-sibling::node()[1])"/>
    <xsl:variable name="last" select="not(following-sibling::node()[1])"/>
    <xsl:choose>
      <xsl:when test="$first and $last"><xsl:value-of select="normalize-space()"/></xsl:when>
      <xsl:when test="$first">
        <xsl:variable name="run" select="normalize-space(concat(., '|'))"/>
        <xsl:value-of select="substring($run, 1, string-length($run) - 1)"/>
      </xsl:when>
      <xsl:when test="$last"><xsl:value-of select="substring(normalize-space(concat('|', .)), 2)"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="run" select="normalize-space(concat('|', ., '|'))"/>
        <xsl:value-of select="substring($run, 2, string-length($run) - 2)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
