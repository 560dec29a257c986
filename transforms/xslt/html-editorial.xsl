<?xml version="1.0" encoding="UTF-8"?>
<!--
  Editorial marks, shown as the source shows them, explained on hover and to a screen reader.
  The hidden words have class "said": they are spoken, not seen, and not copied with the text.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:its="http://www.w3.org/2005/11/its" exclude-result-prefixes="tei its">

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
    <span class="said" lang="{$interface}"><xsl:value-of select="concat('(', $meaning, ') ')"/></span>
  </xsl:template>

  <!-- A bracket that a style sheet can hide, where the page has both views of the text. -->
  <xsl:template name="mark">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="$views = 'yes' and string($text)"><span class="mark"><xsl:value-of select="$text"/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An abbreviation that the editor finished: seen with its brackets, spoken as one word. -->
  <xsl:template match="tei:expan">
    <span class="expan"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:expan[tei:ex][not(*[not(self::tei:ex)])]">
    <span class="expan">
      <xsl:attribute name="title"><xsl:text its:translate="yes">letters supplied by the editor</xsl:text></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <span aria-hidden="true"><xsl:apply-templates/></span>
      <span class="said"><xsl:value-of select="normalize-space()"/></span>
    </span>
  </xsl:template>

  <xsl:template match="tei:ex">
    <span class="ex">
      <xsl:attribute name="title"><xsl:text its:translate="yes">letters supplied by the editor</xsl:text></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:variable name="open"><xsl:apply-templates select="." mode="open"/></xsl:variable>
      <xsl:variable name="close"><xsl:apply-templates select="." mode="close"/></xsl:variable>
      <xsl:call-template name="mark"><xsl:with-param name="text" select="$open"/></xsl:call-template>
      <xsl:apply-templates/>
      <xsl:call-template name="mark"><xsl:with-param name="text" select="$close"/></xsl:call-template>
    </span>
  </xsl:template>

  <xsl:template match="tei:abbr">
    <abbr><xsl:call-template name="attributes"/><xsl:apply-templates/></abbr>
  </xsl:template>

  <xsl:template match="tei:sic">
    <span class="sic">
      <xsl:attribute name="title"><xsl:text its:translate="yes">so in the source</xsl:text></xsl:attribute>
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
      <xsl:if test="@place"><xsl:attribute name="title"><xsl:text its:translate="yes">added in the source</xsl:text><xsl:text>, </xsl:text><xsl:apply-templates select="@place" mode="code"/></xsl:attribute></xsl:if>
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
  <xsl:template match="tei:choice | tei:app" name="one-reading">
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
      <xsl:if test="string($reading)"><span class="said" lang="{$interface}"><xsl:value-of select="concat(' (', $reading, ')')"/></span></xsl:if>
      <xsl:apply-templates select="tei:note"/>
    </span>
  </xsl:template>

  <!-- With both views of a text: the editor's reading for one, the source's with the editor's in brackets for the other. -->
  <xsl:template match="tei:choice[tei:corr or tei:reg or tei:expan or tei:ex][tei:sic or tei:orig or tei:abbr or tei:am]">
    <xsl:choose>
      <xsl:when test="$views = 'yes'"><xsl:call-template name="both-readings"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="one-reading"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="both-readings">
    <xsl:variable name="read" select="(tei:corr | tei:reg | tei:expan | tei:ex)[1]"/>
    <xsl:variable name="wrote" select="(tei:sic | tei:orig | tei:abbr | tei:am)[1]"/>
    <span class="choice">
      <xsl:call-template name="attributes"/>
      <xsl:attribute name="title"><xsl:apply-templates select="$read" mode="reading"/></xsl:attribute>
      <span class="wrote"><xsl:apply-templates select="$wrote"/></span>
      <span class="mark"> [</span>
      <span class="read">
        <xsl:choose>
          <xsl:when test="$read//tei:note or $read[self::tei:expan]//tei:ex"><xsl:value-of select="normalize-space($read)"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="$read/node()"/></xsl:otherwise>
        </xsl:choose>
      </span>
      <span class="mark">]</span>
      <xsl:apply-templates select="tei:note"/>
    </span>
  </xsl:template>

  <xsl:template match="*" mode="reading"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:corr" mode="reading"><xsl:text its:translate="yes">corrected</xsl:text><xsl:text>: </xsl:text><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:reg" mode="reading"><xsl:text its:translate="yes">regularised</xsl:text><xsl:text>: </xsl:text><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:expan | tei:ex" mode="reading"><xsl:text its:translate="yes">in full</xsl:text><xsl:text>: </xsl:text><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:rdg" mode="reading">
    <xsl:text its:translate="yes">variant</xsl:text>
    <xsl:if test="normalize-space(@wit)"><xsl:value-of select="concat(' ', normalize-space(translate(@wit, '#', '')))"/></xsl:if>
    <xsl:value-of select="concat(': ', normalize-space())"/>
  </xsl:template>
</xsl:stylesheet>
