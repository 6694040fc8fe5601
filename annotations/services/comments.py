"""Threads on a mark: comment, answer, resolve, take back, call a colleague."""

from __future__ import annotations

import logging
import re

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from annotations.errors import CommentAnswered, NotAllowed, NotInThread
from annotations.models import Annotation, Article, Comment, Event, Mention
from annotations.queries.preferences import preferences_of
from annotations.services.events import Change, record
from annotations.services.locks import lock_articles_of

logger = logging.getLogger(__name__)

# "@redaktion": what people sign in with, after a blank or bracket, so that mail addresses call nobody.
_MENTION = re.compile(r"(?:(?<=\s)|(?<=\()|^)@([\w.+-]{1,150})")


def add_comment(*, annotation: Annotation, text: str, actor: User, parent: Comment | None = None) -> Comment:
    """Whoever is called by @name and may see the article gets a notice. An answer opens a resolved thread again.

    Raises `NotInThread`.
    """
    if parent is not None and (parent.annotation_id != annotation.pk or parent.parent_id or parent.withdrawn_at):
        raise NotInThread()
    with transaction.atomic():
        comment = Comment.objects.create(annotation=annotation, text=text.strip(), author=actor, parent=parent)
        mentioned = _mentioned(comment)
        Mention.objects.bulk_create(Mention(comment=comment, user=user) for user in mentioned)
        changes = [_change(Event.Verb.COMMENTED, comment, {"text": comment.text, "parent": comment.parent_id})]
        resolved = Comment.objects.filter(pk=parent.pk if parent else 0, resolved_by__isnull=False)
        if parent is not None and resolved.update(resolved_by=None):
            changes.append(_change(Event.Verb.REOPENED, parent, {"resolved": False}))
        record(article_id=annotation.version.article_id, actor=actor, changes=changes)
        transaction.on_commit(lambda: _notify(comment, mentioned))
    return comment


def resolve_thread(*, comment: Comment, actor: User, resolved: bool) -> Comment:
    """Closes a thread, or opens it again; the same twice changes nothing. Raises `NotInThread` for an answer."""
    if comment.parent_id is not None:
        raise NotInThread()
    with transaction.atomic():
        current = _locked(comment)
        if (current.resolved_by_id is not None) != resolved:
            current.resolved_by = actor if resolved else None
            current.save(update_fields=["resolved_by"])
            verb = Event.Verb.RESOLVED if resolved else Event.Verb.REOPENED
            changes = [_change(verb, current, {"resolved": resolved})]
            record(article_id=current.annotation.version.article_id, actor=actor, changes=changes)
    return current


def withdraw_comment(*, comment: Comment, actor: User, withdrawn: bool) -> Comment:
    """Takes back what one has written oneself, or puts it back; the same twice changes nothing.

    Raises `NotAllowed` for somebody else's, `CommentAnswered` where there are answers.
    """
    if comment.author_id != actor.pk:
        raise NotAllowed()
    with transaction.atomic():
        current = _locked(comment)
        if (current.withdrawn_at is not None) != withdrawn:
            if withdrawn and current.replies.in_place().exists():
                raise CommentAnswered()
            current.withdrawn_at = timezone.now() if withdrawn else None
            current.save(update_fields=["withdrawn_at"])
            verb = Event.Verb.DELETED if withdrawn else Event.Verb.RESTORED
            changes = [_change(verb, current, {"withdrawn": withdrawn})]
            record(article_id=current.annotation.version.article_id, actor=actor, changes=changes)
    return current


def _locked(comment: Comment) -> Comment:
    lock_articles_of([comment.annotation.version_id])
    found: Comment = Comment.objects.select_related("annotation__version").get(pk=comment.pk)
    return found


def see_mentions(*, user: User, annotation: Annotation | None = None) -> int:
    """Marks the user's notices as seen, all or those of one mark; how many were new."""
    unseen = Mention.objects.filter(user=user, seen_at=None)
    if annotation is not None:
        unseen = unseen.filter(comment__annotation=annotation)
    return unseen.update(seen_at=timezone.now())


def _change(verb: str, comment: Comment, new: dict[str, object]) -> Change:
    return Change(verb, "comment", comment.pk, new={"annotation": comment.annotation_id, **new})


def _mentioned(comment: Comment) -> list[User]:
    names = set(_MENTION.findall(comment.text))
    # "@redaktion." ends a sentence: the stop is not part of the name.
    names |= {name.rstrip(".") for name in names}
    people = User.objects.filter(username__in=names, is_active=True).exclude(pk=comment.author_id)
    article = Article.objects.filter(pk=comment.annotation.version.article_id)
    return [user for user in people.order_by("pk") if article.visible_to(user).exists()]


def _notify(comment: Comment, people: list[User]) -> None:
    """By mail, where mail is set up, to each in her language; the notice in the pages is there in any case."""
    if not settings.EMAIL_HOST:
        return
    author = comment.author.get_full_name() or comment.author.get_username()
    mark = comment.annotation
    site = settings.ENVIRONMENT.public_url
    address = [f"{site.rstrip('/')}/articles/{mark.version.article_id}/?mark={mark.pk}"] if site else []
    for user in people:
        if not user.email:
            continue
        with translation.override(preferences_of(user).language or settings.LANGUAGE_CODE):
            subject = _("%(who)s asks you to look at a mark") % {"who": author}
            quoted = _("“%(words)s”") % {"words": mark.exact}
        lines = [mark.version.article.title, quoted, comment.text, *address]
        try:
            send_mail(subject, "\n\n".join(lines), None, [user.email])
        except OSError as error:
            logger.warning("A notice could not be sent by mail (%s); it stands in the pages.", error)
