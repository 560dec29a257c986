<?xml version="1.0" encoding="UTF-8"?>
<!-- Every parameter of the stylesheets, and nothing else. XSLT 1.0 throughout: libxslt runs it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">

  <!-- The level of a heading that stands in no other headed division: 3 where the page has h1 and h2 above the text. -->
  <xsl:param name="heading-level" select="3"/>

  <!-- 'yes' or 'no': footnotes with their markers. -->
  <xsl:param name="notes" select="'yes'"/>

  <!-- 'yes' or 'no': the list of persons, places and organisations that the document points at. -->
  <xsl:param name="register" select="'yes'"/>

  <!-- 'yes' or 'no': the explanation of the editorial marks that occur. -->
  <xsl:param name="legend" select="'yes'"/>
</xsl:stylesheet>
