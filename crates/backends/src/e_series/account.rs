use crate::account::Account;
use crate::http::{Request, Response};
use tandem_core::Fault;
pub(crate) fn questions() -> Vec<Request> {
    Vec::new()
}
pub(crate) fn answer(_r: &Response, _a: &mut Account) -> Result<(), Fault> {
    Ok(())
}
