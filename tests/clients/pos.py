"""An errand at the imitation of X-Series, done by lightspeed-x, which others wrote for the real one.

The client has `https://{prefix}.vendhq.com` written into its code. Not a line of it is changed: httpx,
the library beneath it, lets a program say what carries its requests, and what is given here carries
those for that host to the sandbox's port, under the name that the sandbox has for the store.
"""

import functools
import json

import errand
import httpx

store, job = errand.given()


class ToTheSandbox(httpx.HTTPTransport):
    """Carries `https://{prefix}.vendhq.com/…` to the sandbox, and nothing else anywhere."""

    def handle_request(self, request):
        prefix, _, domain = request.url.host.partition(".")
        if (request.url.scheme, domain) != ("https", "vendhq.com"):
            raise httpx.UnsupportedProtocol(f"not the store: {request.url}", request=request)
        there = httpx.URL(store["api"])
        request.url = request.url.copy_with(scheme="http", host=there.host, port=there.port)
        request.headers["Host"] = f"{prefix}.pos.localhost:{there.port}"
        return super().handle_request(request)


httpx.Client = functools.partial(httpx.Client, transport=ToTheSandbox())

from lightspeed_x import LightspeedX  # noqa: E402 (it takes httpx.Client as it finds it)

pos = LightspeedX(store["token"], store["prefix"])


def everything(path, after=0, **params):
    """All pages of a list, until an empty one, as the vendor's documents say."""
    records = []
    while True:
        page = pos.get(path, params={**params, "after": after, "page_size": 7})
        if not page["data"]:
            assert page["version"] == {"min": None, "max": None}, page["version"]
            return records, after
        records += page["data"]
        after = page["version"]["max"]


def delete(path):
    """The store answers a DELETE with 204 and no body, as the vendor documents it. This client wants
    JSON in every answer that is no error, and raises when it finds none: after the fact."""
    try:
        pos.delete(path)
    except json.JSONDecodeError as nothing_to_read:
        assert nothing_to_read.doc == "", nothing_to_read.doc


def ids(records):
    return [record["id"] for record in records]


customers, newest = everything("/customers")
errand.saw("customers", ids(customers))

group = pos.post("/customer_groups", data={"name": job["group"]})["data"]
errand.saw("group", group["id"])

stays = pos.post("/customers", data=job["stays"])["data"]
goes = pos.post("/customers", data=job["goes"])["data"]
errand.saw("created", ids([stays, goes]))

# As the vendor's own samples do it: the whole record, with what cannot be written in it.
whole = pos.get(f"/customers/{stays['id']}")["data"]
changed = pos.put(f"/customers/{stays['id']}", data={**whole, **job["change"]})["data"]
errand.saw("updated", {name: changed[name] for name in job["change"]})

members = f"/customer_groups/{group['id']}/customers"
errand.saw("grouped", pos.post(members, data={"customer_ids": ids([stays, goes])}))
errand.saw("members", sorted(ids(everything(members)[0])))

found = pos.get("/search", params={"type": "customers", "email": job["stays"]["email"]})
errand.saw("found", ids(found["data"]))

delete(f"/customers/{goes['id']}")
errand.saw("members afterwards", ids(everything(members)[0]))

feed, _ = everything("/customers", after=newest, deleted="true")
errand.saw("changed since", [[one["id"], one.get("deleted_at") is not None] for one in feed])
