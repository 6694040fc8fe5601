"""What the search looks through: stems, each once, separated by blanks.

Written by the services, indexed by the database: SQLite has a full-text table over each of these, kept in step by
triggers; PostgreSQL has an index over the stems.
"""

from __future__ import annotations

from django.db import models

from annotations.models.annotation import Annotation
from annotations.models.article import Article


class ArticleSearch(models.Model):
    """Title, byline and newest text of an article."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="+")
    stems = models.TextField()

    def __str__(self) -> str:
        return str(self.pk)


class AnnotationSearch(models.Model):
    """The words of a mark."""

    annotation = models.OneToOneField(Annotation, on_delete=models.CASCADE, primary_key=True, related_name="+")
    stems = models.TextField()

    def __str__(self) -> str:
        return str(self.pk)
