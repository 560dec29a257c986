<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse and drama. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:template match="tei:lg">
    <div class="lg">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="tei:l">
    <span class="l"><xsl:call-template name="attributes"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:sp | tei:prologue | tei:epilogue | tei:performance | tei:set">
    <div class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="tei:speaker">
    <p class="speaker"><xsl:call-template name="attributes"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="tei:stage | tei:role | tei:roleDesc | tei:actor | tei:caesura | tei:u | tei:writing | tei:vocal |
      tei:kinesic | tei:incident">
    <xsl:call-template name="box">
      <xsl:with-param name="class" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
