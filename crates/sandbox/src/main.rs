//! The command `tandem-sandbox`. Everything is in `server::cli`.

fn main() -> std::io::Result<()> {
    tandem_sandbox::server::cli::run()
}
