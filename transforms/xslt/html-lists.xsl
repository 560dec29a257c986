<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, tables, figures, bibliographies. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:its="http://www.w3.org/2005/11/its" exclude-result-prefixes="tei its">

  <xsl:template match="tei:list | tei:listBibl | tei:castList | tei:castGroup | tei:listWit">
    <xsl:apply-templates select="tei:head"/>
    <ul class="list">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="*[not(self::tei:head)]" mode="entry"/>
    </ul>
  </xsl:template>

  <xsl:template match="tei:list[@type = 'numbered' or @type = 'ordered' or @type = 'lettered' or @rend = 'numbered' or @rend = 'ordered']">
    <xsl:apply-templates select="tei:head"/>
    <ol class="list">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="*[not(self::tei:head)]" mode="entry"/>
    </ol>
  </xsl:template>

  <xsl:template match="tei:list[@type = 'distribution']">
    <xsl:apply-templates select="tei:head"/>
    <ol class="list distribution">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="*[not(self::tei:head)]" mode="entry"/>
    </ol>
  </xsl:template>

  <!-- Only list items may stand in an HTML list: anything else gets one round it. -->
  <xsl:template match="*" mode="entry">
    <li><xsl:apply-templates select="."/></li>
  </xsl:template>

  <xsl:template match="tei:item | tei:castItem" mode="entry">
    <li>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="numeral"/>
      <xsl:apply-templates/>
    </li>
  </xsl:template>

  <xsl:template match="tei:item | tei:castItem">
    <xsl:call-template name="box">
      <xsl:with-param name="class" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A list of labels and items is a description list. -->
  <xsl:template match="tei:list[tei:label]" priority="1">
    <xsl:apply-templates select="tei:head"/>
    <dl class="list gloss">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="tei:label | tei:item" mode="description"/>
    </dl>
    <xsl:apply-templates select="*[not(self::tei:head or self::tei:label or self::tei:item)]"/>
  </xsl:template>

  <xsl:template match="tei:label" mode="description">
    <dt><xsl:call-template name="attributes"/><xsl:apply-templates/></dt>
  </xsl:template>

  <xsl:template match="tei:item" mode="description">
    <dd><xsl:call-template name="attributes"/><xsl:apply-templates/></dd>
  </xsl:template>

  <!-- A wide table scrolls in a region of its own that the keyboard reaches. -->
  <xsl:template match="tei:table">
    <div class="table" role="region">
      <xsl:attribute name="aria-label"><xsl:text its:translate="yes">Table</xsl:text></xsl:attribute><xsl:attribute name="tabindex">0</xsl:attribute>
      <table>
        <xsl:call-template name="attributes"/>
        <xsl:if test="tei:head"><caption><xsl:apply-templates select="tei:head/node()"/></caption></xsl:if>
        <tbody><xsl:apply-templates select="tei:row"/></tbody>
      </table>
    </div>
    <xsl:apply-templates select="*[not(self::tei:row or self::tei:head)]"/>
  </xsl:template>

  <xsl:template match="tei:row">
    <tr><xsl:call-template name="attributes"/><xsl:apply-templates select="*" mode="entry"/></tr>
  </xsl:template>

  <xsl:template match="tei:cell" mode="entry">
    <td><xsl:call-template name="cell"/></td>
  </xsl:template>

  <xsl:template match="tei:cell[@role = 'label']" mode="entry">
    <th scope="row"><xsl:call-template name="cell"/></th>
  </xsl:template>

  <xsl:template match="tei:row[@role = 'label']/tei:cell" mode="entry" priority="1">
    <th scope="col"><xsl:call-template name="cell"/></th>
  </xsl:template>

  <xsl:template match="tei:row/*[not(self::tei:cell)]" mode="entry">
    <td><xsl:apply-templates select="."/></td>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:call-template name="attributes"/>
    <xsl:if test="@cols &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="number(@cols)"/></xsl:attribute></xsl:if>
    <xsl:if test="@rows &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="number(@rows)"/></xsl:attribute></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:figure">
    <figure>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="*[not(self::tei:head)]"/>
      <xsl:if test="tei:head"><figcaption><xsl:apply-templates select="tei:head/node()"/></figcaption></xsl:if>
    </figure>
  </xsl:template>

  <xsl:template match="tei:figDesc">
    <xsl:call-template name="box">
      <xsl:with-param name="class">figDesc</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- An image is linked, not loaded: the page asks nobody for anything. -->
  <xsl:template match="tei:graphic | tei:media | tei:binaryObject">
    <xsl:call-template name="link">
      <xsl:with-param name="pointer" select="@url"/>
      <xsl:with-param name="class">graphic</xsl:with-param>
      <xsl:with-param name="content"><xsl:text its:translate="yes">image</xsl:text><xsl:if test="@url">: <xsl:value-of select="@url"/></xsl:if></xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="tei:desc"/>
  </xsl:template>

  <xsl:template match="tei:bibl | tei:biblStruct | tei:biblFull | tei:analytic | tei:monogr | tei:imprint | tei:series |
      tei:witness">
    <span class="bibl"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
  </xsl:template>
</xsl:stylesheet>
