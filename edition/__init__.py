"""Many TEI documents: the command line, rendering, the published edition and exchange with other projects."""
