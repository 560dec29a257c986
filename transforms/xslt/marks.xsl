<?xml version="1.0" encoding="UTF-8"?>
<!--
  Editorial marks. Three questions are asked of an element, each in a mode of its own:
    open, close   the bracket that stood in the source before and after it
    numeral       the numeral of a point or list item, as the source prints it
    explain       what the mark means, in words
  Bracketed matter is encoded without its brackets; @rend says which they are, and the default is [ ].
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:its="http://www.w3.org/2005/11/its" exclude-result-prefixes="tei its">

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
      <xsl:with-param name="angle" select="'&lt;'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:supplied | tei:gap | tei:stamp | tei:fw[@type = 'letterhead'] | tei:note | tei:ex" mode="close">
    <xsl:call-template name="bracket">
      <xsl:with-param name="once" select="']'"/>
      <xsl:with-param name="twice" select="']]'"/>
      <xsl:with-param name="round" select="')'"/>
      <xsl:with-param name="angle" select="'&gt;'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="bracket">
    <xsl:param name="once"/>
    <xsl:param name="twice"/>
    <xsl:param name="round"/>
    <xsl:param name="angle"/>
    <xsl:variable name="rend" select="concat(' ', normalize-space(@rend), ' ')"/>
    <xsl:choose>
      <xsl:when test="contains($rend, ' none ')"/>
      <xsl:when test="contains($rend, ' double-brackets ')"><xsl:value-of select="$twice"/></xsl:when>
      <xsl:when test="contains($rend, ' parentheses ')"><xsl:value-of select="$round"/></xsl:when>
      <xsl:when test="contains($rend, ' angle-brackets ')"><xsl:value-of select="$angle"/></xsl:when>
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
      <xsl:with-param name="angle" select="'&lt;'"/>
      </xsl:call-template>
      <xsl:value-of select="$word"/>
      <xsl:call-template name="bracket">
        <xsl:with-param name="once" select="']'"/>
        <xsl:with-param name="twice" select="']]'"/>
        <xsl:with-param name="round" select="')'"/>
      <xsl:with-param name="angle" select="'&gt;'"/>
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
    <xsl:text its:translate="yes">supplied by the editor</xsl:text>
    <xsl:apply-templates select="@reason" mode="explain"/>
  </xsl:template>

  <xsl:template match="@reason" mode="explain">
    <xsl:value-of select="concat(': ', .)"/>
  </xsl:template>
  <xsl:template match="@reason[. = 'identification']" mode="explain"><xsl:text>: </xsl:text><xsl:text its:translate="yes">who or what is meant</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'sense']" mode="explain"><xsl:text>: </xsl:text><xsl:text its:translate="yes">for the sense</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'original']" mode="explain"><xsl:text>: </xsl:text><xsl:text its:translate="yes">the word of the original</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'editorial']" mode="explain"><xsl:text>: </xsl:text><xsl:text its:translate="yes">a remark</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'conjecture']" mode="explain"><xsl:text>: </xsl:text><xsl:text its:translate="yes">a conjecture</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'translation']" mode="explain"><xsl:text>: </xsl:text><xsl:text its:translate="yes">a translation</xsl:text></xsl:template>

  <xsl:template match="tei:ex" mode="explain"><xsl:text its:translate="yes">letters supplied by the editor</xsl:text></xsl:template>
  <xsl:template match="tei:sic" mode="explain"><xsl:text its:translate="yes">so in the source</xsl:text></xsl:template>
  <xsl:template match="tei:unclear" mode="explain"><xsl:text its:translate="yes">reading uncertain</xsl:text></xsl:template>
  <xsl:template match="tei:damage" mode="explain"><xsl:text its:translate="yes">damaged in the source</xsl:text></xsl:template>
  <xsl:template match="tei:surplus | tei:secl" mode="explain"><xsl:text its:translate="yes">superfluous in the source</xsl:text></xsl:template>
  <xsl:template match="tei:stamp" mode="explain"><xsl:text its:translate="yes">stamp</xsl:text></xsl:template>
  <xsl:template match="tei:fw" mode="explain"><xsl:text its:translate="yes">printed on the form</xsl:text></xsl:template>
  <xsl:template match="tei:fw[@type = 'letterhead']" mode="explain"><xsl:text its:translate="yes">letterhead</xsl:text></xsl:template>
  <xsl:template match="tei:add" mode="explain"><xsl:text its:translate="yes">added in the source</xsl:text></xsl:template>
  <xsl:template match="tei:del" mode="explain"><xsl:text its:translate="yes">deleted in the source</xsl:text></xsl:template>
  <xsl:template match="tei:persName[@type = 'pseudonym']" mode="explain"><xsl:text its:translate="yes">cover name</xsl:text></xsl:template>

  <xsl:template match="tei:gap" mode="explain">
    <xsl:text its:translate="yes">gap in the text</xsl:text>
    <xsl:if test="@reason"><xsl:text>: </xsl:text><xsl:apply-templates select="@reason" mode="code"/></xsl:if>
    <xsl:if test="@quantity"><xsl:value-of select="concat(', ', @quantity, ' ')"/><xsl:apply-templates select="@unit" mode="code"/></xsl:if>
    <xsl:if test="@extent"><xsl:value-of select="concat(', ', @extent)"/></xsl:if>
  </xsl:template>

  <xsl:template match="tei:note" mode="explain"><xsl:text its:translate="yes">note</xsl:text></xsl:template>
  <xsl:template match="tei:note[@type = 'translator']" mode="explain"><xsl:text its:translate="yes">translator’s note</xsl:text></xsl:template>
  <xsl:template match="tei:note[@type = 'editor']" mode="explain"><xsl:text its:translate="yes">editor’s note</xsl:text></xsl:template>
  <xsl:template match="tei:note[@type = 'annotation']" mode="explain">
    <xsl:text its:translate="yes">written on the sheet</xsl:text>
    <xsl:if test="@place"><xsl:text>, </xsl:text><xsl:apply-templates select="@place" mode="code"/></xsl:if>
  </xsl:template>

  <!-- code: the values of attributes that have a word of their own in every language; any other stands as it is. -->

  <xsl:template match="@*" mode="code"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="@place[. = 'top']" mode="code"><xsl:text its:translate="yes">top</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'bottom']" mode="code"><xsl:text its:translate="yes">bottom</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'left']" mode="code"><xsl:text its:translate="yes">left</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'right']" mode="code"><xsl:text its:translate="yes">right</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'margin']" mode="code"><xsl:text its:translate="yes">margin</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'above']" mode="code"><xsl:text its:translate="yes">above</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'below']" mode="code"><xsl:text its:translate="yes">below</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'inline']" mode="code"><xsl:text its:translate="yes">inline</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'end']" mode="code"><xsl:text its:translate="yes">end</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'overleaf']" mode="code"><xsl:text its:translate="yes">overleaf</xsl:text></xsl:template>
  <xsl:template match="@place[. = 'opposite']" mode="code"><xsl:text its:translate="yes">opposite</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'illegible']" mode="code"><xsl:text its:translate="yes">illegible</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'omitted']" mode="code"><xsl:text its:translate="yes">omitted</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'cut']" mode="code"><xsl:text its:translate="yes">cut</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'damage']" mode="code"><xsl:text its:translate="yes">damage</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'undeciphered']" mode="code"><xsl:text its:translate="yes">undeciphered</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'undeclassified']" mode="code"><xsl:text its:translate="yes">undeclassified</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'deleted']" mode="code"><xsl:text its:translate="yes">deleted</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'lost']" mode="code"><xsl:text its:translate="yes">lost</xsl:text></xsl:template>
  <xsl:template match="@reason[. = 'redacted']" mode="code"><xsl:text its:translate="yes">redacted</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'word']" mode="code"><xsl:text its:translate="yes">word</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'words']" mode="code"><xsl:text its:translate="yes">words</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'line']" mode="code"><xsl:text its:translate="yes">line</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'lines']" mode="code"><xsl:text its:translate="yes">lines</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'letter']" mode="code"><xsl:text its:translate="yes">letter</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'letters']" mode="code"><xsl:text its:translate="yes">letters</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'character']" mode="code"><xsl:text its:translate="yes">character</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'characters']" mode="code"><xsl:text its:translate="yes">characters</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'page']" mode="code"><xsl:text its:translate="yes">page</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'pages']" mode="code"><xsl:text its:translate="yes">pages</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'leaf']" mode="code"><xsl:text its:translate="yes">leaf</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'leaves']" mode="code"><xsl:text its:translate="yes">leaves</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'paragraph']" mode="code"><xsl:text its:translate="yes">paragraph</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'paragraphs']" mode="code"><xsl:text its:translate="yes">paragraphs</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'group']" mode="code"><xsl:text its:translate="yes">group</xsl:text></xsl:template>
  <xsl:template match="@unit[. = 'groups']" mode="code"><xsl:text its:translate="yes">groups</xsl:text></xsl:template>
</xsl:stylesheet>
