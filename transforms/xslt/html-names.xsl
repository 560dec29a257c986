<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, numbers and measures. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:template match="tei:persName | tei:placeName | tei:orgName | tei:name | tei:rs[@ref] | tei:geogName | tei:settlement |
      tei:country | tei:region | tei:district | tei:bloc | tei:eventName | tei:objectName">
    <xsl:call-template name="link">
      <xsl:with-param name="pointer" select="@ref"/>
      <xsl:with-param name="class" select="concat('name ', local-name())"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A name in a name is one name: the outer one is the link. -->
  <xsl:template match="tei:persName//tei:persName | tei:persName//tei:placeName | tei:persName//tei:orgName | tei:orgName//tei:orgName |
      tei:orgName//tei:placeName | tei:orgName//tei:persName | tei:placeName//* [self::tei:settlement or self::tei:country or
      self::tei:region or self::tei:placeName or self::tei:geogName or self::tei:district or self::tei:bloc]" priority="1">
    <span class="name {local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="@ref" mode="attribute"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="tei:persName[@type = 'pseudonym']">
    <xsl:call-template name="link">
      <xsl:with-param name="pointer" select="@ref"/>
      <xsl:with-param name="class">name persName pseudonym</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:forename | tei:surname | tei:addName | tei:roleName | tei:genName | tei:nameLink | tei:geogFeat |
      tei:street | tei:postCode | tei:postBox | tei:offset | tei:location | tei:geo | tei:occupation | tei:affiliation | tei:nationality |
      tei:residence | tei:age | tei:birth | tei:death">
    <span class="{local-name()}"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- A date that HTML knows is a time element; an interval is a span with its ends in data attributes. -->

  <xsl:template match="tei:date | tei:time">
    <span class="date">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="@when | @from | @to | @notBefore | @notAfter" mode="attribute"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="tei:date[string-length(@when) &gt; 3 and translate(@when, '0123456789-:TZ+.', '') = ''][substring(@when, 1, 4) &gt;= 1000] |
      tei:time[string-length(@when) &gt; 4 and translate(@when, '0123456789:Z+-.', '') = '']">
    <time datetime="{@when}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </time>
  </xsl:template>

  <xsl:template match="tei:num | tei:measure | tei:measureGrp">
    <span class="{local-name()}">
      <xsl:if test="@value"><xsl:attribute name="data-value"><xsl:value-of select="@value"/></xsl:attribute></xsl:if>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
