"""What the form of a page asks of whoever makes pages: the same for the preview, the file and the printer."""

from __future__ import annotations

from model.document import Document
from model.export.base import action_list_options, poster_options
from model.export.split import split_options
from widgets.dialogs.exports.forms import Form
from widgets.dialogs.exports.kit_form import KitForm
from widgets.dialogs.exports.list_form import ListForm
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.press import Wish


def wish_of(document: Document, form: Form) -> Wish:
    """What is asked for.  Raises ExportError for more posters than phases."""
    if isinstance(form, KitForm):
        return form.wish()
    options = form.options()
    if isinstance(form, ListForm):
        return action_list_options(options)
    if isinstance(form, PosterForm) and form.count > 1:
        return tuple(poster_options(each) for each in split_options(document, options, form.count))
    return poster_options(options)
