<?xml version="1.0" encoding="UTF-8"?>
<!--
  The parts of a telegram or letter: service matter before and after the message, set as on the form; opener and
  closer; a telegram inside a telegram; stamps, letterheads and what is written on the sheet.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:its="http://www.w3.org/2005/11/its" exclude-result-prefixes="tei its">

  <xsl:template match="tei:div[@type = 'preamble']">
    <section class="form preamble">
      <xsl:attribute name="aria-label"><xsl:text its:translate="yes">Service matter before the message</xsl:text></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="tei:div[@type = 'docket']">
    <section class="form docket">
      <xsl:attribute name="aria-label"><xsl:text its:translate="yes">Service matter after the message</xsl:text></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="tei:div[@type = 'message']">
    <section class="message">
      <xsl:attribute name="aria-label"><xsl:text its:translate="yes">Message</xsl:text></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="tei:div[@type = 'enclosed']">
    <section class="enclosed">
      <xsl:attribute name="aria-label"><xsl:text its:translate="yes">Enclosed telegram</xsl:text></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- A telegram inside a telegram has service matter of its own; its name says whose. -->
  <xsl:template match="tei:div[@type = 'enclosed']//tei:div[@type = 'preamble' or @type = 'docket']" priority="1">
    <div class="form {@type}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="tei:opener | tei:closer | tei:address">
    <div class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="tei:salute | tei:signed | tei:dateline | tei:addrLine">
    <p class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="tei:p//tei:address | tei:p//tei:addrLine | tei:ab//tei:address | tei:ab//tei:addrLine |
      tei:p//tei:salute | tei:p//tei:signed | tei:p//tei:dateline">
    <span class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="tei:stamp | tei:fw[@type = 'letterhead']">
    <xsl:call-template name="remark">
      <xsl:with-param name="class" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:fw">
    <xsl:call-template name="box">
      <xsl:with-param name="class">fw</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A note that is printed where it stands. -->
  <xsl:template match="tei:note[key('inline-note', generate-id())]">
    <xsl:call-template name="remark">
      <xsl:with-param name="class">
        <xsl:text>remark</xsl:text>
        <xsl:if test="@type = 'annotation' or @hand"> handwritten</xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Bracketed matter with a name that a screen reader says: role note may be named, a bare span may not (ARIA 1.2). -->
  <xsl:template name="remark">
    <xsl:param name="class"/>
    <xsl:variable name="level"><xsl:apply-templates select="." mode="level"/></xsl:variable>
    <xsl:variable name="meaning"><xsl:apply-templates select="." mode="explain"/></xsl:variable>
    <xsl:element name="{$level}">
      <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
      <xsl:attribute name="role">note</xsl:attribute>
      <xsl:attribute name="aria-label"><xsl:value-of select="$meaning"/></xsl:attribute>
      <xsl:attribute name="title"><xsl:value-of select="$meaning"/></xsl:attribute>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="." mode="open"/>
      <xsl:apply-templates/>
      <xsl:apply-templates select="." mode="close"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
