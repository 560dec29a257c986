<?xml version="1.0" encoding="UTF-8"?>
<!-- Every parameter of the stylesheets, and nothing else. XSLT 1.0 throughout: libxslt runs it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:its="http://www.w3.org/2005/11/its" exclude-result-prefixes="tei its">

  <!-- The level of a heading that stands in no other headed division: 3 where the page has h1 and h2 above the text. -->
  <xsl:param name="heading-level" select="3"/>

  <!-- 'yes' or 'no': footnotes with their markers. -->
  <xsl:param name="notes" select="'yes'"/>

  <!-- 'yes' or 'no': the list of persons, places and organisations that the document points at. -->
  <xsl:param name="register" select="'yes'"/>

  <!-- 'yes' or 'no': the explanation of the editorial marks that occur. -->
  <xsl:param name="legend" select="'yes'"/>

  <!-- 'yes' or 'no': both ways of reading an editorial mark (an abbreviation and its long form, an error and its
       correction), each in an element that a style sheet can hide; without, the text is as the source prints it. -->
  <xsl:param name="views" select="'no'"/>

  <!-- The language of the words that the stylesheets add (those marked its:translate, see edition.render.wording). -->
  <xsl:param name="interface" select="'en'"/>
</xsl:stylesheet>
