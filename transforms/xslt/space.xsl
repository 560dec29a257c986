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

  <!-- The first text of an element whose edge is trimmed. -->
  <xsl:template match="text()[not(preceding-sibling::node())][parent::tei:p or parent::tei:ab or parent::tei:head or
      parent::tei:item or parent::tei:note or parent::tei:supplied or parent::tei:stamp or parent::tei:fw or
      parent::tei:desc or parent::tei:salute or parent::tei:signed or parent::tei:dateline or parent::tei:l or
      parent::tei:cell or parent::tei:quote or parent::tei:opener or parent::tei:closer]" priority="2">
    <xsl:variable name="run" select="normalize-space(concat(., '|'))"/>
    <xsl:value-of select="substring($run, 1, string-length($run) - 1)"/>
  </xsl:template>

  <!-- The last text of one. -->
  <xsl:template match="text()[not(following-sibling::node())][parent::tei:p or parent::tei:ab or parent::tei:head or
      parent::tei:item or parent::tei:note or parent::tei:supplied or parent::tei:stamp or parent::tei:fw or
      parent::tei:desc or parent::tei:salute or parent::tei:signed or parent::tei:dateline or parent::tei:l or
      parent::tei:cell or parent::tei:quote or parent::tei:opener or parent::tei:closer]" priority="3">
    <xsl:variable name="run" select="normalize-space(concat('|', .))"/>
    <xsl:value-of select="substring($run, 2)"/>
  </xsl:template>

  <!-- The only text of one. -->
  <xsl:template match="text()[not(preceding-sibling::node()) and not(following-sibling::node())][parent::tei:p or
      parent::tei:ab or parent::tei:head or parent::tei:item or parent::tei:note or parent::tei:supplied or
      parent::tei:stamp or parent::tei:fw or parent::tei:desc or parent::tei:salute or parent::tei:signed or
      parent::tei:dateline or parent::tei:l or parent::tei:cell or parent::tei:quote or parent::tei:opener or
      parent::tei:closer]" priority="4">
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>
</xsl:stylesheet>
