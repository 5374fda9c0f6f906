//! Two stores of any number of customers, who are the same on both sides, and the book of them.

use serde_json::{Value, json};
use tandem_backends::{Request, Response};
use tandem_core::{Fault, FieldSet, Side, Sides, show::ReadingView};
use tandem_engine::{
    Clock, Footing, Transport, Vault,
    book::{
        Book, keep,
        reader::{self, Ended, How, ReadWatch},
    },
};

#[path = "../../../core/benches/people/mod.rs"]
#[expect(dead_code, reason = "the book needs the customers alone")]
mod people;

use people::{Since, key, observed};

/// A store of so many customers.
pub(crate) struct Store(pub(crate) u32);

impl Transport for Store {
    async fn send(&self, request: &Request) -> Result<Response, Fault> {
        let number = |name: &str| {
            let found = request.query.iter().find(|(own, _)| own == name);
            found.and_then(|(_, value)| value.parse::<u32>().ok())
        };
        let body = match request.side {
            Side::Pos => self.of_pos(number("after").unwrap_or(0), number("page_size")),
            Side::Ecom => self.of_ecom(number("offset").unwrap_or(0), number("limit")),
        };
        Ok(Response {
            status: 200,
            redirected: false,
            elsewhere: false,
            content_type: Some("application/json".to_owned()),
            retry_after: None,
            date: None,
            limit: None,
            remaining: None,
            body: body.to_string().into_bytes(),
        })
    }

    fn footing(&self) -> Footing {
        Footing::default()
    }
}

impl Store {
    /// Versions begin with 1.
    fn of_pos(&self, after: u32, size: Option<u32>) -> Value {
        let end = (after + size.unwrap_or(100)).min(self.0);
        let records = (after..end).map(|n| {
            let one = observed(Side::Pos, n, Since::Unchanged);
            json!({
                "id": one.id, "customer_group_id": one.group, "version": n + 1,
                "first_name": one.name.first, "last_name": one.name.last, "email": one.email,
                "company_name": one.company, "phone": one.phone, "do_not_email": false,
                "postal_address_1": one.address.line_1, "postal_city": one.address.city,
                "postal_postcode": one.address.postcode, "postal_country_id": one.address.country,
            })
        });
        let records: Vec<Value> = records.collect();
        let max = if records.is_empty() { None } else { Some(end) };
        json!({"data": records, "version": {"min": max.map(|_| after + 1), "max": max}})
    }

    fn of_ecom(&self, offset: u32, limit: Option<u32>) -> Value {
        let end = (offset + limit.unwrap_or(100)).min(self.0);
        let records = (offset..end).map(|n| {
            let one = observed(Side::Ecom, n, Since::Unchanged);
            let id: Option<u64> = one.id.to_string().parse().ok();
            let group: Option<u64> = one.group.0.parse().ok();
            json!({
                "id": id, "customerGroupId": group, "updated": one.stamp, "email": one.email,
                "acceptMarketing": true, "stats": {"numberOfOrders": u32::from(one.has_ordered)},
                "billingPerson": {
                    "name": one.name.whole, "firstName": one.name.first,
                    "lastName": one.name.last, "companyName": one.company, "phone": one.phone,
                    "street": one.address.line_1, "city": one.address.city,
                    "postalCode": one.address.postcode, "countryCode": one.address.country,
                },
            })
        });
        let records: Vec<Value> = records.collect();
        json!({
            "total": self.0, "count": records.len(), "offset": offset, "limit": limit,
            "items": records,
        })
    }
}

/// A clock that stands still.
pub(crate) struct Still;

impl Clock for Still {
    async fn wait(&self, _seconds: u32) {}

    fn now_ms(&self) -> u64 {
        0
    }
}

impl ReadWatch for Still {
    fn progress(&self, _view: &ReadingView) {}

    fn is_paused(&self) -> bool {
        false
    }
}

/// The book as it is kept in a vault.
pub(crate) fn opened(vault: &impl Vault) -> Book {
    let stores = Sides {
        pos: "lantern".to_owned(),
        ecom: "1003".to_owned(),
    };
    let opening = keep::open(vault, &stores, key(), FieldSet::ALL);
    futures::executor::block_on(opening).unwrap_or_else(|_| Book::new(key(), FieldSet::ALL))
}

/// Reads both sides whole, and notes what they agree on.
pub(crate) fn filled(vault: &impl Vault, customers: u32) -> Book {
    let mut book = opened(vault);
    let stores = Sides::from_fn(|_| Store(customers));
    let reading = reader::read(vault, &mut book, (&stores, &Still), &Still, How::Whole);
    let ended = futures::executor::block_on(reading);
    assert_eq!(ended, Ended::Read, "both sides are read");
    book.look();
    let settled: Vec<_> = book.survey().iter().flat_map(|it| it.settled()).collect();
    let noted = futures::executor::block_on(keep::note(vault, &mut book, &settled));
    assert_eq!(noted, Ok(()), "what is agreed is kept");
    book
}
