//! What the switches of POS can be set to, the likeliest first. Which switch has which of them: `pos`.

use serde::{Deserialize, Serialize};

/// What opens the API of POS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(clap::ValueEnum))]
#[serde(rename_all = "kebab-case")]
pub enum PosAuth {
    /// The cookies of a signed-in person on the admin host, or a token.
    #[default]
    Cookie,
    /// The same, and what is sent to write by cookies must carry the page's secret as well.
    #[serde(rename = "cookie+csrf")]
    #[cfg_attr(feature = "server", value(name = "cookie+csrf"))]
    CookieCsrf,
    /// A token alone: cookies open the admin pages but never the API.
    Token,
}

switches! {
    /// What `PUT` does with the members of a customer that are not in its body.
    PutMode {
        /// They become null, or what a new customer has.
        #[default]
        Replace,
        /// They stay.
        Merge,
    }
    /// Where a page of POS has the secret that its writes carry in `X-CSRF-Token`.
    CsrfCarrier {
        /// In a cookie that scripts can read; the header must equal it.
        #[default]
        Cookie,
        /// In `<meta name="csrf-token">`; no cookie has it.
        Meta,
    }
    /// What becomes of a customer whose group does not exist.
    OnUnknownGroup {
        /// 422.
        #[default]
        Refuse,
        /// It goes to the default group.
        ToDefault,
    }
    /// What the API says to a cashier who asks for customers or groups.
    CashierAnswer {
        /// 403 with a JSON error.
        #[default]
        Forbidden,
        /// 302 to the sign-in page.
        Redirect,
    }
    /// What becomes of the members of a deleted POS group.
    OrphanPolicy {
        /// They move to the default group.
        #[default]
        ToDefault,
        /// A group with members cannot be deleted.
        Refuse,
    }
    /// What `GET` by id says of a deleted POS group or customer.
    DeletedById {
        /// 404.
        #[default]
        NotFound,
        /// 200, with `deleted_at`.
        Shown,
    }
    /// The form of POS `GET /user`.
    UserShape {
        /// `{"data":{…}}`, as in the schema.
        #[default]
        Object,
        /// `{"data":[{…}]}`, as in the vendor's example.
        Array,
    }
    /// How POS writes a member whose value is null.
    Nulls {
        /// As `null`.
        #[default]
        Written,
        /// Not at all, except the two names.
        Omitted,
        /// Now as `null` and now not at all; a member of a record is always treated alike.
        Sometimes,
    }
    /// The status when another customer has the `customer_code`.
    CodeTaken {
        /// 422.
        #[default]
        Unprocessable,
        /// 400.
        BadRequest,
        /// 409.
        Conflict,
    }
    /// How the addresses of a customer go together with its `postal_*` and `physical_*`.
    MirroredAddresses {
        /// The first of a kind is those members.
        #[default]
        Mirrored,
        /// They have nothing to do with each other.
        Apart,
    }
    /// Where a post code must be one of its country.
    PostcodeRule {
        /// In addresses.
        #[default]
        Addresses,
        /// In `postal_postcode` and `physical_postcode` as well.
        Everywhere,
    }
    /// Which versions of the API delete groups.
    GroupDelete {
        /// `2.0` alone.
        #[default]
        Classic,
        /// All of them.
        All,
    }
    /// The body of a POS error.
    ErrorForm {
        /// `{"error":…,"message":…}`.
        #[default]
        Full,
        /// `{"error":…}`.
        Short,
        /// `{"errors":{"base":[…]}}`.
        Object,
        /// Text that is no JSON.
        Text,
    }
    /// What becomes of a text of a customer that has more than 255 characters.
    LongTexts {
        /// It is kept.
        #[default]
        Kept,
        /// 400.
        Refuse,
        /// What is too much of it is cut off, and nobody is told.
        Cut,
    }
    /// Which names a request that writes a customer must give.
    NamesRule {
        /// `first_name` and `last_name` must be there, and may be null.
        #[default]
        Keys,
        /// One of first name, last name and company must not be blank, when one is made.
        One,
        /// None.
        Free,
    }
    /// How a text of a customer is written that is empty or null.
    Blanks {
        /// As it was stored.
        #[default]
        Kept,
        /// As `null`.
        Null,
        /// As `""`.
        Empty,
    }
    /// When a customer fits what is searched for.
    SearchMatch {
        /// The texts are equal, whatever the case of their letters.
        #[default]
        Caseless,
        /// The texts are equal.
        Exact,
        /// The text begins so, whatever the case of its letters.
        Prefix,
    }
}
