"""Hears paidonce's announcements over HTTP and acts on each of them once. Python 3.9 or newer, nothing to install."""

import hashlib
import hmac
import json
import os
import sqlite3
import sys
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = os.environ.get("FORWARD_SECRET", "")
DATABASE = os.environ.get("DATABASE", "shop.sqlite")
PORT = int(os.environ.get("PORT", "4430"))

MAX_BYTES = 64 * 1024
MAX_AGE_S = 300


def is_signed(header, body, now):
    """Whether our own secret signed this body within the last five minutes."""
    parts = [part.partition("=") for part in (header or "").split(",")]
    times = [value for name, _, value in parts if name == "t"]
    signatures = [value for name, _, value in parts if name == "v1"]
    if len(times) != 1 or not (times[0].isascii() and times[0].isdigit()) or len(times[0]) > 12:
        return False
    if abs(now - int(times[0])) > MAX_AGE_S:
        return False
    signed = times[0].encode() + b"." + body
    expected = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
    return any(hmac.compare_digest(expected.encode(), given.encode()) for given in signatures)


def hear(announcement):
    """Remembers the id and does the work in one transaction: both are there afterwards, or neither is."""
    with closing(connect()) as db, db:
        db.execute("begin immediate")
        cursor = db.execute("insert or ignore into heard (id) values (?)", (announcement["id"],))
        is_new = cursor.rowcount == 1
        if is_new:
            act(db, announcement)
    print(f"heard {announcement['kind']} of order {announcement['order']}{'' if is_new else ' again'}", flush=True)


def act(db, announcement):
    """What this shop does. A kind that it does not know is left alone: new ones may come at any time."""
    if announcement["kind"] == "order.fulfilled":
        db.execute(
            "insert into parcels (order_id, count) values (?, 1)"
            " on conflict (order_id) do update set count = count + 1",
            (announcement["order"],),
        )


def connect():
    # isolation_level=None: transactions begin where we say so, and the "with" around them commits or rolls back.
    return sqlite3.connect(DATABASE, timeout=5, isolation_level=None)


class Announcements(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self):
        self.answer(self.take())

    def take(self):
        """The status to answer: anything but 200 makes paidonce's side send it again."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > MAX_BYTES:
            return 413
        body = self.rfile.read(int(length))
        if not is_signed(self.headers.get("Paidonce-Signature"), body, time.time()):
            return 401
        try:
            hear(json.loads(body))
            return 200
        except Exception as error:
            print(f"not done: {type(error).__name__}", file=sys.stderr, flush=True)
            return 500

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Says nothing of each request."""


def main():
    if len(SECRET) < 16:
        sys.exit("FORWARD_SECRET is required: the secret of 16 characters or more that the forwarder signs with")
    with closing(connect()) as db:
        db.execute("create table if not exists heard (id text primary key)")
        db.execute("create table if not exists parcels (order_id text primary key, count integer not null)")
    server = ThreadingHTTPServer(("127.0.0.1", PORT), Announcements)
    print(f"ready: http://127.0.0.1:{PORT}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
