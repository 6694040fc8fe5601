"""Addresses under /api/v1/."""

from __future__ import annotations

from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from annotations.api.views import articles, bulk, checks, exports, marks, me, sentences, sources, speakers, verdicts

urlpatterns = [
    path("articles/", articles.ArticleListView.as_view(), name="api_articles"),
    path("articles/<int:pk>/", articles.ArticleDetailView.as_view(), name="api_article"),
    path("articles/<int:pk>/versions/", articles.VersionListView.as_view(), name="api_versions"),
    path("articles/<int:pk>/runs/", articles.ArticleRunsView.as_view(), name="api_article_runs"),
    path("articles/<int:pk>/changes/", articles.ArticleChangesView.as_view(), name="api_changes"),
    path("articles/<int:pk>/sentences/", sentences.SentenceListView.as_view(), name="api_sentences"),
    path("articles/<int:pk>/sentences/<int:review>/", sentences.SentenceDetailView.as_view(), name="api_sentence"),
    path("articles/<int:pk>/export/", exports.ArticleExportView.as_view(), name="api_article_export"),
    path("versions/<int:pk>/", articles.VersionDetailView.as_view(), name="api_version"),
    path("runs/<int:pk>/", articles.RunDetailView.as_view(), name="api_run"),
    path("annotations/", marks.AnnotationListView.as_view(), name="api_annotations"),
    path("annotations/bulk/", bulk.BulkView.as_view(), name="api_bulk"),
    path("annotations/<int:pk>/", marks.AnnotationDetailView.as_view(), name="api_annotation"),
    path("annotations/<int:pk>/accept/", marks.AcceptView.as_view(), name="api_accept"),
    path("annotations/<int:pk>/reject/", marks.RejectView.as_view(), name="api_reject"),
    path("annotations/<int:pk>/restore/", marks.RestoreView.as_view(), name="api_restore"),
    path("annotations/<int:pk>/undo/", marks.UndoView.as_view(), name="api_undo"),
    path("annotations/<int:pk>/verdict/", verdicts.VerdictView.as_view(), name="api_verdict"),
    path("annotations/<int:pk>/countersign/", verdicts.CountersignView.as_view(), name="api_countersign"),
    path("annotations/<int:pk>/answer/", verdicts.AnswerView.as_view(), name="api_answer"),
    path("annotations/<int:pk>/comments/", verdicts.AnnotationCommentsView.as_view(), name="api_comments"),
    path("annotations/<int:pk>/corrections/", verdicts.CorrectionsView.as_view(), name="api_corrections"),
    path("comments/<int:pk>/resolve/", verdicts.ResolveView.as_view(), name="api_resolve"),
    path("comments/<int:pk>/reopen/", verdicts.ReopenThreadView.as_view(), name="api_reopen_thread"),
    path("articles/<int:pk>/check/", checks.ArticleCheckView.as_view(), name="api_check"),
    path("articles/<int:pk>/release/", checks.ArticleReleaseView.as_view(), name="api_release"),
    path("articles/<int:pk>/reopen/", checks.ArticleReopenView.as_view(), name="api_reopen"),
    path("articles/<int:pk>/assignments/", checks.ArticleAssignmentsView.as_view(), name="api_assignments"),
    path("assignments/<int:pk>/", checks.AssignmentDetailView.as_view(), name="api_assignment"),
    path("releases/<int:pk>/", checks.ReleaseDetailView.as_view(), name="api_release_detail"),
    path("queue/", checks.QueueView.as_view(), name="api_queue"),
    path("sources/", sources.SourceListView.as_view(), name="api_sources"),
    path("sources/<int:pk>/", sources.SourceDetailView.as_view(), name="api_source"),
    path("sources/<int:pk>/facts/", sources.SourceFactsView.as_view(), name="api_source_facts"),
    path("sources/<int:pk>/copies/", sources.SourceCopiesView.as_view(), name="api_source_copies"),
    path("speakers/", speakers.SpeakerListView.as_view(), name="api_speakers"),
    path("speakers/<int:pk>/", speakers.SpeakerEntryView.as_view(), name="api_speaker"),
    path("speakers/<int:pk>/quotes/", speakers.SpeakerQuotesView.as_view(), name="api_speaker_quotes"),
    path("speakers/<int:pk>/merge/", speakers.SpeakerMergeView.as_view(), name="api_speaker_merge"),
    path("speakers/<int:pk>/split/", speakers.SpeakerSplitView.as_view(), name="api_speaker_split"),
    path("me/", me.MeView.as_view(), name="api_me"),
    path("schema/", SpectacularAPIView.as_view(), name="api_schema"),
]
