"""One model a file; the names are those of the domain model."""

from annotations.models.annotation import Annotation, AnnotationPart
from annotations.models.api_token import ApiToken
from annotations.models.article import Article
from annotations.models.article_import import Import, ImportFile, ImportResult
from annotations.models.article_version import ArticleVersion, OriginalFile
from annotations.models.assignment import Assignment
from annotations.models.claim import Claim
from annotations.models.comment import Comment, Mention
from annotations.models.desk import Desk, Risk
from annotations.models.event import Event
from annotations.models.export import Export, ExportChunk
from annotations.models.figure import Figure
from annotations.models.idempotency_key import IdempotencyKey
from annotations.models.intake import Intake
from annotations.models.job import Job
from annotations.models.learned_model import LearnedModel
from annotations.models.nightly_work import NightlyWork
from annotations.models.preferences import Preferences
from annotations.models.presence import Presence
from annotations.models.quote import Quote
from annotations.models.release import Correction, Release
from annotations.models.search_entry import AnnotationSearch, ArticleSearch
from annotations.models.sentence_review import SentenceReview
from annotations.models.sign_in_failure import SignInFailure
from annotations.models.source import Source, SourceCopy
from annotations.models.source_fetch import SourceFetch
from annotations.models.speaker import Speaker
from annotations.models.suggestion_run import SuggestionRun
from annotations.models.verdict import Citation, Verdict
from annotations.models.webhook_delivery import WebhookAttempt, WebhookDelivery
from annotations.models.webhook_endpoint import WebhookEndpoint

__all__ = [
    "Annotation",
    "AnnotationPart",
    "AnnotationSearch",
    "ApiToken",
    "Article",
    "ArticleSearch",
    "ArticleVersion",
    "Assignment",
    "Citation",
    "Claim",
    "Comment",
    "Correction",
    "Desk",
    "Event",
    "Export",
    "ExportChunk",
    "Figure",
    "IdempotencyKey",
    "Import",
    "ImportFile",
    "ImportResult",
    "Intake",
    "Job",
    "LearnedModel",
    "Mention",
    "NightlyWork",
    "OriginalFile",
    "Preferences",
    "Presence",
    "Quote",
    "Release",
    "Risk",
    "SentenceReview",
    "SignInFailure",
    "Source",
    "SourceCopy",
    "SourceFetch",
    "Speaker",
    "SuggestionRun",
    "Verdict",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookEndpoint",
]
