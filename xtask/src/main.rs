//! The commands of `cargo xtask`: serve, build, test and measure the project.

mod bench;
mod budget;
mod build;
mod fuzz;
mod inline_critical;
mod licences;
mod lighthouse;
mod optimize;
mod project;
mod reproduce;
mod serve;
mod step;
mod test;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [--port N] [--open]   set up, build and serve the page
cargo xtask build [--site-url URL]      set up and build dist/; with previews for links to URL
cargo xtask test [STEP ...]             check everything, or only the steps named
cargo xtask test --all-engines          the same, with Firefox and WebKit required beside Chromium
cargo xtask shots                       pictures of every screen, in target/shots/
cargo xtask shots readme                the README's own, in .github/pictures/
cargo xtask bench [scaling | frames]    our speed, the machine's and other people's, as ratios; the lab's frames
cargo xtask lighthouse                  how fast a visitor arrives, beside a page that only says hello
cargo xtask fuzz [--minutes N] [TARGET ...]
                                        looks for links, messages, tables that do harm
cargo xtask reproduce                   builds twice, in two folders, and compares every byte
cargo xtask budget                      the size of every file, and of the first load
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["serve", options @ ..] => match serve_options(options) {
            Ok((port, open)) => serve::serve(port, open),
            Err(problem) => return misunderstood(&problem),
        },
        ["build"] => build::build(),
        ["bench"] => bench::bench(),
        ["bench", "scaling"] => bench::scaling(),
        ["bench", "frames"] => bench::frames(),
        ["build", "--site-url", url] => build::build_for(Some(url)),
        ["lighthouse"] => lighthouse::speed(),
        ["fuzz", options @ ..] => match fuzz_options(options) {
            Ok((minutes, targets)) => fuzz::fuzz(minutes, &targets),
            Err(problem) => return misunderstood(&problem),
        },
        ["reproduce"] => reproduce::reproduce(),
        ["budget"] => budget::budget(),
        ["shots"] => test::shots(),
        ["shots", "readme"] => test::readme_shots(),
        ["test", names @ ..] => match test::chosen(names) {
            Ok(steps) => return if test::test(&steps) { ExitCode::SUCCESS } else { ExitCode::FAILURE },
            Err(problem) => return misunderstood(&problem),
        },
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => return misunderstood(&format!("`{}` is not a command", words.join(" "))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn misunderstood(problem: &str) -> ExitCode {
    eprint!("{problem}\n\n{USAGE}");
    ExitCode::from(2)
}

fn serve_options(options: &[&str]) -> Result<(u16, bool), String> {
    match options {
        [] => Ok((serve::PORT, false)),
        ["--open", rest @ ..] => Ok((serve_options(rest)?.0, true)),
        ["--port", number, rest @ ..] => {
            let port = number.parse().map_err(|_| format!("`{number}` is not a port (1 to 65535)"))?;
            Ok((port, serve_options(rest)?.1))
        }
        _ => Err(format!("`{}` is not an option of serve", options.join(" "))),
    }
}

fn fuzz_options<'a>(options: &[&'a str]) -> Result<(u64, Vec<&'a str>), String> {
    match options {
        ["--minutes", number, rest @ ..] => {
            let minutes = number.parse().map_err(|_| format!("`{number}` is not a number of minutes"))?;
            Ok((minutes, fuzz_options(rest)?.1))
        }
        [] => Ok((10, fuzz::TARGETS.to_vec())),
        targets => match targets.iter().find(|target| !fuzz::TARGETS.contains(target)) {
            Some(unknown) => {
                Err(format!("there is no target `{unknown}`; they are {}", fuzz::TARGETS.join(", ")))
            }
            None => Ok((10, targets.to_vec())),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_come_in_any_order() {
        assert_eq!(serve_options(&[]), Ok((8080, false)));
        assert_eq!(serve_options(&["--port", "9", "--open"]), Ok((9, true)));
        assert_eq!(serve_options(&["--open", "--port", "9"]), Ok((9, true)));
        assert_eq!(fuzz_options(&["--minutes", "3", "links"]), Ok((3, vec!["links"])));
        assert!(fuzz_options(&["link"]).is_err());
        assert!(serve_options(&["--port", "70000"]).is_err());
        assert!(serve_options(&["--prot"]).is_err());
    }
}
