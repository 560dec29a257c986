<?xml version="1.0" encoding="UTF-8"?>
<!-- Emphasis, words singled out, quotation, links: what runs in a line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:its="http://www.w3.org/2005/11/its" exclude-result-prefixes="tei its">

  <!-- Segments that mean nothing to a reader by themselves. -->
  <xsl:template match="tei:seg | tei:s | tei:w | tei:c | tei:cl | tei:phr | tei:m | tei:g | tei:desc | tei:label | tei:formula |
      tei:idno | tei:publisher | tei:pubPlace | tei:biblScope | tei:citedRange | tei:author | tei:editor | tei:edition |
      tei:respStmt | tei:resp | tei:docDate | tei:docAuthor | tei:locus | tei:locusGrp | tei:email | tei:unit |
      tei:hyph | tei:rs[not(@ref)] | tei:metamark | tei:space">
    <span class="{local-name()}"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:pc | tei:am">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Points and ranges for machines: no words of theirs belong to the text. -->
  <xsl:template match="tei:anchor | tei:handShift | tei:addSpan | tei:delSpan | tei:damageSpan">
    <xsl:if test="@xml:id"><span><xsl:call-template name="attributes"/></span></xsl:if>
    <xsl:if test="$notes = 'yes'"><xsl:apply-templates select="key('note-of-anchor', @xml:id)" mode="marker"/></xsl:if>
  </xsl:template>

  <xsl:template match="tei:index | tei:interp | tei:interpGrp | tei:span | tei:spanGrp | tei:certainty | tei:precision |
      tei:respons | tei:link | tei:linkGrp | tei:join | tei:joinGrp | tei:alt | tei:altGrp | tei:timeline | tei:teiHeader |
      tei:facsimile | tei:standOff"/>

  <xsl:template match="tei:hi">
    <span>
      <xsl:attribute name="class">hi<xsl:call-template name="rend-classes"/></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="tei:hi[contains(@rend, 'sup')]">
    <sup><xsl:call-template name="attributes"/><xsl:apply-templates/></sup>
  </xsl:template>

  <xsl:template match="tei:hi[contains(@rend, 'sub')]">
    <sub><xsl:call-template name="attributes"/><xsl:apply-templates/></sub>
  </xsl:template>

  <xsl:template match="tei:emph">
    <em><xsl:call-template name="attributes"/><xsl:apply-templates/></em>
  </xsl:template>

  <xsl:template match="tei:foreign | tei:distinct">
    <i class="{local-name()}"><xsl:call-template name="attributes"/><xsl:apply-templates/></i>
  </xsl:template>

  <xsl:template match="tei:term | tei:mentioned">
    <dfn class="{local-name()}"><xsl:call-template name="attributes"/><xsl:apply-templates/></dfn>
  </xsl:template>

  <xsl:template match="tei:gloss">
    <span class="gloss"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:code | tei:gi | tei:att | tei:val | tei:tag | tei:ident | tei:eg">
    <code><xsl:call-template name="attributes"/><xsl:apply-templates/></code>
  </xsl:template>

  <xsl:template match="tei:ruby">
    <ruby><xsl:call-template name="attributes"/><xsl:apply-templates select="tei:rb/node()"/>
      <rt><xsl:apply-templates select="tei:rt/node()"/></rt></ruby>
  </xsl:template>

  <xsl:template match="tei:title">
    <cite><xsl:call-template name="attributes"/><xsl:apply-templates/></cite>
  </xsl:template>

  <!-- Quotation: in the line, or a block where it stands among blocks or holds them. -->

  <xsl:template match="tei:q | tei:quote | tei:said | tei:soCalled">
    <q>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="." mode="open"/>
      <xsl:apply-templates/>
      <xsl:apply-templates select="." mode="close"/>
    </q>
  </xsl:template>

  <xsl:template match="tei:quote[tei:p or tei:ab or tei:lg or tei:l or tei:list or tei:table or tei:floatingText or parent::tei:div or
      parent::tei:body or parent::tei:epigraph or parent::tei:cit[parent::tei:div or parent::tei:body]] |
      tei:q[tei:p or tei:lg or tei:floatingText or parent::tei:div or parent::tei:body] | tei:said[tei:p]">
    <blockquote>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </blockquote>
  </xsl:template>

  <xsl:template match="tei:cit">
    <xsl:call-template name="box">
      <xsl:with-param name="class">cit</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Links. -->

  <xsl:template match="tei:ref | tei:witDetail">
    <xsl:call-template name="link">
      <xsl:with-param name="pointer" select="@target"/>
      <xsl:with-param name="class">ref</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:ptr">
    <xsl:call-template name="link">
      <xsl:with-param name="pointer" select="@target"/>
      <xsl:with-param name="class">ref</xsl:with-param>
      <xsl:with-param name="content"><xsl:value-of select="@target"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A marker whose note the source does not have. -->
  <xsl:template match="tei:ref[@type = 'note'][not(@target)]">
    <sup class="marker dangling">
      <xsl:attribute name="title"><xsl:text its:translate="yes">the source has no note for this marker</xsl:text></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </sup>
  </xsl:template>

  <!-- A telegram that is pointed at or spoken of; a later stage may turn data-target into a link. -->
  <xsl:template match="tei:ref[@type = 'telegram']">
    <xsl:call-template name="link">
      <xsl:with-param name="pointer" select="@target"/>
      <xsl:with-param name="class">ref telegram</xsl:with-param>
      <xsl:with-param name="content">
        <xsl:apply-templates/>
        <xsl:if test="not(node())"><xsl:text its:translate="yes">telegram</xsl:text><xsl:value-of select="concat(' ', @target)"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
