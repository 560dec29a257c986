<?xml version="1.0" encoding="UTF-8"?>
<!--
  Editorial marks, shown as the source shows them, explained on hover and to a screen reader.
  The hidden words have class "said": they are spoken, not seen, and not copied with the text.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:template match="tei:supplied | tei:gap">
    <span class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="explained"/>
      <xsl:apply-templates select="." mode="open"/>
      <xsl:apply-templates/>
      <xsl:apply-templates select="." mode="close"/>
    </span>
  </xsl:template>

  <!-- The words between the brackets of a gap are its first desc; others say the same in another language. -->
  <xsl:template match="tei:gap[tei:desc]">
    <span class="gap">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="explained"/>
      <xsl:apply-templates select="." mode="open"/>
      <xsl:apply-templates select="tei:desc[1]/node()"/>
      <xsl:apply-templates select="." mode="close"/>
    </span>
  </xsl:template>

  <xsl:template match="tei:gap[not(node())]">
    <span class="gap">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="explained"/>
      <xsl:text>[…]</xsl:text>
    </span>
  </xsl:template>

  <xsl:template name="explained">
    <xsl:variable name="meaning"><xsl:apply-templates select="." mode="explain"/></xsl:variable>
    <xsl:attribute name="title"><xsl:value-of select="$meaning"/></xsl:attribute>
    <span class="said" lang="en"><xsl:value-of select="concat('(', $meaning, ') ')"/></span>
  </xsl:template>

  <!-- An abbreviation that the editor finished: seen with its brackets, spoken as one word. -->
  <xsl:template match="tei:expan">
    <span class="expan"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:expan[tei:ex][not(*[not(self::tei:ex)])]">
    <span class="expan" title="letters supplied by the editor">
      <xsl:call-template name="attributes"/>
      <span aria-hidden="true"><xsl:apply-templates/></span>
      <span class="said"><xsl:value-of select="normalize-space()"/></span>
    </span>
  </xsl:template>

  <xsl:template match="tei:ex">
    <span class="ex" title="letters supplied by the editor">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="." mode="open"/>
      <xsl:apply-templates/>
      <xsl:apply-templates select="." mode="close"/>
    </span>
  </xsl:template>

  <xsl:template match="tei:abbr">
    <abbr><xsl:call-template name="attributes"/><xsl:apply-templates/></abbr>
  </xsl:template>

  <xsl:template match="tei:sic">
    <span class="sic" title="so in the source">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
      <xsl:variable name="mark"><xsl:apply-templates select="." mode="close"/></xsl:variable>
      <xsl:if test="string($mark)"><span class="mark"><xsl:value-of select="$mark"/></span></xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="tei:unclear | tei:damage | tei:surplus | tei:secl">
    <xsl:variable name="meaning"><xsl:apply-templates select="." mode="explain"/></xsl:variable>
    <span class="{local-name()}" title="{$meaning}"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:add">
    <ins>
      <xsl:if test="@place"><xsl:attribute name="title">added in the source, <xsl:value-of select="@place"/></xsl:attribute></xsl:if>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </ins>
  </xsl:template>

  <xsl:template match="tei:del">
    <del><xsl:call-template name="attributes"/><xsl:apply-templates/></del>
  </xsl:template>

  <xsl:template match="tei:subst | tei:mod | tei:restore | tei:retrace | tei:redo | tei:undo | tei:corr | tei:orig | tei:reg | tei:lem |
      tei:rdg | tei:rdgGrp">
    <span class="{local-name()}"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- Of two encodings of one place the text shows the source's; the other is said on hover and to a screen reader. -->
  <xsl:template match="tei:choice | tei:app">
    <xsl:variable name="shown" select="(tei:sic | tei:orig | tei:abbr | tei:am | tei:lem | *[not(../tei:sic | ../tei:orig |
      ../tei:abbr | ../tei:am | ../tei:lem)][1])[1]"/>
    <xsl:variable name="others" select="*[count(. | $shown) &gt; 1][not(self::tei:note)]"/>
    <span class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:variable name="reading">
        <xsl:for-each select="$others">
          <xsl:if test="position() &gt; 1"><xsl:text>; </xsl:text></xsl:if>
          <xsl:apply-templates select="." mode="reading"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:if test="string($reading)"><xsl:attribute name="title"><xsl:value-of select="$reading"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="$shown"/>
      <xsl:if test="string($reading)"><span class="said" lang="en"><xsl:value-of select="concat(' (', $reading, ')')"/></span></xsl:if>
      <xsl:apply-templates select="tei:note"/>
    </span>
  </xsl:template>

  <xsl:template match="*" mode="reading"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:corr" mode="reading">corrected: <xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:reg" mode="reading">regularised: <xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:expan | tei:ex" mode="reading">in full: <xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:rdg" mode="reading">
    <xsl:value-of select="normalize-space(concat('variant ', translate(@wit, '#', ''), ': ', normalize-space()))"/>
  </xsl:template>
</xsl:stylesheet>
