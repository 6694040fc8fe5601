"""Addresses of the pages."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from django.views.generic import RedirectView, TemplateView
from django.views.i18n import set_language

from annotations.web.access import page
from annotations.web.views import articles, intakes

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="article_list"), name="home"),
    path("sign-in/", LoginView.as_view(template_name="sign_in.html", redirect_authenticated_user=True), name="sign_in"),
    path("sign-out/", LogoutView.as_view(), name="sign_out"),
    path("language/", set_language, name="set_language"),
    path("help/", page()(TemplateView.as_view(template_name="help.html")), name="help"),
    path("articles/", articles.article_list, name="article_list"),
    path("articles/new/", intakes.bring_in, name="bring_in"),
    path("articles/new/<int:pk>/", intakes.intake_review, name="intake_review"),
    path("articles/new/<int:pk>/discard/", intakes.intake_discard, name="intake_discard"),
    path("articles/<int:pk>/", articles.article_page, name="article_page"),
    path("articles/<int:pk>/edit/", articles.article_edit, name="article_edit"),
    path("articles/<int:pk>/text/", articles.marked_text, name="marked_text"),
    path("articles/<int:pk>/original/", articles.original_file, name="original_file"),
    path("articles/<int:pk>/suggest/", articles.suggest_again, name="suggest_again"),
]
