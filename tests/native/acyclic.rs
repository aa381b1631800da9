//! Imports between the files of each crate: a directed acyclic graph.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of the crates: every crate in `crates/`, and the page itself.
fn crates() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root.join("crates")).expect("the workspace has crates");
    let mut crates: Vec<PathBuf> =
        entries.map(|entry| entry.expect("entries can be read").path().join("src")).collect();
    crates.push(root.join("src"));
    crates.sort();
    crates
}

/// Module path of every file below `root` (`influence::feed`), with its code: without comments and without unit tests,
/// which may import anything. Programs in `bin/` are crates of their own.
fn modules(root: &Path) -> BTreeMap<String, String> {
    let mut folders = vec![root.to_owned()];
    let mut modules = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("sources are there when their tests run") {
            let path = entry.expect("entries can be read").path();
            if path.is_dir() {
                if path != root.join("bin") {
                    folders.push(path);
                }
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "rs") || path == root.join("main.rs") {
                continue;
            }
            let relative = path.strip_prefix(root).expect("below the root").with_extension("");
            let names: Vec<_> =
                relative.iter().map(|name| name.to_string_lossy()).filter(|name| name != "mod").collect();
            let text = fs::read_to_string(&path).expect("sources are text");
            modules.insert(names.join("::"), code(&text));
        }
    }
    modules
}

/// The code before the unit tests, without comments.
fn code(text: &str) -> String {
    let without_tests = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    without_tests.lines().filter_map(|line| line.split("//").next()).collect::<Vec<_>>().join("\n")
}

/// Every path below the crate that the code of module `own` names after `crate::` or `super::`, with groups in braces
/// expanded.
fn paths(own: &str, code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        expand("", &code[at + start.len()..], &mut found);
    }
    for (at, start) in code.match_indices("super::") {
        if code[..at].ends_with("super::") {
            continue;
        }
        let mut rest = &code[at + start.len()..];
        let mut above = parent(own);
        while let Some(further) = rest.strip_prefix("super::") {
            (rest, above) = (further, parent(above));
        }
        expand(above, rest, &mut found);
    }
    found
}

/// The module that holds a module; empty for the crate's root.
fn parent(module: &str) -> &str {
    module.rsplit_once("::").map_or("", |(above, _)| above)
}

/// Adds the path at the start of `text` below `prefix`, or all paths of the group that stands there. Returns the rest.
fn expand<'a>(prefix: &str, text: &'a str, found: &mut Vec<String>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = expand(prefix, rest, found).trim_start();
            match rest.strip_prefix(',') {
                Some(next) if !next.trim_start().starts_with('}') => rest = next,
                other => return other.unwrap_or(rest).trim_start().trim_start_matches('}'),
            }
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
    match rest.strip_prefix("::") {
        Some(rest) => expand(&path, rest, found),
        None => {
            found.push(path);
            rest
        }
    }
}

/// The modules that each module imports: the longest prefix of every path that is a file.
fn imports(modules: &BTreeMap<String, String>) -> BTreeMap<&str, BTreeSet<&str>> {
    let file_of = |path: &str| {
        let mut prefix = path;
        loop {
            if let Some((name, _)) = modules.get_key_value(prefix) {
                return name.as_str();
            }
            prefix = prefix.rsplit_once("::").map_or("lib", |(prefix, _)| prefix);
        }
    };
    let of = |name: &str, code: &str| {
        let absolute = paths(name, code).into_iter().map(|path| file_of(&path)).collect::<Vec<_>>();
        let relative = modules.keys().map(String::as_str).filter(|child| names_child(name, code, child));
        absolute.into_iter().chain(relative).filter(|other| *other != name).collect()
    };
    modules.iter().map(|(name, code)| (name.as_str(), of(name, code))).collect()
}

/// Whether `child` is a module directly below `parent` whose items the parent's code names without `crate::`.
fn names_child(parent: &str, code: &str, child: &str) -> bool {
    let (above, name) = child.rsplit_once("::").unwrap_or(("lib", child));
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let path = format!("{name}::");
    above == parent && code.match_indices(&path).any(|(at, _)| !code[..at].ends_with(is_word))
}

/// The modules in circles: what is left when modules without imports, and modules that nobody imports, are removed
/// again and again. Empty for an acyclic graph.
fn cyclic(mut imports: BTreeMap<&str, BTreeSet<&str>>) -> Vec<String> {
    loop {
        let imported: BTreeSet<&str> = imports.values().flatten().copied().collect();
        let done: BTreeSet<&str> = imports
            .iter()
            .filter(|(name, of)| of.is_empty() || !imported.contains(*name))
            .map(|(&name, _)| name)
            .collect();
        if done.is_empty() {
            return imports.iter().map(|(name, of)| format!("{name} imports {of:?}")).collect();
        }
        imports.retain(|name, _| !done.contains(name));
        imports.values_mut().for_each(|of| of.retain(|name| !done.contains(name)));
    }
}

fn graph(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|&(name, text)| (name.to_owned(), code(text))).collect()
}

#[test]
fn files_of_a_crate_import_each_other_without_cycles() {
    for root in crates() {
        let modules = modules(&root);
        assert!(modules.contains_key("lib"), "{}: {:?}", root.display(), modules.keys());
        let found = cyclic(imports(&modules));
        assert!(found.is_empty(), "{}:\n{}", root.display(), found.join("\n"));
    }
}

#[test]
fn no_file_imports_from_the_crate_root() {
    for root in crates() {
        let modules = modules(&root);
        let imports = imports(&modules);
        let found: Vec<_> =
            imports.iter().filter(|(_, of)| of.contains("lib")).map(|(name, _)| name).collect();
        assert!(
            found.is_empty(),
            "{}: import the file that defines the item instead: {found:?}",
            root.display()
        );
    }
}

#[test]
fn a_cycle_is_found_however_it_is_written() {
    for text in [
        "use crate::b::Item;",
        "fn f() -> crate::b::Item {}",
        "use crate::{c::X, b::{Y, self}};",
        "use super::b::Item;",
        "pub use d::Item;",
    ] {
        let b = "use crate::a::Item;";
        let d = "use super::Item;";
        let modules = graph(&[("lib", ""), ("a", text), ("a::d", d), ("b", b), ("c", "")]);
        assert_eq!(cyclic(imports(&modules)).len(), 2, "{text}");
    }
}

#[test]
fn comments_and_unit_tests_may_name_anything() {
    for text in ["// crate::b::Item", "x\n#[cfg(test)]\nmod tests { use crate::b::Item; }"] {
        let modules = graph(&[("lib", ""), ("a", text), ("b", "use crate::a::Item;")]);
        assert_eq!(cyclic(imports(&modules)), [""; 0], "{text}");
    }
}
