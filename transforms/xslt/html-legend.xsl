<?xml version="1.0" encoding="UTF-8"?>
<!-- The editorial marks that occur in this document, and what each means: for those who cannot hover. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:variable name="marked" select="/*/tei:text//*[self::tei:supplied or self::tei:ex or self::tei:sic or self::tei:gap or
    self::tei:stamp or self::tei:unclear or self::tei:del or self::tei:add or self::tei:persName]"/>

  <xsl:template name="legend">
    <xsl:if test="$marked"><xsl:call-template name="legend-list"/></xsl:if>
  </xsl:template>

  <xsl:template name="legend-list">
    <xsl:variable name="entries">
      <xsl:call-template name="legend-entry">
        <xsl:with-param name="first" select="$marked[self::tei:supplied][@reason = 'identification'][1]"/>
      </xsl:call-template>
      <xsl:call-template name="legend-entry">
        <xsl:with-param name="first" select="$marked[self::tei:supplied][@reason = 'sense'][1]"/>
      </xsl:call-template>
      <xsl:call-template name="legend-entry">
        <xsl:with-param name="first" select="$marked[self::tei:supplied][@reason = 'original'][1]"/>
      </xsl:call-template>
      <xsl:call-template name="legend-entry">
        <xsl:with-param name="first" select="$marked[self::tei:supplied][not(@reason = 'identification' or @reason = 'sense' or
          @reason = 'original')][1]"/>
      </xsl:call-template>
      <xsl:call-template name="legend-entry">
        <xsl:with-param name="first" select="$marked[self::tei:ex][1]"/>
        <xsl:with-param name="example" select="$marked[self::tei:ex][1]/.."/>
      </xsl:call-template>
      <xsl:call-template name="legend-entry"><xsl:with-param name="first" select="$marked[self::tei:sic][not(parent::tei:choice)][1]"/></xsl:call-template>
      <xsl:call-template name="legend-entry"><xsl:with-param name="first" select="$marked[self::tei:gap][1]"/></xsl:call-template>
      <xsl:call-template name="legend-entry"><xsl:with-param name="first" select="$marked[self::tei:stamp][1]"/></xsl:call-template>
      <xsl:call-template name="legend-entry"><xsl:with-param name="first" select="$marked[self::tei:unclear][1]"/></xsl:call-template>
      <xsl:call-template name="legend-entry"><xsl:with-param name="first" select="$marked[self::tei:del][1]"/></xsl:call-template>
      <xsl:call-template name="legend-entry"><xsl:with-param name="first" select="$marked[self::tei:add][1]"/></xsl:call-template>
      <xsl:call-template name="legend-entry">
        <xsl:with-param name="first" select="$marked[self::tei:persName][@type = 'pseudonym'][1]"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="string($entries)">
      <dl class="legend"><xsl:copy-of select="$entries"/></dl>
    </xsl:if>
  </xsl:template>

  <xsl:template name="legend-entry">
    <xsl:param name="first"/>
    <xsl:param name="example" select="$first"/>
    <xsl:if test="$first">
      <dt><xsl:apply-templates select="$example[1]" mode="example"/></dt>
      <dd><xsl:apply-templates select="$first" mode="explain"/></dd>
    </xsl:if>
  </xsl:template>

  <!-- The mark without its identifiers, links and notes, which belong to the text. Long ones are cut. -->
  <xsl:template match="*" mode="example">
    <xsl:apply-templates select="." mode="open"/>
    <xsl:call-template name="shortened"/>
    <xsl:apply-templates select="." mode="close"/>
  </xsl:template>

  <xsl:template match="*[tei:ex]" mode="example">
    <xsl:apply-templates mode="letters"/>
  </xsl:template>

  <xsl:template match="tei:ex" mode="letters">
    <xsl:apply-templates select="." mode="open"/>
    <xsl:value-of select="."/>
    <xsl:apply-templates select="." mode="close"/>
  </xsl:template>

  <xsl:template match="tei:gap[not(node())]" mode="example">[…]</xsl:template>

  <xsl:template name="shortened">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:value-of select="substring($words, 1, 40)"/>
    <xsl:if test="string-length($words) &gt; 40">…</xsl:if>
  </xsl:template>
</xsl:stylesheet>
