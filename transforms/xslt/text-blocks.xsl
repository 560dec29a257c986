<?xml version="1.0" encoding="UTF-8"?>
<!-- What begins on a line of its own. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:template match="tei:text | tei:group | tei:front | tei:body | tei:back | tei:floatingText | tei:sourceDoc | tei:surface |
      tei:surfaceGrp | tei:zone | tei:div | tei:div1 | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7 |
      tei:head | tei:p | tei:ab | tei:opener | tei:closer | tei:postscript | tei:trailer | tei:epigraph | tei:argument |
      tei:titlePage | tei:docTitle | tei:titlePart | tei:docImprint | tei:docEdition | tei:imprimatur | tei:divGen |
      tei:lg | tei:sp | tei:prologue | tei:epilogue | tei:performance | tei:set | tei:figure | tei:table | tei:list |
      tei:listBibl | tei:listWit | tei:castList | tei:castGroup | tei:cit[parent::tei:div or parent::tei:body] | tei:noteGrp">
    <xsl:call-template name="block"/>
  </xsl:template>

  <!-- Phrases in a paragraph, blocks elsewhere. -->
  <xsl:template match="tei:salute | tei:signed | tei:dateline | tei:byline | tei:docAuthor | tei:docDate | tei:address | tei:stage">
    <xsl:call-template name="block"/>
  </xsl:template>

  <xsl:template match="tei:p//tei:salute | tei:p//tei:signed | tei:p//tei:dateline | tei:p//tei:docAuthor | tei:p//tei:docDate |
      tei:p//tei:stage | tei:l//tei:stage" priority="1">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template name="block">
    <block>
      <xsl:call-template name="lead"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>

  <!-- Each on its own line, no blank line between. -->
  <xsl:template match="tei:l | tei:line | tei:speaker | tei:addrLine | tei:row | tei:list/tei:label | tei:graphic | tei:media |
      tei:p[preceding-sibling::*[1][self::tei:speaker]]">
    <block tight="yes"><xsl:apply-templates/></block>
  </xsl:template>

  <xsl:template match="tei:list/tei:item | tei:castItem | tei:listBibl/tei:bibl | tei:listBibl/tei:biblStruct | tei:witness">
    <block tight="yes" indent="yes">
      <xsl:call-template name="lead"/>
      <xsl:apply-templates/>
    </block>
  </xsl:template>

  <xsl:template match="tei:table/tei:head">
    <block tight="yes"><xsl:apply-templates/></block>
  </xsl:template>

  <xsl:template match="tei:cell">
    <xsl:if test="preceding-sibling::tei:cell"><tab/></xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template name="lead">
    <xsl:variable name="numeral"><xsl:apply-templates select="." mode="numeral"/></xsl:variable>
    <xsl:if test="string($numeral)"><xsl:attribute name="lead"><xsl:value-of select="$numeral"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="tei:quote[tei:p or tei:ab or tei:lg or tei:l or tei:list or tei:table or tei:floatingText or parent::tei:div or
      parent::tei:body or parent::tei:epigraph] | tei:q[tei:p or tei:lg or tei:floatingText or parent::tei:div or parent::tei:body] |
      tei:said[tei:p]">
    <block indent="yes"><xsl:apply-templates/></block>
  </xsl:template>

  <!-- Bracketed matter among blocks. -->
  <xsl:template match="tei:div/tei:stamp | tei:body/tei:stamp | tei:div/tei:fw | tei:body/tei:fw | tei:div/tei:gap | tei:body/tei:gap |
      tei:front/tei:fw | tei:back/tei:fw | tei:back/tei:stamp" priority="1">
    <block><xsl:call-template name="bracketed"/></block>
  </xsl:template>

  <xsl:template match="tei:div/tei:note[key('inline-note', generate-id())] | tei:body/tei:note[key('inline-note', generate-id())] |
      tei:front/tei:note[key('inline-note', generate-id())] | tei:back/tei:note[key('inline-note', generate-id())]" priority="2">
    <block><xsl:call-template name="bracketed"/></block>
  </xsl:template>

  <xsl:template match="tei:lb[not(@break = 'no')]"><br/></xsl:template>
  <xsl:template match="tei:lb"/>
  <xsl:template match="tei:pb[not(@break = 'no')] | tei:cb[not(@break = 'no')] | tei:gb[not(@break = 'no')] | tei:space"><gap/></xsl:template>
  <xsl:template match="tei:pb | tei:cb | tei:gb | tei:milestone"/>
</xsl:stylesheet>
