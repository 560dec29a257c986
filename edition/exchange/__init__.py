"""Exchange with other projects: what `tei export` writes and `tei import` reads, one format a module.

Each exporter walks the corpus once and yields files and findings: what the format cannot hold is told, document by
document, and what a harvester of that format would refuse. edition.exchange.formats lists the exporters.
"""
