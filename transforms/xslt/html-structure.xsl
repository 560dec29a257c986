<?xml version="1.0" encoding="UTF-8"?>
<!-- Texts, divisions, headings, paragraphs, breaks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:its="http://www.w3.org/2005/11/its" exclude-result-prefixes="tei its">

  <xsl:template match="tei:text">
    <div class="tei-text">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="tei:group | tei:front | tei:body | tei:back | tei:floatingText | tei:sourceDoc | tei:surface |
      tei:surfaceGrp | tei:zone">
    <div class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="tei:line">
    <div class="line"><xsl:call-template name="attributes"/><xsl:apply-templates/></div>
  </xsl:template>

  <!-- A section has a heading; a division without one is just that. -->
  <xsl:template match="tei:div | tei:div1 | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7">
    <xsl:variable name="element">
      <xsl:choose>
        <xsl:when test="tei:head">section</xsl:when>
        <xsl:otherwise>div</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$element}">
      <xsl:attribute name="class">div</xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:if test="@type"><xsl:attribute name="data-type"><xsl:value-of select="@type"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Headings: only those of divisions; the level counts the headed divisions round it, so that none is skipped. -->

  <xsl:template match="tei:head" mode="heading">
    <xsl:variable name="depth" select="$heading-level + count(ancestor::*[tei:head][starts-with(local-name(), 'div') or
      self::tei:body or self::tei:front or self::tei:back]) - 1"/>
    <xsl:choose>
      <xsl:when test="$depth &gt; 6">h6</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('h', $depth)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:head">
    <p class="head"><xsl:call-template name="attributes"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="tei:div/tei:head[1] | tei:div1/tei:head[1] | tei:div2/tei:head[1] | tei:div3/tei:head[1] |
      tei:div4/tei:head[1] | tei:div5/tei:head[1] | tei:div6/tei:head[1] | tei:div7/tei:head[1] | tei:body/tei:head[1] |
      tei:front/tei:head[1] | tei:back/tei:head[1]">
    <xsl:variable name="element"><xsl:apply-templates select="." mode="heading"/></xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:trailer | tei:byline | tei:argument | tei:epigraph | tei:postscript | tei:imprimatur |
      tei:docImprint | tei:docEdition | tei:docDate[parent::tei:titlePage] | tei:docAuthor[parent::tei:titlePage] |
      tei:titlePage | tei:docTitle | tei:titlePart | tei:divGen">
    <xsl:call-template name="box">
      <xsl:with-param name="class" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Paragraphs; a numbered point keeps its numeral as the source prints it. -->

  <xsl:template match="tei:p">
    <p>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="tei:p[@n]">
    <p class="point">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="numeral"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="tei:div[@type = 'point']">
    <div class="point">
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="numeral"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template name="numeral">
    <xsl:variable name="numeral"><xsl:apply-templates select="." mode="numeral"/></xsl:variable>
    <xsl:if test="string($numeral)">
      <span class="numeral"><xsl:value-of select="$numeral"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:ab">
    <p class="ab">
      <xsl:if test="@type"><xsl:attribute name="data-type"><xsl:value-of select="@type"/></xsl:attribute></xsl:if>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- Breaks. A line break that opens a block breaks nothing. -->

  <xsl:template match="tei:lb">
    <xsl:if test="@xml:id"><span><xsl:call-template name="attributes"/></span></xsl:if>
    <xsl:if test="preceding-sibling::* or preceding-sibling::text()[normalize-space()]"><br/></xsl:if>
  </xsl:template>

  <xsl:template match="tei:lb[@break = 'no']">
    <xsl:if test="@xml:id"><span><xsl:call-template name="attributes"/></span></xsl:if>
  </xsl:template>

  <xsl:template match="tei:pb">
    <xsl:variable name="level"><xsl:apply-templates select="." mode="level"/></xsl:variable>
    <xsl:variable name="leaf">
      <xsl:text its:translate="yes">leaf</xsl:text><xsl:if test="normalize-space(@n)"><xsl:value-of select="concat(' ', normalize-space(@n))"/></xsl:if>
    </xsl:variable>
    <xsl:element name="{$level}">
      <xsl:attribute name="class">pb</xsl:attribute>
      <xsl:attribute name="role">separator</xsl:attribute>
      <xsl:attribute name="aria-label"><xsl:value-of select="$leaf"/></xsl:attribute>
      <xsl:attribute name="title"><xsl:value-of select="concat($leaf, ' ')"/><xsl:text its:translate="yes">begins</xsl:text></xsl:attribute>
      <xsl:attribute name="data-n"><xsl:value-of select="@n"/></xsl:attribute>
      <xsl:call-template name="attributes"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:cb | tei:gb | tei:milestone">
    <xsl:variable name="level"><xsl:apply-templates select="." mode="level"/></xsl:variable>
    <xsl:element name="{$level}">
      <xsl:attribute name="class">milestone</xsl:attribute>
      <xsl:attribute name="data-n"><xsl:value-of select="@n"/></xsl:attribute>
      <xsl:call-template name="attributes"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
