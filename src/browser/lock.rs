//! The writer's lock. Only the background takes it: Firefox does not share locks with panels that
//! are shown inside an admin page.

use std::{cell::Cell, rc::Rc};

use futures::channel::oneshot;
use js_sys::{Function, Promise, Reflect, global};
use wasm_bindgen::prelude::*;

use super::ext::{member, object};

/// Where the shell finds the function that frees the lock after a crash of the wasm: a promise
/// that a dead instance held would keep the lock until the background is ended.
const RELEASE: &str = "tandemReleaseLock";

/// Holds the lock until it is dropped.
#[derive(Debug)]
pub struct Guard {
    release: Function,
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.release.call0(&JsValue::UNDEFINED));
    }
}

/// Takes the lock if nobody holds it, never waits and never steals.
pub async fn try_hold(name: &str) -> Option<Guard> {
    let (tell, told) = oneshot::channel::<Option<Guard>>();
    let tell = Rc::new(Cell::new(Some(tell)));
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        let guard = release.filter(|_| lock.is_truthy()).map(|release| {
            drop(Reflect::set(&global(), &RELEASE.into(), &release));
            Guard { release }
        });
        let taken = guard.is_some();
        if let Some(tell) = tell.take() {
            drop(tell.send(guard));
        }
        if taken {
            held.into()
        } else {
            JsValue::UNDEFINED
        }
    });
    let locks = member(&member(&global(), "navigator"), "locks");
    let request: Function = member(&locks, "request").dyn_into().ok()?;
    let options = object(&[("ifAvailable", JsValue::TRUE)]);
    request
        .call3(&locks, &name.into(), &options, &granted)
        .ok()?;
    told.await.ok().flatten()
}
