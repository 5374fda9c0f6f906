//! A folder on a port of this machine, for a page that measures: isolated from everything else, which
//! is what browsers ask for before they let a page tell the time finely.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    thread,
};

/// Serves the files of a folder for as long as this process lives; says at which address.
///
/// # Errors
/// If there is no port.
pub fn serve_folder(folder: &Path) -> anyhow::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}", listener.local_addr()?);
    let folder = folder.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // Whoever hangs up has no answer to miss.
            drop(answer(stream, &folder));
        }
    });
    Ok(address)
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while let Some(line) = lines.next().transpose()? {
        if line.is_empty() {
            break;
        }
    }
    let found = file(&first, folder).and_then(|file| Some((kind(&file)?, fs::read(file).ok()?)));
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", Vec::new()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\
         cache-control: no-store\r\ncross-origin-opener-policy: same-origin\r\n\
         cross-origin-embedder-policy: require-corp\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// The file that a request's first line asks for, if it is below the folder.
fn file(line: &str, folder: &Path) -> Option<PathBuf> {
    let path = line.strip_prefix("GET /")?.split([' ', '?']).next()?;
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let is_below = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    is_below.then(|| folder.join(path))
}

fn kind(file: &Path) -> Option<&'static str> {
    match file.extension()?.to_str()? {
        "html" => Some("text/html; charset=utf-8"),
        "js" => Some("text/javascript"),
        "wasm" => Some("application/wasm"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_served_and_nothing_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.js"), "1").unwrap();
        let address = serve_folder(folder.path()).unwrap();
        let mut found = ureq::get(format!("{address}/a.js?x")).call().unwrap();
        assert_eq!(found.body_mut().read_to_string().unwrap(), "1");
        for path in ["b.js", "../a.js", "a.txt"] {
            assert!(
                ureq::get(format!("{address}/{path}")).call().is_err(),
                "{path}"
            );
        }
        assert!(file("GET /../../etc/passwd HTTP/1.1", folder.path()).is_none());
    }
}
