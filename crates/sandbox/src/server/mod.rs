//! Sockets, a thread and the wall clock for [`crate::app`]. The only room that may wait.

pub mod cli;
mod connection;
mod help;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread::JoinHandle;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::world::{Settings, World};
use crate::{Sandbox, app};

/// How time passes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Clock {
    /// As it does outside.
    #[default]
    Wall,
    /// One second with every request to an API, from the day of the seed: the same requests give
    /// the same world to the last byte.
    Virtual,
}

/// What to serve.
#[derive(Clone, Debug, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// How many people the demonstration shop knows; 6 in 10 are known to both stores
    #[arg(long, default_value_t = 24, value_name = "N")]
    pub customers: u32,
    /// What the demonstration shop is made from; the same seed makes the same shop
    #[arg(long, default_value_t = 1, value_name = "S")]
    pub seed: u64,
    /// The port of POS; 0 is any free one
    #[arg(long, default_value_t = 0, value_name = "P")]
    pub pos_port: u16,
    /// The port of eCom; 0 is any free one
    #[arg(long, default_value_t = 0, value_name = "Q")]
    pub ecom_port: u16,
    /// How time passes
    #[arg(long, value_enum, default_value_t)]
    pub clock: Clock,
    /// How many times as fast as outside the world's time passes (with a virtual clock: how many
    /// seconds pass with every request); 0 is not at all
    #[arg(long, default_value_t = 1, value_name = "K")]
    pub time_scale: u32,
    /// Every behaviour that could not be established
    #[command(flatten)]
    pub settings: Settings,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            customers: 24,
            seed: 1,
            pos_port: 0,
            ecom_port: 0,
            clock: Clock::default(),
            time_scale: 1,
            settings: Settings::default(),
        }
    }
}

/// Where everything is: the one line that the command prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// POS.
    pub pos: PosReady,
    /// eCom.
    pub ecom: EcomReady,
    /// The base of `state`, `reset`, `faults`, `log` and `act`.
    pub control: String,
}

/// Where POS is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosReady {
    /// The admin pages.
    pub url: String,
    /// The base of the API on 127.0.0.1.
    pub api: String,
    /// The store's subdomain.
    pub prefix: String,
    /// For the sign-in page.
    pub user: String,
    /// For the sign-in page.
    pub password: String,
    /// For the API.
    pub token: String,
}

/// Where eCom is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EcomReady {
    /// The admin pages.
    pub url: String,
    /// The base of the API on 127.0.0.1.
    pub api: String,
    /// The store's id.
    pub store_id: i64,
    /// For the sign-in page.
    pub user: String,
    /// For the sign-in page.
    pub password: String,
    /// For the API.
    pub token: String,
}

/// A sandbox that is being served; it stops when this is dropped.
#[derive(Debug)]
pub struct Running {
    ready: Ready,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Where everything is.
    #[must_use]
    pub const fn ready(&self) -> &Ready {
        &self.ready
    }

    /// Waits until the serving thread ends, which it does only on a failure.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// Serves the demonstration shop on two ports of 127.0.0.1 from a thread of its own. When this
/// returns, both ports accept connections.
///
/// # Errors
/// When a port cannot be had, or the system gives no thread.
pub fn serve(options: Options) -> io::Result<Running> {
    let Options {
        customers,
        seed,
        pos_port,
        ecom_port,
        clock,
        time_scale,
        settings,
    } = options;
    let mut world = World::demo(seed, customers);
    world.settings = settings;
    let (pos, ecom) = (listen(pos_port)?, listen(ecom_port)?);
    let ready = Ready::of(&world, pos.local_addr()?, ecom.local_addr()?);
    let sandbox = match clock {
        Clock::Wall => Sandbox::with_clock(world, Box::new(wall_clock), time_scale),
        Clock::Virtual => Sandbox::in_steps(world, time_scale),
    };
    let (stop, stopped) = watch::channel(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let serving = connection::accept([pos, ecom], app(sandbox), stopped);
    let body = move || drop(runtime.block_on(serving));
    let thread = std::thread::Builder::new()
        .name("tandem-sandbox".into())
        .spawn(body)?;
    Ok(Running {
        ready,
        stop,
        thread: Some(thread),
    })
}

fn listen(port: u16) -> io::Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the server is where the world's clock comes from"
)]
fn wall_clock() -> i64 {
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

impl Ready {
    fn of(world: &World, pos: SocketAddr, ecom: SocketAddr) -> Self {
        let (p, q, store) = (pos.port(), ecom.port(), world.ecom.store_id);
        let (till, web) = (world.pos.staff.clone(), world.ecom.staff.clone());
        Self {
            pos: PosReady {
                url: format!("http://{}.pos.localhost:{p}", world.pos.prefix),
                api: format!("http://127.0.0.1:{p}/api/2.0"),
                prefix: world.pos.prefix.clone(),
                user: till.user,
                password: till.password,
                token: till.token,
            },
            ecom: EcomReady {
                url: format!("http://my.ecom.localhost:{q}/store/{store}"),
                api: format!("http://127.0.0.1:{q}/api/v3/{store}"),
                store_id: store,
                user: web.user,
                password: web.password,
                token: web.token,
            },
            control: format!("http://127.0.0.1:{p}/_sandbox"),
        }
    }
}
