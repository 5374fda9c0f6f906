"""An errand at the imitation of E-Series, done by pyecwid, which others wrote for the real one.

Not a line of it is changed: the base address is an option that it documents (`base_url`).
"""

import errand
import requests
from pyecwid import Ecwid

store, job = errand.given()

base = store["api"].replace(str(store["store_id"]), "{0}") + "/"
ecwid = Ecwid(store["token"], store["store_id"], base_url=base)


def ids(records):
    return [record["id"] for record in records]


def by_batch(items):
    """Hands in a batch, and asks until it is done."""
    ticket = ecwid.api.post_request("batch", items).json()["ticket"]
    for _ in range(20):
        batch = ecwid.api.get_request("batch", {"ticket": ticket}, collate_items=False)
        if batch["status"] == "COMPLETED":
            return [[one["id"], one["status"], one["httpStatusCode"]] for one in batch["responses"]]
    raise TimeoutError(f"the batch is {batch}")


errand.saw("customers", sorted(ids(ecwid.customers.get())))

# It has no calls of its own for groups, but those that its other calls are made of are open.
made = ecwid.api.post_request("customer_groups", {"name": job["group"]})
made.raise_for_status()
group = made.json()["id"]
errand.saw("group", group)

stays = ecwid.customers.add(job["stays"])
goes = ecwid.customers.add(job["goes"])
errand.saw("created", [stays, goes])

try:
    ecwid.customers.add(job["stays"])
except UserWarning as refusal:
    errand.saw("created twice", refusal.args[1])

errand.saw("updated", ecwid.customers.update(stays, job["change"]).json())

into_group = {"customerGroupId": group}
errand.saw("grouped", ecwid.customers.update(stays, into_group).json())
item = {"id": "g", "path": f"/customers/{goes}", "method": "PUT", "body": into_group}
errand.saw("grouped by batch", by_batch([item]))
in_group = {"customerGroupIds": group}
errand.saw("members", sorted(ids(ecwid.api.get_request("customers", dict(in_group)))))

errand.saw("found", ids(ecwid.customers.get_by_email(job["stays"]["email"])))
errand.saw("by keyword", ids(ecwid.customers.get_by_keyword(job["stays"]["email"])))

errand.saw("deleted", ecwid.customers.delete(goes))
errand.saw("members afterwards", ids(ecwid.api.get_request("customers", dict(in_group))))

try:
    ecwid.customers.get_by_id(goes)
except requests.HTTPError as refusal:
    errand.saw("gone", refusal.response.status_code)
