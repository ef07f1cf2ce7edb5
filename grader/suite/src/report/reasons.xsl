<?xml version="1.0" encoding="UTF-8"?>
<!-- Surefire writes the reason of a skipped test into the element's text; its HTML report shows only
     the attribute "message". This copies a report and gives each skipped test its reason there. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="skipped[not(@message)]">
    <skipped>
      <xsl:attribute name="message">
        <xsl:value-of select="substring-before(concat(substring-after(., 'Exception: '), '&#10;'), '&#10;')"/>
      </xsl:attribute>
      <xsl:apply-templates select="@*|node()"/>
    </skipped>
  </xsl:template>
</xsl:stylesheet>
