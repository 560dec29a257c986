<?xml version="1.0" encoding="UTF-8"?>
<!--
  The text of one TEI document as HTML, in four parts that a page puts where it likes:
    fragment/text, fragment/notes, fragment/register, fragment/legend
  Modes: attribute, level, heading, href; see marks.xsl and notes.xsl for the rest.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">
  <xsl:include href="params.xsl"/>
  <xsl:include href="space.xsl"/>
  <xsl:include href="report.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="others.xsl"/>
  <xsl:include href="html-attributes.xsl"/>
  <xsl:include href="html-structure.xsl"/>
  <xsl:include href="html-telegram.xsl"/>
  <xsl:include href="html-lists.xsl"/>
  <xsl:include href="html-verse.xsl"/>
  <xsl:include href="html-phrases.xsl"/>
  <xsl:include href="html-names.xsl"/>
  <xsl:include href="html-editorial.xsl"/>
  <xsl:include href="html-notes.xsl"/>
  <xsl:include href="html-register.xsl"/>
  <xsl:include href="html-legend.xsl"/>
  <xsl:include href="html-others.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:template match="/">
    <fragment>
      <text><xsl:apply-templates select="*/tei:text | */tei:sourceDoc"/></text>
      <notes><xsl:if test="$notes = 'yes'"><xsl:call-template name="footnotes"/></xsl:if></notes>
      <register><xsl:if test="$register = 'yes'"><xsl:call-template name="register"/></xsl:if></register>
      <legend><xsl:if test="$legend = 'yes'"><xsl:call-template name="legend"/></xsl:if></legend>
    </fragment>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>
</xsl:stylesheet>
