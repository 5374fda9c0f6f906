//! Which customers a search means, and in which order. The usual orders are read off an index;
//! others, and searches in texts, walk over everybody.

use super::{Error, moments, paging};
use crate::call::Call;
use crate::world::{EcomAddress, EcomCustomer, EcomCustomers, EcomKind};

/// Every parameter that a search knows. Another one is a mistake that would find everybody.
const PARAMS: [&str; 32] = [
    "keyword",
    "name",
    "email",
    "useExactEmailMatch",
    "phone",
    "city",
    "postalCode",
    "stateOrProvinceCode",
    "countryCodes",
    "companyName",
    "customerGroupIds",
    "customerGroup",
    "acceptMarketing",
    "lang",
    "b2b_b2c",
    "taxExempt",
    "minOrderCount",
    "maxOrderCount",
    "minSalesValue",
    "maxSalesValue",
    "purchasedProductIds",
    "usePrecalculatedOrderCount",
    "createdFrom",
    "createdTo",
    "updatedFrom",
    "updatedTo",
    "checkOnlyCustomerId",
    "sortBy",
    "offset",
    "limit",
    "responseFields",
    "token",
];

type Test = Box<dyn Fn(&EcomCustomer) -> bool>;

/// What is searched for.
pub(super) struct Search {
    tests: Vec<Test>,
    exact_email: Option<String>,
    groups: Option<Vec<i64>>,
    only: Option<i64>,
    updated: (i64, i64),
    created: (i64, i64),
    sort: Sort,
    descending: bool,
}

/// What the order goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Name,
    Email,
    OrderCount,
    Registered,
    Updated,
    SalesValue,
    FirstOrder,
    LastOrder,
}

impl Search {
    /// Reads a request.
    pub(super) fn of(call: &Call) -> Result<Self, Error> {
        let unknown = call
            .query
            .iter()
            .find(|(name, _)| !PARAMS.contains(&name.as_str()));
        if let Some((name, _)) = unknown {
            return Err(Error::wrong(format!("Unknown parameter {name}")));
        }
        let (sort, descending) = sort(call.param("sortBy").unwrap_or("NAME_ASC"))?;
        let bounds = |from: &str, to: &str| -> Result<(i64, i64), Error> {
            Ok((
                moments::param(call, from)?.unwrap_or(i64::MIN),
                moments::param(call, to)?.unwrap_or(i64::MAX),
            ))
        };
        let exact = flag(call, "useExactEmailMatch")? == Some(true);
        let email = call.param("email").filter(|text| !text.is_empty());
        Ok(Self {
            tests: tests(call, exact)?,
            exact_email: email.filter(|_| exact).map(str::to_owned),
            groups: paging::ids(call, ["customerGroupIds", "customerGroup"])?,
            only: number(call, "checkOnlyCustomerId")?,
            updated: bounds("updatedFrom", "updatedTo")?,
            created: bounds("createdFrom", "createdTo")?,
            sort,
            descending,
        })
    }

    /// How many are meant, and those from `offset` on, `limit` at most.
    pub(super) fn page<'a>(
        &self,
        all: &'a EcomCustomers,
        offset: usize,
        limit: usize,
    ) -> (usize, Vec<&'a EcomCustomer>) {
        if self.means_everybody() && self.is_indexed() {
            let ids = self.indexed(all).skip(offset).take(limit);
            let page = ids.filter_map(|id| all.get(id)).collect();
            return (all.len(), page);
        }
        let found = self.all(all);
        let page = found.iter().skip(offset).take(limit).copied().collect();
        (found.len(), page)
    }

    /// All that are meant, in order.
    pub(super) fn all<'a>(&self, all: &'a EcomCustomers) -> Vec<&'a EcomCustomer> {
        let narrow = self.narrow(all);
        if narrow.is_none() && self.is_indexed() {
            let everybody = self.indexed(all).filter_map(|id| all.get(id));
            return everybody.filter(|one| self.fits(one)).collect();
        }
        let candidates: Box<dyn Iterator<Item = &'a EcomCustomer>> = match narrow {
            Some(few) => Box::new(few.into_iter()),
            None => Box::new(all.updated(self.updated.0..=self.updated.1.max(self.updated.0))),
        };
        let mut found: Vec<_> = candidates.filter(|one| self.fits(one)).collect();
        found.sort_by_cached_key(|one| (self.key(one), one.id));
        if self.descending {
            found.reverse();
        }
        found
    }

    fn means_everybody(&self) -> bool {
        let whole = (i64::MIN, i64::MAX);
        self.tests.is_empty()
            && self.exact_email.is_none()
            && self.groups.is_none()
            && self.only.is_none()
            && (self.updated, self.created) == (whole, whole)
    }

    const fn is_indexed(&self) -> bool {
        matches!(self.sort, Sort::Name | Sort::Registered | Sort::Updated)
    }

    /// Those among whom everyone meant must be, where they are few.
    fn narrow<'a>(&self, all: &'a EcomCustomers) -> Option<Vec<&'a EcomCustomer>> {
        if let Some(id) = self.only {
            return Some(all.get(id).into_iter().collect());
        }
        if let Some(email) = &self.exact_email {
            return Some(all.by_email(email).into_iter().collect());
        }
        let mut groups = self.groups.clone()?;
        groups.sort_unstable();
        groups.dedup();
        Some(
            groups
                .into_iter()
                .flat_map(|group| all.of_group(group))
                .collect(),
        )
    }

    /// The ids of all who may be meant, in an order that an index has.
    fn indexed<'a>(&self, all: &'a EcomCustomers) -> Box<dyn Iterator<Item = i64> + 'a> {
        let [updated, created] = [self.updated, self.created].map(|(from, to)| from..=to.max(from));
        match (self.sort, self.descending) {
            (Sort::Updated, false) => Box::new(all.ids_by_updated(updated)),
            (Sort::Updated, true) => Box::new(all.ids_by_updated(updated).rev()),
            (Sort::Registered, false) => Box::new(all.ids_by_registered(created)),
            (Sort::Registered, true) => Box::new(all.ids_by_registered(created).rev()),
            (_, false) => Box::new(all.ids_by_name()),
            (_, true) => Box::new(all.ids_by_name().rev()),
        }
    }

    fn fits(&self, one: &EcomCustomer) -> bool {
        let within = |(from, to): (i64, i64), at: i64| from <= at && at <= to;
        within(self.updated, one.updated)
            && within(self.created, one.registered)
            && self.only.is_none_or(|id| id == one.id)
            && self
                .groups
                .as_ref()
                .is_none_or(|ids| ids.contains(&one.customer_group_id))
            && self.tests.iter().all(|test| test(one))
    }

    /// What the order goes by, of one customer.
    fn key(&self, one: &EcomCustomer) -> Key {
        let first = |date: Option<i64>| Key::Number(date.unwrap_or(i64::MIN));
        match self.sort {
            Sort::Name => Key::Text(one.name.as_deref().unwrap_or_default().to_lowercase()),
            Sort::Email => Key::Text(one.email_key()),
            Sort::OrderCount => Key::Number(one.orders.into()),
            Sort::Registered => Key::Number(one.registered),
            Sort::Updated => Key::Number(one.updated),
            Sort::SalesValue => Key::Number(one.sales_cents),
            Sort::FirstOrder => first(one.first_order),
            Sort::LastOrder => first(one.last_order),
        }
    }
}

/// One sort compares keys of one kind only.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i64),
    Text(String),
}

fn sort(text: &str) -> Result<(Sort, bool), Error> {
    let wrong = || Error::wrong(format!("sortBy cannot be {text}"));
    let (by, way) = text.rsplit_once('_').ok_or_else(wrong)?;
    let by = match by {
        "NAME" => Sort::Name,
        "EMAIL" => Sort::Email,
        "ORDER_COUNT" => Sort::OrderCount,
        "REGISTERED_DATE" => Sort::Registered,
        "UPDATED_DATE" => Sort::Updated,
        "SALES_VALUE" => Sort::SalesValue,
        "FIRST_ORDER_DATE" => Sort::FirstOrder,
        "LAST_ORDER_DATE" => Sort::LastOrder,
        _ => return Err(wrong()),
    };
    match way {
        "ASC" => Ok((by, false)),
        "DESC" => Ok((by, true)),
        _ => Err(wrong()),
    }
}

fn flag(call: &Call, name: &str) -> Result<Option<bool>, Error> {
    match call.param(name) {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(_) => Err(Error::wrong(format!("{name} must be true or false"))),
    }
}

fn number<T: std::str::FromStr>(call: &Call, name: &str) -> Result<Option<T>, Error> {
    let Some(text) = call.param(name) else {
        return Ok(None);
    };
    let parsed = text.trim().parse().map(Some);
    parsed.map_err(|_| Error::wrong(format!("{name} must be a number")))
}

/// The tests that need a look at the record.
fn tests(call: &Call, exact: bool) -> Result<Vec<Test>, Error> {
    let mut tests = texts(call, exact);
    tests.extend(plain(call)?);
    tests.extend(bounds(call)?);
    Ok(tests)
}

/// Searches in texts: a part is enough, whatever its case.
fn texts(call: &Call, exact: bool) -> Vec<Test> {
    let mut tests: Vec<Test> = Vec::new();
    let mut part = |param: &str, test: fn(&EcomCustomer, &str) -> bool| {
        if let Some(text) = call.param(param).filter(|text| !text.is_empty()) {
            let wanted = text.to_lowercase();
            tests.push(Box::new(move |one| test(one, &wanted)));
        }
    };
    part("keyword", |one, wanted| {
        has(one.name.as_deref().unwrap_or_default(), wanted) || has(&one.email, wanted)
    });
    part("name", |one, wanted| {
        has(one.name.as_deref().unwrap_or_default(), wanted)
    });
    part("phone", |one, wanted| {
        one.contacts
            .iter()
            .any(|contact| has(&contact.contact, wanted))
            || somewhere(one, |address| has(&address.person.phone, wanted))
    });
    part("city", |one, wanted| {
        somewhere(one, |address| has(&address.person.city, wanted))
    });
    part("postalCode", |one, wanted| {
        somewhere(one, |address| has(&address.person.postal_code, wanted))
    });
    part("stateOrProvinceCode", |one, wanted| {
        somewhere(one, |address| {
            address.person.state_or_province_code.to_lowercase() == wanted
        })
    });
    part("countryCodes", |one, wanted| {
        let listed = |code: &str| {
            wanted
                .split(',')
                .any(|each| each.trim() == code.to_lowercase())
        };
        somewhere(one, |address| listed(&address.person.country_code))
    });
    part("companyName", |one, wanted| {
        somewhere(one, |address| has(&address.person.company_name, wanted))
    });
    if !exact {
        part("email", |one, wanted| has(&one.email, wanted));
    }
    tests
}

fn has(text: &str, wanted: &str) -> bool {
    text.to_lowercase().contains(wanted)
}

fn somewhere(one: &EcomCustomer, test: impl Fn(&EcomAddress) -> bool) -> bool {
    one.shipping_addresses.iter().any(test)
}

/// Members that are equal or not.
fn plain(call: &Call) -> Result<Vec<Test>, Error> {
    let mut tests: Vec<Test> = Vec::new();
    if let Some(wanted) = flag(call, "acceptMarketing")? {
        tests.push(Box::new(move |one| one.accept_marketing == Some(wanted)));
    }
    if let Some(wanted) = flag(call, "taxExempt")? {
        tests.push(Box::new(move |one| one.tax_exempt == wanted));
    }
    if let Some(lang) = call.param("lang").map(str::to_owned) {
        tests.push(Box::new(move |one| one.lang.as_ref() == Some(&lang)));
    }
    if let Some(text) = call.param("b2b_b2c") {
        let kind = match text {
            "b2b" => EcomKind::B2b,
            "b2c" => EcomKind::B2c,
            _ => return Err(Error::wrong("b2b_b2c must be b2b or b2c")),
        };
        tests.push(Box::new(move |one| one.kind == kind));
    }
    if let Some(ids) = paging::ids(call, ["purchasedProductIds"; 2])? {
        tests.push(Box::new(move |one| {
            one.purchased.iter().any(|id| ids.contains(id))
        }));
    }
    Ok(tests)
}

/// Members that are at least or at most something.
fn bounds(call: &Call) -> Result<Vec<Test>, Error> {
    flag(call, "usePrecalculatedOrderCount")?;
    let mut tests: Vec<Test> = Vec::new();
    if let Some(least) = number::<u32>(call, "minOrderCount")? {
        tests.push(Box::new(move |one| one.orders >= least));
    }
    if let Some(most) = number::<u32>(call, "maxOrderCount")? {
        tests.push(Box::new(move |one| one.orders <= most));
    }
    if let Some(least) = number::<f64>(call, "minSalesValue")? {
        tests.push(Box::new(move |one| sales(one) >= least));
    }
    if let Some(most) = number::<f64>(call, "maxSalesValue")? {
        tests.push(Box::new(move |one| sales(one) <= most));
    }
    Ok(tests)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sums of money of one customer are far below 2^53 cents"
)]
fn sales(one: &EcomCustomer) -> f64 {
    one.sales_cents as f64 / 100.0
}
