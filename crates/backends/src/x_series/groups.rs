use crate::groups::{Cursor, Page};
use crate::http::{Request, Response};
use tandem_core::{Fault, FaultKind, Group, GroupId, Side};
pub(crate) fn list(_from: Cursor) -> Request {
    Request::get(Side::Pos, "/customer_groups", &[])
}
pub(crate) fn changes(_from: Cursor) -> Request {
    Request::get(Side::Pos, "/customer_groups", &[])
}
pub(crate) fn page(_from: Cursor, _r: &Response) -> Result<Page, Fault> {
    Err(Fault::of(FaultKind::Damaged))
}
pub(crate) fn create(_t: &str) -> Request {
    Request::get(Side::Pos, "/customer_groups", &[])
}
pub(crate) fn created(_r: &Response) -> Result<GroupId, Fault> {
    Err(Fault::of(FaultKind::Damaged))
}
pub(crate) fn rename(_i: &GroupId, _t: &str) -> Request {
    Request::get(Side::Pos, "/customer_groups", &[])
}
pub(crate) fn renamed(_r: &Response) -> Result<(), Fault> {
    Err(Fault::of(FaultKind::Damaged))
}
pub(crate) fn get(_i: &GroupId) -> Request {
    Request::get(Side::Pos, "/customer_groups", &[])
}
pub(crate) fn got(_r: &Response) -> Result<Group, Fault> {
    Err(Fault::of(FaultKind::Damaged))
}
