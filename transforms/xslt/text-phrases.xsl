<?xml version="1.0" encoding="UTF-8"?>
<!-- What runs in a line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <!-- Elements whose words are the text and that add nothing to it in plain text. -->
  <xsl:template match="tei:seg | tei:s | tei:w | tei:c | tei:cl | tei:phr | tei:m | tei:pc | tei:am | tei:g | tei:desc | tei:label |
      tei:formula | tei:idno | tei:publisher | tei:pubPlace | tei:biblScope | tei:citedRange | tei:author | tei:editor | tei:edition |
      tei:respStmt | tei:resp | tei:locus | tei:locusGrp | tei:email | tei:unit | tei:hyph | tei:rs | tei:metamark | tei:hi | tei:emph |
      tei:foreign | tei:distinct | tei:term | tei:mentioned | tei:gloss | tei:code | tei:gi | tei:att | tei:val | tei:tag | tei:ident |
      tei:eg | tei:ruby | tei:rb | tei:title | tei:cit | tei:ref | tei:witDetail | tei:bibl | tei:biblStruct | tei:biblFull |
      tei:analytic | tei:monogr | tei:imprint | tei:series | tei:item | tei:figDesc | tei:binaryObject">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:persName | tei:placeName | tei:orgName | tei:name | tei:geogName | tei:settlement | tei:country | tei:region |
      tei:district | tei:bloc | tei:eventName | tei:objectName | tei:forename | tei:surname | tei:addName | tei:roleName | tei:genName |
      tei:nameLink | tei:geogFeat | tei:street | tei:postCode | tei:postBox | tei:offset | tei:location | tei:geo | tei:occupation |
      tei:affiliation | tei:nationality | tei:residence | tei:age | tei:birth | tei:death | tei:date | tei:time | tei:num | tei:measure |
      tei:measureGrp">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:expan | tei:abbr | tei:unclear | tei:damage | tei:surplus | tei:secl | tei:add | tei:subst | tei:mod |
      tei:restore | tei:retrace | tei:redo | tei:undo | tei:corr | tei:orig | tei:reg | tei:lem | tei:rdg | tei:rdgGrp | tei:role |
      tei:roleDesc | tei:actor | tei:caesura | tei:u | tei:writing | tei:vocal | tei:kinesic | tei:incident">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- For machines, or said elsewhere. -->
  <xsl:template match="tei:handShift | tei:addSpan | tei:delSpan | tei:damageSpan | tei:index | tei:interp | tei:interpGrp | tei:span |
      tei:spanGrp | tei:certainty | tei:precision | tei:respons | tei:link | tei:linkGrp | tei:join | tei:joinGrp | tei:alt |
      tei:altGrp | tei:timeline | tei:teiHeader | tei:facsimile | tei:standOff"/>

  <!-- The reading given small beside a character. -->
  <xsl:template match="tei:rt"><xsl:text>（</xsl:text><xsl:apply-templates/><xsl:text>）</xsl:text></xsl:template>

  <xsl:template match="tei:q | tei:quote | tei:said | tei:soCalled | tei:supplied | tei:ex | tei:stamp | tei:fw | tei:sic">
    <xsl:call-template name="bracketed"/>
  </xsl:template>

  <xsl:template name="bracketed">
    <xsl:apply-templates select="." mode="open"/>
    <xsl:apply-templates/>
    <xsl:apply-templates select="." mode="close"/>
  </xsl:template>

  <xsl:template match="tei:gap/tei:desc[position() &gt; 1]" priority="1"/>
  <xsl:template match="tei:gap"><xsl:call-template name="bracketed"/></xsl:template>
  <xsl:template match="tei:gap[not(node())]">[…]</xsl:template>

  <!-- What was struck out, between the Leiden brackets for erasure: without them it would read as part of the text. -->
  <xsl:template match="tei:del">⟦<xsl:apply-templates/>⟧</xsl:template>

  <!-- Of two encodings of one place, the source's. -->
  <xsl:template match="tei:choice | tei:app">
    <xsl:apply-templates select="(tei:sic | tei:orig | tei:abbr | tei:am | tei:lem | *[not(../tei:sic | ../tei:orig |
      ../tei:abbr | ../tei:am | ../tei:lem)][1])[1]"/>
  </xsl:template>

  <!-- Notes. -->

  <xsl:template match="tei:note[key('inline-note', generate-id())]" priority="1">
    <xsl:call-template name="bracketed"/>
  </xsl:template>

  <xsl:template match="tei:note">
    <xsl:if test="not((parent::tei:div or parent::tei:back or parent::tei:body or parent::tei:list) and (key('pointer', @xml:id) or @target))
        and not(parent::tei:noteGrp)">
      <xsl:apply-templates select="." mode="marker"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:ref[starts-with(@target, '#')][key('note', substring-after(@target, '#'))] |
      tei:ptr[starts-with(@target, '#')][key('note', substring-after(@target, '#'))]" priority="1">
    <xsl:apply-templates select="key('note', substring-after(@target, '#'))[1]" mode="marker"/>
  </xsl:template>

  <xsl:template match="tei:anchor">
    <xsl:apply-templates select="key('note-of-anchor', @xml:id)" mode="marker"/>
  </xsl:template>

  <xsl:template match="tei:note" mode="marker">
    <xsl:if test="$notes = 'yes'">
      <xsl:variable name="number"><xsl:apply-templates select="." mode="number"/></xsl:variable>
      <xsl:choose>
        <xsl:when test="starts-with($number, '[')"><xsl:value-of select="$number"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('[', $number, ']')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:ptr"><xsl:value-of select="@target"/></xsl:template>
</xsl:stylesheet>
