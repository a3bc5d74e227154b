#!/usr/bin/env python3
"""Follows the articles of a Galley server with the standard library alone, one JSON line each.

Reads the server-sent events of /api/v1/events, fetches each article that is new or changed, and keeps the
number of the last event that was dealt with in a file: started again, after a crash too, it goes on from there.
An event is printed again only if the crash came between its line and the cursor.

    python3 follow_articles.py http://127.0.0.1:8460 --cursor cursor.txt >> articles.jsonl
"""

import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


def open_url(url, token, headers=None):
    request = urllib.request.Request(url, headers=headers or {})
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    # Longer than the server's own sign of life on a quiet stream, every 15 s.
    return urllib.request.urlopen(request, timeout=60)


def read_events(stream):
    """Server-sent events (HTML Living Standard, 9.2) as (id, type, data)."""
    event_id, kind, data = None, "message", []
    for raw in stream:
        line = raw.decode("utf-8").rstrip("\r\n")
        if line == "":
            if data:
                yield event_id, kind, "\n".join(data)
            kind, data = "message", []
            continue
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "id":
            event_id = value
        elif field == "event":
            kind = value
        elif field == "data":
            data.append(value)


def read_cursor(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().strip() or "0"
    except FileNotFoundError:
        return "0"


def write_cursor(path, cursor):
    # Whole or not at all, whatever is killed.
    with open(path + ".part", "w", encoding="utf-8") as file:
        file.write(cursor)
    os.replace(path + ".part", path)


def fetch_article(server, token, article_id):
    """The article as it is now; None when it is gone."""
    try:
        with open_url(f"{server}/api/v1/articles/{urllib.parse.quote(article_id)}", token) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        if error.code == 404:
            return None
        raise


def follow(server, token, cursor_file):
    headers = {"Accept": "text/event-stream", "Last-Event-ID": read_cursor(cursor_file)}
    with open_url(f"{server}/api/v1/events", token, headers) as stream:
        for event_id, kind, data in read_events(stream):
            event = json.loads(data)
            article = None if kind == "removed" else fetch_article(server, token, event["articleId"])
            line = {"event": kind, "id": event["articleId"], "revision": event["revision"]}
            if article is not None:
                line |= {name: article[name] for name in ("url", "headline", "datePublished", "articleBody")}
            print(json.dumps(line, ensure_ascii=False), flush=True)
            write_cursor(cursor_file, event_id)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("server", help="for example http://127.0.0.1:8460")
    parser.add_argument("--cursor", default="cursor.txt", help="the file that keeps the place")
    options = parser.parse_args()
    token = os.environ.get("GALLEY_TOKEN")
    wait = 1
    while True:
        try:
            follow(options.server.rstrip("/"), token, options.cursor)
            wait = 1
        except urllib.error.HTTPError as error:
            if error.code in (401, 403):
                sys.exit(f"{options.server} refuses the token; set GALLEY_TOKEN")
            print(f"{error}; again in {wait} s", file=sys.stderr)
        except OSError as error:
            # A server that restarts is waited for.
            print(f"{error}; again in {wait} s", file=sys.stderr)
        time.sleep(wait)
        wait = min(wait * 2, 30)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
