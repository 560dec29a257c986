"""The pages of an edition's site: what there is to be made, and what each page is given; edition.build writes them.

Each kind of page is a module that says which pages there are (`plan`) and makes one of them (`make`); those modules are
listed in edition.site.kinds. A page's template knows only the frozen context that the module gives it.
"""
