<?xml version="1.0" encoding="UTF-8"?>
<!-- The excerpt of the authority lists that the document carries: where the links of names lead. Modes: register, gloss. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:its="http://www.w3.org/2005/11/its" exclude-result-prefixes="tei its">

  <xsl:variable name="entries" select="(/*/tei:standOff | /*/tei:teiHeader/tei:profileDesc)
    //*[self::tei:person or self::tei:personGrp or self::tei:place or self::tei:org]"/>

  <xsl:template name="register">
    <xsl:call-template name="register-part">
      <xsl:with-param name="title"><xsl:text its:translate="yes">Persons</xsl:text></xsl:with-param>
      <xsl:with-param name="part" select="$entries[self::tei:person or self::tei:personGrp]"/>
    </xsl:call-template>
    <xsl:call-template name="register-part">
      <xsl:with-param name="title"><xsl:text its:translate="yes">Places</xsl:text></xsl:with-param>
      <xsl:with-param name="part" select="$entries[self::tei:place]"/>
    </xsl:call-template>
    <xsl:call-template name="register-part">
      <xsl:with-param name="title"><xsl:text its:translate="yes">Organisations</xsl:text></xsl:with-param>
      <xsl:with-param name="part" select="$entries[self::tei:org][not(ancestor::tei:listOrg[@type = 'repository'])]"/>
    </xsl:call-template>
    <xsl:call-template name="register-part">
      <xsl:with-param name="title"><xsl:text its:translate="yes">Archives</xsl:text></xsl:with-param>
      <xsl:with-param name="part" select="$entries[self::tei:org][ancestor::tei:listOrg[@type = 'repository']]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="register-part">
    <xsl:param name="title"/>
    <xsl:param name="part"/>
    <xsl:if test="$part">
      <xsl:element name="h{$heading-level}"><xsl:value-of select="$title"/></xsl:element>
      <ul class="register"><xsl:apply-templates select="$part" mode="register"/></ul>
    </xsl:if>
  </xsl:template>

  <!-- The preferred name first: the one that says so, else the first without a type, else the first. -->
  <xsl:template match="*" mode="register">
    <xsl:variable name="names" select="tei:persName | tei:placeName | tei:orgName | tei:name | tei:settlement | tei:country"/>
    <xsl:variable name="preferred" select="($names[@type = 'preferred' or @type = 'main'] |
      $names[not(../*[@type = 'preferred' or @type = 'main'])][not(@type)])[1] | $names[not(../*[@type = 'preferred' or
      @type = 'main' or (contains(local-name(), 'ame') and not(@type))])][1]"/>
    <li>
      <xsl:call-template name="attributes"/>
      <strong class="name"><xsl:apply-templates select="$preferred[1]" mode="register-name"/></strong>
      <xsl:apply-templates select="$names[count(. | $preferred[1]) &gt; 1]" mode="variant"/>
      <xsl:apply-templates select="tei:birth | tei:death | tei:floruit | tei:occupation | tei:location | tei:note | tei:desc | tei:p"
        mode="gloss"/>
      <xsl:apply-templates select="tei:idno" mode="gloss"/>
    </li>
  </xsl:template>

  <xsl:template match="*" mode="register-name">
    <span><xsl:apply-templates select="@xml:lang" mode="attribute"/><xsl:value-of select="normalize-space()"/></span>
  </xsl:template>

  <xsl:template match="*" mode="variant">
    <xsl:text>; </xsl:text>
    <xsl:if test="@type"><span class="kind"><xsl:value-of select="translate(@type, '-_', '  ')"/></span><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates select="." mode="register-name"/>
  </xsl:template>

  <xsl:template match="*" mode="gloss">
    <xsl:text>. </xsl:text>
    <span class="gloss"><xsl:apply-templates select="@xml:lang" mode="attribute"/><xsl:value-of select="normalize-space()"/></span>
  </xsl:template>

  <xsl:template match="tei:birth | tei:death | tei:floruit" mode="gloss">
    <xsl:text>; </xsl:text>
    <xsl:apply-templates select="." mode="event"/>
    <xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="normalize-space()"><xsl:value-of select="normalize-space()"/></xsl:when>
      <xsl:when test="@when"><xsl:value-of select="@when"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(@notBefore, @from, '–', @notAfter, @to)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:birth" mode="event"><xsl:text its:translate="yes">born</xsl:text></xsl:template>
  <xsl:template match="tei:death" mode="event"><xsl:text its:translate="yes">died</xsl:text></xsl:template>
  <xsl:template match="tei:floruit" mode="event"><xsl:text its:translate="yes">active</xsl:text></xsl:template>

  <xsl:template match="tei:idno" mode="gloss">
    <xsl:variable name="page"><xsl:apply-templates select="." mode="page"/></xsl:variable>
    <xsl:text> · </xsl:text>
    <xsl:choose>
      <xsl:when test="string($page) and not(contains($page, ' '))">
        <a class="idno" href="{$page}" rel="external"><xsl:value-of select="normalize-space(concat(@type, ' ', .))"/></a>
      </xsl:when>
      <xsl:otherwise><span class="idno"><xsl:value-of select="normalize-space(concat(@type, ' ', .))"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where an identifier leads. -->
  <xsl:template match="tei:idno" mode="page"/>
  <xsl:template match="tei:idno[starts-with(normalize-space(), 'http://') or starts-with(normalize-space(), 'https://')]" mode="page"
      priority="2"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:idno[@type = 'wikidata']" mode="page">https://www.wikidata.org/wiki/<xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:idno[@type = 'viaf']" mode="page">https://viaf.org/viaf/<xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:idno[@type = 'gnd']" mode="page">https://d-nb.info/gnd/<xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="tei:idno[@type = 'geonames']" mode="page">https://www.geonames.org/<xsl:value-of select="normalize-space()"/></xsl:template>
</xsl:stylesheet>
