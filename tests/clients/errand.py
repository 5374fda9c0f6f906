"""What both errands share: how they are given, how they tell what they saw, and that they stay home.

Nothing here knows a client or an API."""

import json
import sys


def given():
    """Where the store is, and what to do there: two JSON texts on the command line."""
    return json.loads(sys.argv[1]), json.loads(sys.argv[2])


def saw(what, value):
    """One line of JSON: what the client was told."""
    print(json.dumps({"saw": what, "value": value}), flush=True)


def _stays_home(event, details):
    if event == "socket.connect" and details[1][0] != "127.0.0.1":
        raise PermissionError(f"a client reached for {details[1]}")
    if event == "socket.getaddrinfo" and details[0] not in ("127.0.0.1", b"127.0.0.1"):
        raise PermissionError(f"a client looked up {details[0]}")


sys.addaudithook(_stays_home)
