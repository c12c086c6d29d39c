"""How the program looks: fonts, colours, stylesheet, style, icons, marks.  The only place where a colour is chosen."""
