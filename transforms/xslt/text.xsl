<?xml version="1.0" encoding="UTF-8"?>
<!--
  The text of one TEI document as blocks of words, for edition.render to fill into lines:
    document/text, document/notes/note[@n]
    block[@lead][@tight][@indent]   a paragraph or what holds paragraphs; lead is the numeral before its first word,
                                    tight means no blank line before it, indent is "yes" for what stands further in
    br                              a line end of the source
    tab                             the space between two cells
    gap                             a break that parts two words, like a space
  What blocks look like is not said here; what the words are is not said there.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">
  <xsl:include href="params.xsl"/>
  <xsl:include href="space.xsl"/>
  <xsl:include href="report.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="others.xsl"/>
  <xsl:include href="text-blocks.xsl"/>
  <xsl:include href="text-phrases.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:template match="/">
    <document>
      <text><xsl:apply-templates select="*/tei:text | */tei:sourceDoc"/></text>
      <notes>
        <xsl:if test="$notes = 'yes'">
          <xsl:for-each select="$footnotes">
            <note><xsl:attribute name="n"><xsl:apply-templates select="." mode="number"/></xsl:attribute><xsl:apply-templates/></note>
          </xsl:for-each>
        </xsl:if>
      </notes>
    </document>
  </xsl:template>

  <!-- Elements without a template of their own, by the family that others.xsl gives them; one without is reported. -->
  <xsl:template match="*">
    <xsl:variable name="family"><xsl:apply-templates select="." mode="family"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$family = 'list' or $family = 'record'">
        <block>
          <xsl:for-each select="* | text()[normalize-space()]"><block tight="yes"><xsl:apply-templates select="."/></block></xsl:for-each>
        </block>
      </xsl:when>
      <xsl:when test="$family = 'block'"><block tight="yes"><xsl:apply-templates/></block></xsl:when>
      <xsl:when test="$family = 'phrase'"><xsl:apply-templates/></xsl:when>
      <xsl:when test="$family = 'value'">
        <xsl:apply-templates select="." mode="value"/>
        <xsl:if test="node()"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates/>
      </xsl:when>
      <xsl:when test="$family = 'source'"><block><xsl:apply-templates mode="source"/></block></xsl:when>
      <xsl:when test="$family = 'silent'"/>
      <xsl:otherwise>
        <xsl:call-template name="report-unhandled"/>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>
</xsl:stylesheet>
