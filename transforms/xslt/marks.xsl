<?xml version="1.0" encoding="UTF-8"?>
<!--
  Editorial marks. Three questions are asked of an element, each in a mode of its own:
    open, close   the bracket that stood in the source before and after it
    numeral       the numeral of a point or list item, as the source prints it
    explain       what the mark means, in words
  Bracketed matter is encoded without its brackets; @rend says which they are, and the default is [ ].
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:template match="*" mode="open"/>
  <xsl:template match="*" mode="close"/>
  <xsl:template match="*" mode="numeral"/>
  <xsl:template match="*" mode="explain"/>

  <!-- open, close -->

  <xsl:template match="tei:supplied | tei:gap | tei:stamp | tei:fw[@type = 'letterhead'] | tei:note | tei:ex" mode="open">
    <xsl:call-template name="bracket">
      <xsl:with-param name="once" select="'['"/>
      <xsl:with-param name="twice" select="'[['"/>
      <xsl:with-param name="round" select="'('"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:supplied | tei:gap | tei:stamp | tei:fw[@type = 'letterhead'] | tei:note | tei:ex" mode="close">
    <xsl:call-template name="bracket">
      <xsl:with-param name="once" select="']'"/>
      <xsl:with-param name="twice" select="']]'"/>
      <xsl:with-param name="round" select="')'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="bracket">
    <xsl:param name="once"/>
    <xsl:param name="twice"/>
    <xsl:param name="round"/>
    <xsl:variable name="rend" select="concat(' ', normalize-space(@rend), ' ')"/>
    <xsl:choose>
      <xsl:when test="contains($rend, ' none ')"/>
      <xsl:when test="contains($rend, ' double-brackets ')"><xsl:value-of select="$twice"/></xsl:when>
      <xsl:when test="contains($rend, ' parentheses ')"><xsl:value-of select="$round"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$once"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Quotation marks stand in the text, unless the header says that they were taken out (quotation/@marks). -->
  <xsl:template match="tei:q | tei:quote | tei:said | tei:soCalled" mode="open">
    <xsl:if test="/*/tei:teiHeader//tei:quotation/@marks = 'none'">“</xsl:if>
  </xsl:template>

  <xsl:template match="tei:q | tei:quote | tei:said | tei:soCalled" mode="close">
    <xsl:if test="/*/tei:teiHeader//tei:quotation/@marks = 'none'">”</xsl:if>
  </xsl:template>

  <!-- The mark after a word that stands so in the source; @n holds it when it is not just "sic", and
       @rend has "glued" where no space parts the two. -->
  <xsl:template match="tei:sic" mode="close">
    <xsl:variable name="word">
      <xsl:choose>
        <xsl:when test="@n"><xsl:value-of select="@n"/></xsl:when>
        <xsl:otherwise>sic</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="not(contains(concat(' ', @rend, ' '), ' none '))">
      <xsl:if test="not(contains(concat(' ', @rend, ' '), ' glued '))"><xsl:text> </xsl:text></xsl:if>
      <xsl:call-template name="bracket">
        <xsl:with-param name="once" select="'['"/>
        <xsl:with-param name="twice" select="'[['"/>
        <xsl:with-param name="round" select="'('"/>
      </xsl:call-template>
      <xsl:value-of select="$word"/>
      <xsl:call-template name="bracket">
        <xsl:with-param name="once" select="']'"/>
        <xsl:with-param name="twice" select="']]'"/>
        <xsl:with-param name="round" select="')'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="tei:choice/tei:sic" mode="close" priority="1"/>

  <!-- numeral -->

  <xsl:template match="tei:p[@n] | tei:div[@type = 'point'][@n] | tei:item[@n]" mode="numeral">
    <xsl:call-template name="numeral-as-printed"/>
  </xsl:template>

  <xsl:template match="tei:list[@type = 'lettered']/tei:item[@n]" mode="numeral" priority="1">
    <xsl:call-template name="numeral-as-printed">
      <xsl:with-param name="before" select="'('"/>
      <xsl:with-param name="after" select="')'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The items of a distribution list or a simple list keep their numbers in their text. -->
  <xsl:template match="tei:list[@type = 'distribution' or @type = 'simple']/tei:item[not(@rend)]"
      mode="numeral" priority="2"/>

  <xsl:template match="tei:list[@type = 'numbered' or @type = 'ordered' or @rend = 'numbered' or @rend = 'ordered']/tei:item[not(@n)]"
      mode="numeral" priority="1">
    <xsl:number format="1."/>
  </xsl:template>

  <xsl:template match="tei:list[@type = 'lettered']/tei:item[not(@n)]" mode="numeral" priority="1">
    <xsl:number format="(a)"/>
  </xsl:template>

  <xsl:template match="tei:list[@type = 'bulleted' or @type = 'unordered' or @rend = 'bulleted']/tei:item"
      mode="numeral" priority="1">•</xsl:template>

  <!-- @rend is the numeral as printed where it holds @n; 'inline' means that the numeral stands in the text. -->
  <xsl:template name="numeral-as-printed">
    <xsl:param name="before"/>
    <xsl:param name="after" select="'.'"/>
    <xsl:variable name="first" select="substring-before(concat(normalize-space(@rend), ' '), ' ')"/>
    <xsl:variable name="ending" select="substring(@n, string-length(@n))"/>
    <xsl:choose>
      <xsl:when test="$first = 'inline' or normalize-space(@n) = ''"/>
      <xsl:when test="contains($first, @n)"><xsl:value-of select="$first"/></xsl:when>
      <xsl:when test="contains(@rend, @n)"><xsl:value-of select="normalize-space(@rend)"/></xsl:when>
      <xsl:when test="contains('.):]/', $ending)"><xsl:value-of select="normalize-space(@n)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($before, normalize-space(@n), $after)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- explain -->

  <xsl:template match="tei:supplied" mode="explain">
    <xsl:text>supplied by the editor</xsl:text>
    <xsl:apply-templates select="@reason" mode="explain"/>
  </xsl:template>

  <xsl:template match="@reason" mode="explain">
    <xsl:value-of select="concat(': ', .)"/>
  </xsl:template>
  <xsl:template match="@reason[. = 'identification']" mode="explain">: who or what is meant</xsl:template>
  <xsl:template match="@reason[. = 'sense']" mode="explain">: for the sense</xsl:template>
  <xsl:template match="@reason[. = 'original']" mode="explain">: the word of the original</xsl:template>
  <xsl:template match="@reason[. = 'editorial']" mode="explain">: a remark</xsl:template>
  <xsl:template match="@reason[. = 'conjecture']" mode="explain">: a conjecture</xsl:template>
  <xsl:template match="@reason[. = 'translation']" mode="explain">: a translation</xsl:template>

  <xsl:template match="tei:ex" mode="explain">letters supplied by the editor</xsl:template>
  <xsl:template match="tei:sic" mode="explain">so in the source</xsl:template>
  <xsl:template match="tei:unclear" mode="explain">reading uncertain</xsl:template>
  <xsl:template match="tei:damage" mode="explain">damaged in the source</xsl:template>
  <xsl:template match="tei:surplus | tei:secl" mode="explain">superfluous in the source</xsl:template>
  <xsl:template match="tei:stamp" mode="explain">stamp</xsl:template>
  <xsl:template match="tei:fw" mode="explain">printed on the form</xsl:template>
  <xsl:template match="tei:fw[@type = 'letterhead']" mode="explain">letterhead</xsl:template>
  <xsl:template match="tei:add" mode="explain">added in the source</xsl:template>
  <xsl:template match="tei:del" mode="explain">deleted in the source</xsl:template>
  <xsl:template match="tei:persName[@type = 'pseudonym']" mode="explain">cover name</xsl:template>

  <xsl:template match="tei:gap" mode="explain">
    <xsl:text>gap in the text</xsl:text>
    <xsl:if test="@reason"><xsl:value-of select="concat(': ', @reason)"/></xsl:if>
    <xsl:if test="@quantity"><xsl:value-of select="concat(', ', @quantity, ' ', @unit)"/></xsl:if>
    <xsl:if test="@extent"><xsl:value-of select="concat(', ', @extent)"/></xsl:if>
  </xsl:template>

  <xsl:template match="tei:note" mode="explain">note</xsl:template>
  <xsl:template match="tei:note[@type = 'translator']" mode="explain">translator’s note</xsl:template>
  <xsl:template match="tei:note[@type = 'editor']" mode="explain">editor’s note</xsl:template>
  <xsl:template match="tei:note[@type = 'annotation']" mode="explain">
    <xsl:text>written on the sheet</xsl:text>
    <xsl:if test="@place"><xsl:value-of select="concat(', ', @place)"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
