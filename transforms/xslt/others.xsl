<?xml version="1.0" encoding="UTF-8"?>
<!--
  The elements of TEI that have no template of their own: letters seldom hold them, but anyone's may. Mode family says
  what each is to a reader, for HTML and plain text alike; they are shown by it, and what has no family is reported:
    list     a list: each child is an entry of it          record   facts one below the other: each child is one
    block    something that begins on a line of its own    phrase   words in a line
    value    says what it says in its attributes           source   an example of markup, shown as it is written
    silent   for machines
  Modes: family, value, source.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:eg="http://www.tei-c.org/ns/Examples" exclude-result-prefixes="tei eg">

  <xsl:template match="*" mode="family"/>

  <!-- Lists of persons, places, events; of what a schema holds. -->
  <xsl:template mode="family" match="tei:listPerson | tei:listOrg | tei:listPlace | tei:listEvent | tei:listNym | tei:listObject |
      tei:listApp | tei:listRelation | tei:listForest | tei:listChange | tei:listRef | tei:listTranspose | tei:specList | tei:attList |
      tei:valList | tei:paramList | tei:fLib | tei:fvLib | tei:keywords | tei:langUsage | tei:handNotes | tei:spGrp |
      tei:listPrefixDef | tei:listAnnotation">list</xsl:template>

  <!-- Entries of such lists; descriptions of manuscripts and objects; headers of books inside a bibliography. -->
  <xsl:template mode="family" match="tei:person | tei:personGrp | tei:persona | tei:org | tei:place | tei:event | tei:object | tei:nym |
      tei:langKnowledge | tei:msDesc | tei:msPart | tei:msFrag | tei:msIdentifier | tei:altIdentifier | tei:objectIdentifier |
      tei:msContents | tei:msItem | tei:msItemStruct | tei:physDesc | tei:objectDesc | tei:supportDesc | tei:layoutDesc |
      tei:handDesc | tei:scriptDesc | tei:decoDesc | tei:typeDesc | tei:bindingDesc | tei:binding | tei:sealDesc | tei:seal |
      tei:history | tei:additional | tei:adminInfo | tei:recordHist | tei:custodialHist | tei:accMat | tei:surrogates |
      tei:musicNotation | tei:fileDesc | tei:titleStmt | tei:editionStmt | tei:publicationStmt | tei:seriesStmt | tei:notesStmt |
      tei:sourceDesc | tei:availability | tei:profileDesc | tei:correspDesc | tei:correspAction | tei:correspContext |
      tei:creation[*] | tei:textClass | tei:textDesc | tei:particDesc | tei:settingDesc | tei:setting | tei:calendarDesc |
      tei:scriptStmt | tei:recordingStmt | tei:recording | tei:broadcast | tei:equipment | tei:annotationBlock | tei:abstract |
      tei:schemaSpec | tei:moduleSpec | tei:elementSpec | tei:classSpec | tei:macroSpec | tei:dataSpec | tei:paramSpec |
      tei:attDef | tei:valItem | tei:constraintSpec | tei:exemplum | tei:content | tei:datatype | tei:model | tei:modelGrp |
      tei:modelSequence | tei:specGrp | tei:specDesc[*] | tei:classes | tei:alternate | tei:sequence | tei:remarks | tei:relatedItem |
      tei:dimensions | tei:graph | tei:tree | tei:eTree | tei:triangle | tei:forest | tei:transpose | tei:metDecl">record</xsl:template>

  <!-- Dictionaries; what is read on a stage or a screen. -->
  <xsl:template mode="family" match="tei:entry | tei:entryFree | tei:superEntry | tei:hom | tei:sense | tei:re | tei:dictScrap | tei:camera |
      tei:caption | tei:sound | tei:tech | tei:view | tei:move | tei:change | tei:handNote | tei:scriptNote | tei:decoNote |
      tei:typeNote | tei:layout | tei:condition | tei:collation | tei:foliation | tei:support | tei:provenance | tei:acquisition |
      tei:origin | tei:summary | tei:state | tei:trait | tei:licence | tei:exemplum/tei:p">block</xsl:template>

  <!-- Words in a line. -->
  <xsl:template mode="family" match="tei:accMat[not(*)] | tei:activity | tei:additions | tei:altIdent | tei:authority | tei:calendar | tei:case |
      tei:catchwords | tei:cell | tei:channel | tei:classCode | tei:climate | tei:collection | tei:colloc | tei:colophon |
      tei:constitution | tei:constraint | tei:creation[not(*)] | tei:custEvent | tei:def | tei:default | tei:defaultVal | tei:depth |
      tei:derivation | tei:dim | tei:distributor | tei:domain | tei:eLeaf | tei:education | tei:equiv | tei:etym | tei:explicit |
      tei:extent | tei:factuality | tei:faith | tei:filiation | tei:finalRubric | tei:floruit | tei:form | tei:funder | tei:gen |
      tei:gender | tei:gram | tei:gramGrp | tei:headItem | tei:headLabel | tei:height | tei:heraldry | tei:iNode | tei:iType |
      tei:incipit | tei:institution | tei:interaction | tei:lang | tei:langKnown | tei:language | tei:lbl | tei:leaf | tei:locale |
      tei:material | tei:meeting | tei:mood | tei:msName | tei:node | tei:number | tei:objectType | tei:origDate | tei:origPlace |
      tei:orth | tei:outputRendition | tei:oRef | tei:pRef | tei:param | tei:per | tei:persPronouns | tei:population | tei:pos | tei:post |
      tei:preparedness | tei:principal | tei:pron | tei:purpose | tei:rb | tei:repository | tei:rhyme | tei:root | tei:rt | tei:rubric |
      tei:secFol | tei:sex | tei:signatures | tei:socecStatus | tei:source | tei:sponsor | tei:stress | tei:string | tei:subc |
      tei:syll | tei:terrain | tei:textLang | tei:tns | tei:usg | tei:valDesc | tei:vColl | tei:vAlt | tei:vMerge | tei:vNot |
      tei:watermark | tei:width | tei:wit | tei:xr | tei:arc | tei:fs | tei:notatedMusic">phrase</xsl:template>

  <!-- What the attributes say. -->
  <xsl:template mode="family" match="tei:f | tei:symbol | tei:numeric | tei:binary | tei:vLabel | tei:relation | tei:catRef | tei:specDesc |
      tei:specGrpRef | tei:classRef | tei:elementRef | tei:macroRef | tei:moduleRef | tei:dataRef | tei:attRef | tei:memberOf |
      tei:dataFacet | tei:textNode | tei:empty | tei:anyElement | tei:pause | tei:ellipsis">value</xsl:template>

  <xsl:template mode="family" match="tei:egXML | eg:egXML">source</xsl:template>

  <xsl:template mode="family" match="tei:lacunaStart | tei:lacunaEnd | tei:witStart | tei:witEnd | tei:shift | tei:when |
      tei:substJoin">silent</xsl:template>

  <!-- value: the words in front of the content. -->

  <xsl:template match="*" mode="value">
    <xsl:value-of select="normalize-space(concat(@key, ' ', @ident, ' ', @name, ' ', @value, ' ', @target))"/>
  </xsl:template>
  <xsl:template match="tei:f" mode="value"><xsl:value-of select="concat(@name, ': ', @fVal)"/></xsl:template>
  <xsl:template match="tei:relation" mode="value">
    <xsl:value-of select="normalize-space(concat(@name, ': ', @active, @mutual))"/>
    <xsl:if test="@passive"><xsl:value-of select="concat(' → ', normalize-space(@passive))"/></xsl:if>
  </xsl:template>
  <xsl:template match="tei:textNode | tei:empty | tei:anyElement" mode="value"><xsl:value-of select="local-name()"/></xsl:template>
  <xsl:template match="tei:pause | tei:ellipsis" mode="value">…</xsl:template>

  <!-- source: markup as text. -->

  <xsl:template match="*" mode="source">
    <xsl:value-of select="concat('&lt;', name())"/>
    <xsl:for-each select="@*"><xsl:value-of select="concat(' ', name(), '=&quot;', ., '&quot;')"/></xsl:for-each>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates mode="source"/>
        <xsl:value-of select="concat('&lt;/', name(), '&gt;')"/>
      </xsl:when>
      <xsl:otherwise>/&gt;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="text()" mode="source"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="source"/>
</xsl:stylesheet>
