"""Routes to the pages, the API and the admin panel."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("annotations.api.urls")),
    path("admin/", admin.site.urls),
    path("", include("annotations.web.urls")),
]

handler400 = "annotations.web.errors.bad_request"
handler403 = "annotations.web.errors.permission_denied"
handler404 = "annotations.web.errors.not_found"
handler500 = "annotations.web.errors.server_error"
