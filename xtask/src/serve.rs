//! `cargo xtask demo`: shows `dist/` to the browsers of this machine.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

/// How many requests are answered at the same time.
const THREADS: usize = 4;

/// Takes a port of the loopback address, so that no other machine sees the demo.
pub fn listen(port: u16) -> Result<Server> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    Server::http(address).map_err(|error| {
        anyhow!(
            "cannot listen on {address}: {error}. If another program uses the port, choose one: \
             `cargo xtask demo --port 8081`"
        )
    })
}

/// Serves a folder until the program is stopped.
pub fn serve(server: Server, folder: &Path) -> Result<()> {
    println!(
        "The demo is on http://{} until you press Ctrl-C.",
        server.server_addr()
    );
    let server = Arc::new(server);
    let folder: Arc<Path> = folder.into();
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, folder) = (Arc::clone(&server), Arc::clone(&folder));
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    answer(request, &folder);
                }
            })
        })
        .collect();
    for thread in threads {
        thread
            .join()
            .map_err(|_| anyhow!("the server stopped by a fault of its own"))?;
    }
    Ok(())
}

fn answer(request: Request, folder: &Path) {
    let accepted = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Accept-Encoding"));
    let accepted = accepted
        .map_or("", |header| header.value.as_str())
        .to_owned();
    let file = path(request.url()).map(|path| folder.join(path));
    let found = file.as_deref().and_then(|file| read(file, &accepted));
    let response = match (&file, found) {
        (Some(file), Some((bytes, encoding))) => {
            let mut response = Response::from_data(bytes)
                .with_header(header("Content-Type", mime(file)))
                .with_header(header("Vary", "Accept-Encoding"));
            if let Some(encoding) = encoding {
                response.add_header(header("Content-Encoding", encoding));
            }
            response
        }
        _ => Response::from_data("Not found.")
            .with_header(header("Content-Type", "text/plain; charset=utf-8"))
            .with_status_code(404),
    };
    // A browser may have gone away in the meantime: that is no one's problem.
    let _ = request.respond(response.with_header(header("Cache-Control", "no-store")));
}

/// The file that a URL names, inside the folder; nothing for one that would lead out of it.
fn path(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.into()
    };
    let path = PathBuf::from(path);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(path)
}

/// The bytes of a file in the smallest form that the browser takes, and the name of that form.
fn read(file: &Path, accepted: &str) -> Option<(Vec<u8>, Option<&'static str>)> {
    let forms = [("br", "br"), ("gzip", "gz")];
    let is_accepted = |name: &str| accepted.split(',').any(|part| part.trim() == name);
    for (name, extension) in forms.into_iter().filter(|(name, _)| is_accepted(name)) {
        let mut compressed = file.as_os_str().to_owned();
        compressed.push(".");
        compressed.push(extension);
        if let Ok(bytes) = fs::read(compressed) {
            return Some((bytes, Some(name)));
        }
    }
    Some((fs::read(file).ok()?, None))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("ico") => "image/x-icon",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") | None => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// A header from our own text, which is always valid.
fn header(field: &str, value: &str) -> Header {
    Header::from_bytes(field, value).expect("our own headers are ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expect: Option<&str>) {
        assert_eq!(path(url), expect.map(PathBuf::from));
    }

    #[test]
    fn stays_in_its_folder() {
        check("/", Some("index.html"));
        check("/groups.json?x=/..", Some("groups.json"));
        check("/a/b.js", Some("a/b.js"));
        check("/../Cargo.toml", None);
        check("/a/../../Cargo.toml", None);
    }

    #[test]
    fn serves_the_smallest_form() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        for name in ["a.js", "a.js.br", "a.js.gz"] {
            fs::write(folder.join(name), name)?;
        }
        let read = |accepted| read(&folder.join("a.js"), accepted);
        assert_eq!(
            read("gzip, deflate, br"),
            Some((b"a.js.br".to_vec(), Some("br")))
        );
        assert_eq!(read("gzip"), Some((b"a.js.gz".to_vec(), Some("gzip"))));
        assert_eq!(read(""), Some((b"a.js".to_vec(), None)));
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
