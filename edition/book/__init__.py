"""An edition as a book, whatever holds it: title page, contents, documents in order of time, registers.

    volume    the edition with addresses inside a book        chapters  what the book has, in its order
    xhtml     the text of a document made XHTML               letters   a document with its head
    front     title page, imprint, principles, marks          indexes   registers by the numbers of documents
    contents  the table of contents                           filling   the templates of a book
    sheets    the style sheets                                glyphs    characters that no font has

Documents are numbered through the book, and registers lead to these numbers: so an e-book that has no pages and a
printed one are cited alike.
"""
