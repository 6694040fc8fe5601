"""Addresses of the pages."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from django.views.generic import RedirectView, TemplateView
from django.views.i18n import set_language

from annotations.web.access import page
from annotations.web.views import articles, checks, exports, history, intakes, profile, versions, webhooks, work

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
    path("articles/<int:pk>/delete/", articles.article_delete, name="article_delete"),
    path("articles/<int:pk>/restore/", articles.article_restore, name="article_restore"),
    path("articles/<int:pk>/text/", articles.marked_text, name="marked_text"),
    path("articles/<int:pk>/original/", articles.original_file, name="original_file"),
    path("articles/<int:pk>/export/", exports.article_export, name="article_export"),
    path("articles/<int:pk>/suggest/", articles.suggest_again, name="suggest_again"),
    path("articles/<int:pk>/versions/new/", versions.version_new, name="version_new"),
    path("articles/<int:pk>/versions/new/<int:intake>/", versions.version_review, name="version_review"),
    path("articles/<int:pk>/versions/<int:number>/", versions.version_page, name="version_page"),
    path("articles/<int:pk>/versions/<int:number>/leave/", versions.version_leave, name="version_leave"),
    path("articles/<int:pk>/history/", history.article_history_page, name="article_history"),
    path("articles/<int:pk>/check/", checks.article_check, name="article_check"),
    path("articles/<int:pk>/proof/", checks.article_proof, name="article_proof"),
    path("articles/<int:pk>/release/", checks.article_release, name="article_release"),
    path("articles/<int:pk>/reopen/", checks.article_reopen, name="article_reopen"),
    path("articles/<int:pk>/assign/", checks.article_assign, name="article_assign"),
    path("articles/<int:pk>/assign/<int:assignment>/", checks.article_unassign, name="article_unassign"),
    path("facts/<int:pk>/sign/", checks.fact_sign, name="fact_sign"),
    path("facts/<int:pk>/answer/", checks.fact_answer, name="fact_answer"),
    path("dossiers/<int:pk>/", checks.dossier, name="dossier"),
    path("profile/tokens/", profile.token_list, name="token_list"),
    path("profile/tokens/<int:pk>/revoke/", profile.token_revoke, name="token_revoke"),
    path("exports/", exports.export_list, name="export_list"),
    path("exports/new/", exports.export_new, name="export_new"),
    path("exports/<int:pk>/download/", exports.export_download, name="export_download"),
    path("exports/<int:pk>/discard/", exports.export_discard, name="export_discard"),
    path("profile/webhooks/", webhooks.webhook_list, name="webhook_list"),
    path("profile/webhooks/<int:pk>/", webhooks.webhook_page, name="webhook_page"),
    path("profile/webhooks/<int:pk>/secret/", webhooks.webhook_rotate, name="webhook_rotate"),
    path("profile/webhooks/<int:pk>/test/", webhooks.webhook_test, name="webhook_test"),
    path("profile/webhooks/<int:pk>/pause/", webhooks.webhook_pause, name="webhook_pause"),
    path("profile/webhooks/<int:pk>/resume/", webhooks.webhook_resume, name="webhook_resume"),
    path("profile/webhooks/<int:pk>/delete/", webhooks.webhook_delete, name="webhook_delete"),
    path("profile/webhooks/<int:pk>/deliveries/<int:delivery>/", webhooks.delivery_repeat, name="delivery_repeat"),
    path("queue/", work.queue, name="queue"),
    path("queue/seen/", work.mentions_seen, name="mentions_seen"),
    path("overview/", work.overview, name="overview"),
    path("sources/", work.source_list, name="source_list"),
    path("sources/<int:pk>/", work.source_page, name="source_page"),
    path("sources/<int:pk>/copies/", work.source_copy_add, name="source_copy_add"),
    path("sources/<int:pk>/copies/<int:copy>/", work.source_copy, name="source_copy"),
    path("speakers/", work.speaker_list, name="speaker_list"),
    path("speakers/<int:pk>/", work.speaker_page, name="speaker_page"),
]
