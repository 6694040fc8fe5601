"""The import map of the workbench's modules."""

from __future__ import annotations

import json

from django import template
from django.utils.safestring import SafeString, mark_safe

from annotations.web.workbench import import_map

register = template.Library()


@register.simple_tag
def workbench_import_map() -> SafeString:
    # Nothing but addresses of our own static files; `<` cannot occur, and is escaped all the same.
    return mark_safe(json.dumps(import_map()).replace("<", "\\u003c"))
