"""Addresses under /api/v1/."""

from __future__ import annotations

from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from annotations.api.views import articles, bulk, marks, me, sentences

urlpatterns = [
    path("articles/", articles.ArticleListView.as_view(), name="api_articles"),
    path("articles/<int:pk>/", articles.ArticleDetailView.as_view(), name="api_article"),
    path("articles/<int:pk>/versions/", articles.VersionListView.as_view(), name="api_versions"),
    path("articles/<int:pk>/runs/", articles.ArticleRunsView.as_view(), name="api_article_runs"),
    path("articles/<int:pk>/changes/", articles.ArticleChangesView.as_view(), name="api_changes"),
    path("articles/<int:pk>/sentences/", sentences.SentenceListView.as_view(), name="api_sentences"),
    path("articles/<int:pk>/sentences/<int:review>/", sentences.SentenceDetailView.as_view(), name="api_sentence"),
    path("versions/<int:pk>/", articles.VersionDetailView.as_view(), name="api_version"),
    path("runs/<int:pk>/", articles.RunDetailView.as_view(), name="api_run"),
    path("annotations/", marks.AnnotationListView.as_view(), name="api_annotations"),
    path("annotations/bulk/", bulk.BulkView.as_view(), name="api_bulk"),
    path("annotations/<int:pk>/", marks.AnnotationDetailView.as_view(), name="api_annotation"),
    path("annotations/<int:pk>/accept/", marks.AcceptView.as_view(), name="api_accept"),
    path("annotations/<int:pk>/reject/", marks.RejectView.as_view(), name="api_reject"),
    path("annotations/<int:pk>/restore/", marks.RestoreView.as_view(), name="api_restore"),
    path("annotations/<int:pk>/undo/", marks.UndoView.as_view(), name="api_undo"),
    path("me/", me.MeView.as_view(), name="api_me"),
    path("schema/", SpectacularAPIView.as_view(), name="api_schema"),
]
