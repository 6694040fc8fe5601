"""The one place that talks to the outside: pages to freeze, webhooks to deliver. Nothing inside can be reached by it.

A URL somebody typed may name this machine, the database's or a cloud's own service. So the address is judged where
it counts, at the socket: names are resolved once, and only to addresses that are public is a connection opened.
"""

from annotations.outgoing.addresses import check_url
from annotations.outgoing.client import Answer, fetch, post

__all__ = ["Answer", "check_url", "fetch", "post"]
