<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements without a template of their own, by the family that others.xsl gives them; what has none is reported. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:template match="*">
    <xsl:variable name="family"><xsl:apply-templates select="." mode="family"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$family = 'list'"><xsl:call-template name="other-list"/></xsl:when>
      <xsl:when test="$family = 'record'"><xsl:call-template name="other-record"/></xsl:when>
      <xsl:when test="$family = 'block'">
        <div class="block {local-name()}"><xsl:call-template name="attributes"/><xsl:apply-templates/></div>
      </xsl:when>
      <xsl:when test="$family = 'phrase'">
        <span class="{local-name()}"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
      </xsl:when>
      <xsl:when test="$family = 'value'"><xsl:call-template name="other-value"/></xsl:when>
      <xsl:when test="$family = 'source'">
        <pre class="egXML"><code><xsl:apply-templates mode="source"/></code></pre>
      </xsl:when>
      <xsl:when test="$family = 'silent'"/>
      <!-- The loud catch-all: reported, and shown with its name for a style sheet to find. -->
      <xsl:otherwise>
        <xsl:call-template name="report-unhandled"/>
        <xsl:call-template name="box">
          <xsl:with-param name="class" select="concat('other other-', local-name())"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="other-list">
    <xsl:apply-templates select="tei:head"/>
    <ul class="list {local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="*[not(self::tei:head)] | text()[normalize-space()]"><li><xsl:apply-templates select="."/></li></xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="other-record">
    <div class="record {local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="@ident"><code><xsl:value-of select="@ident"/></code></xsl:if>
      <xsl:for-each select="* | text()[normalize-space()]"><div class="field"><xsl:apply-templates select="."/></div></xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template name="other-value">
    <span class="value {local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="." mode="value"/>
      <xsl:if test="node()"><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
