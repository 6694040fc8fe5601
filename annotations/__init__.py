"""The desk's domain: articles, their annotations, the jobs that suggest them and the record of every change."""
