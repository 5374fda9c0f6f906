//! Connections: HTTP/1.1 by hand-over to the router, so that a lost reply can break the line and a
//! reason phrase can be the store's own.

use std::convert::Infallible;
use std::fmt;
use std::io;
use std::net::TcpListener as StdListener;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::ext::ReasonPhrase;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt as _;

use crate::call::{HeldBack, Reason, ReplyLost};

/// The connection is to break without an answer.
#[derive(Debug)]
struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reply was lost, as ordered")
    }
}

impl std::error::Error for Broken {}

/// Accepts on both ports until told to stop; what is under way then ends with the runtime.
pub(super) async fn accept(
    listeners: [StdListener; 2],
    router: Router,
    mut stopped: watch::Receiver<bool>,
) -> io::Result<()> {
    let [pos, ecom] = listeners;
    let (pos, ecom) = (TcpListener::from_std(pos)?, TcpListener::from_std(ecom)?);
    loop {
        let accepted = tokio::select! {
            one = pos.accept() => one,
            one = ecom.accept() => one,
            _ = stopped.wait_for(|stop| *stop) => return Ok(()),
        };
        // A connection that failed before it began is the other end's affair.
        if let Ok((stream, _)) = accepted {
            drop(tokio::spawn(converse(stream, router.clone())));
        }
    }
}

async fn converse(stream: TcpStream, router: Router) {
    drop(stream.set_nodelay(true));
    let service = service_fn(move |request| answer(router.clone(), request));
    // An error here is a broken line, by order or by the browser.
    drop(
        http1::Builder::new()
            .serve_connection(TokioIo::new(stream), service)
            .await,
    );
}

async fn answer(router: Router, request: Request<Incoming>) -> Result<Response<Body>, Broken> {
    let answered: Result<_, Infallible> = router.oneshot(request.map(Body::new)).await;
    let Ok(mut response) = answered;
    if let Some(HeldBack(wait)) = response.extensions().get().copied() {
        tokio::time::sleep(wait).await;
    }
    if response.extensions().get::<ReplyLost>().is_some() {
        return Err(Broken);
    }
    let reason = response
        .extensions()
        .get::<Reason>()
        .map(|reason| ReasonPhrase::try_from(reason.0.as_bytes()));
    if let Some(Ok(reason)) = reason {
        response.extensions_mut().insert(reason);
    }
    Ok(response)
}
