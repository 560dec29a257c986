<?xml version="1.0" encoding="UTF-8"?>
<!--
  What elements have in common: attributes that are carried over, the choice between block and phrase, safe links.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:template name="attributes">
    <xsl:if test="@*"><xsl:apply-templates select="@xml:id | @xml:lang | @cert | @hand" mode="attribute"/></xsl:if>
  </xsl:template>

  <xsl:template match="@*" mode="attribute"/>

  <xsl:template match="@xml:id" mode="attribute">
    <xsl:attribute name="id"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <!-- Only what can be a language tag (BCP 47); Arabic, Hebrew, Persian and Urdu run from right to left. -->
  <xsl:template match="@xml:lang" mode="attribute">
    <xsl:variable name="letters" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-'"/>
    <xsl:if test="normalize-space() and translate(., $letters, '') = ''">
      <xsl:attribute name="lang"><xsl:value-of select="."/></xsl:attribute>
      <xsl:if test="contains('|ar|he|fa|ur|', concat('|', substring(concat(., '-'), 1, 2), '|'))">
        <xsl:attribute name="dir">rtl</xsl:attribute>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@cert | @hand | @ref | @from | @to | @notBefore | @notAfter | @when" mode="attribute">
    <xsl:attribute name="data-{translate(local-name(), 'BA', 'ba')}"><xsl:value-of select="normalize-space()"/></xsl:attribute>
  </xsl:template>

  <!-- An element that is a block among blocks and a phrase in a paragraph. -->
  <xsl:template name="box">
    <xsl:param name="class"/>
    <xsl:variable name="level"><xsl:apply-templates select="." mode="level"/></xsl:variable>
    <xsl:element name="{$level}">
      <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*" mode="level">span</xsl:template>
  <xsl:template mode="level" match="tei:text/* | tei:group/* | tei:front/* | tei:body/* | tei:back/* | tei:div/* | tei:div1/* |
    tei:div2/* | tei:div3/* | tei:div4/* | tei:div5/* | tei:div6/* | tei:div7/* | tei:opener/tei:note | tei:postscript/* |
    tei:epigraph/* | tei:argument/* | tei:floatingText/* | tei:sp/* | tei:lg/* | tei:titlePage/* | tei:figure/* |
    tei:sourceDoc/* | tei:surface/* | tei:zone/* | tei:castList/* | tei:prologue/* | tei:epilogue/* | tei:performance/* |
    tei:quote[tei:p]/* | tei:note[tei:p]/* | tei:item[tei:p]/*">div</xsl:template>

  <!-- A class for every word of @rend, under a prefix of its own so that no value can pose as ours. -->
  <xsl:template name="rend-classes">
    <xsl:param name="words" select="normalize-space(@rend)"/>
    <xsl:if test="$words">
      <xsl:value-of select="concat(' rend-', substring-before(concat($words, ' '), ' '))"/>
      <xsl:call-template name="rend-classes">
        <xsl:with-param name="words" select="substring-after($words, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A link that is safe to follow, or nothing: web, mail and places in the document; the first of several pointers. -->
  <xsl:template match="@*" mode="href">
    <xsl:variable name="first" select="substring-before(concat(normalize-space(), ' '), ' ')"/>
    <xsl:variable name="lower" select="translate($first, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
    <xsl:choose>
      <xsl:when test="starts-with($lower, 'http://') or starts-with($lower, 'https://') or starts-with($lower, 'mailto:')">
        <xsl:value-of select="$first"/>
      </xsl:when>
      <xsl:when test="starts-with($first, '#')"><xsl:value-of select="$first"/></xsl:when>
      <xsl:when test="contains($first, ':')">
        <xsl:call-template name="report-unsafe-link">
          <xsl:with-param name="target" select="$first"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The content as a link where the pointer is safe to follow, else as a phrase; the raw pointer stays in data-*. -->
  <xsl:template name="link">
    <xsl:param name="pointer"/>
    <xsl:param name="class"/>
    <xsl:param name="content"><xsl:apply-templates/></xsl:param>
    <xsl:variable name="href"><xsl:apply-templates select="$pointer" mode="href"/></xsl:variable>
    <xsl:variable name="element">
      <xsl:choose>
        <xsl:when test="string($href) and not(ancestor::tei:ref)">a</xsl:when>
        <xsl:otherwise>span</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$element}">
      <xsl:if test="$element = 'a'"><xsl:attribute name="href"><xsl:value-of select="$href"/></xsl:attribute></xsl:if>
      <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
      <xsl:if test="$pointer">
        <xsl:attribute name="data-{local-name($pointer)}"><xsl:value-of select="normalize-space($pointer)"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="attributes"/>
      <xsl:copy-of select="$content"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
