<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the stylesheets have to say to their caller: one xsl:message per occurrence, "kind value".
  edition.render turns them into findings; nothing is passed over in silence.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <xsl:template name="report-unhandled">
    <xsl:message>
      <xsl:text>unhandled </xsl:text>
      <xsl:value-of select="name()"/>
    </xsl:message>
  </xsl:template>

  <xsl:template name="report-unsafe-link">
    <xsl:param name="target"/>
    <xsl:message>
      <xsl:text>unsafe-link </xsl:text>
      <xsl:value-of select="$target"/>
    </xsl:message>
  </xsl:template>
</xsl:stylesheet>
