//! Completeness of the registry, and its agreement with what the engine refuses.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use drift::{Matrix, OutOfRange, Params, TraitsError, World, WorldError};

use super::*;
use crate::construction::WorldConstruction;
use crate::error::SettingError;
use crate::lab_world::LabWorld;
use crate::spec::AppliesTo;
use crate::value::{Range, Value};

/// Worlds that between them have every setting.
fn worlds() -> [LabWorld; 3] {
    [["everybody", "none", "none"], ["small-world", "school", "alike"], ["blocks", "everybody", "none"]].map(
        |[network, mentor_model, topics]| {
            let mut world = LabWorld::default();
            for (name, value) in [("network", network), ("circles", mentor_model), ("topics", topics)] {
                assert_eq!(world.set(name, value), None);
            }
            world
        },
    )
}

/// Legal values of a setting, as text.
fn values(spec: &SettingSpec) -> Vec<String> {
    match spec.range() {
        Range::Seed => vec!["0".to_owned(), u64::MAX.to_string()],
        Range::Integer([low, high]) => vec![low.to_string(), high.to_string()],
        Range::Number([low, high]) => {
            vec![low.to_string(), (0.5 * (low + high)).to_string(), high.to_string()]
        }
        Range::Choices(choices) => choices.iter().map(|choice| choice.key.to_owned()).collect(),
        Range::People => vec!["3.7".to_owned(), "1.2.3.4.5.6.7.8".to_owned()],
    }
}

/// Fields of a struct, and what stands there, from its debug output.
fn fields(of: &impl Debug) -> BTreeMap<String, String> {
    let text = format!("{of:#?}");
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("    ").filter(|line| !line.starts_with([' ', '}', ')', ']'])) {
            Some(line) => {
                let (name, value) = line.split_once(": ").expect("fields have names");
                fields.push((name.to_owned(), value.to_owned()));
            }
            None => fields.last_mut().into_iter().for_each(|(_, value)| value.push_str(line)),
        }
    }
    fields.into_iter().collect()
}

/// Names of the fields in which two structs differ.
fn differences(a: &impl Debug, b: &impl Debug) -> BTreeSet<String> {
    let (a, b) = (fields(a), fields(b));
    a.into_iter().filter(|(name, value)| b.get(name) != Some(value)).map(|(name, _)| name).collect()
}

#[test]
fn every_parameter_of_a_world_is_a_setting() {
    let (mut all, mut set) = (BTreeSet::new(), BTreeSet::new());
    for world in worlds() {
        all.extend(fields(&world.setting).into_keys());
        all.extend(fields(&world.setting.params).into_keys());
        all.extend(fields(&world.you).into_keys());
        for spec in in_link_order() {
            for value in values(spec) {
                let mut other = world.clone();
                spec.set(&mut other, &value);
                set.extend(differences(&world.setting, &other.setting));
                set.extend(differences(&world.setting.params, &other.setting.params));
                set.extend(differences(&world.you, &other.you));
            }
        }
    }
    assert!(all.len() > 25, "{all:?}");
    let missing: Vec<&String> = all.difference(&set).collect();
    assert!(missing.is_empty(), "no setting changes {missing:?}");
}

#[test]
fn every_setting_has_its_texts_and_a_key_of_its_own() {
    let mut keys = BTreeSet::new();
    for spec in in_link_order() {
        assert!(keys.insert(spec.key), "{} is the key of two settings", spec.key);
        assert!(!spec.title.is_empty() && !spec.help.is_empty(), "{} has no words", spec.key);
        assert!(!spec.help.ends_with('.'), "{}: the page adds the full stop", spec.key);
        assert!(spec.symbol.chars().count() <= 1, "{}", spec.key);
        assert!(
            spec.key.starts_with("you.") == (spec.applies_to == AppliesTo::Visitor),
            "{}: only what concerns the visitor begins with you",
            spec.key
        );
        if let Range::Choices(choices) = spec.range() {
            let labels: BTreeSet<&str> = choices.iter().map(|choice| choice.label).collect();
            assert!(labels.len() == choices.len() && !labels.contains(""), "{}", spec.key);
        }
    }
    assert_eq!(keys.len(), groups().iter().map(|group| group.settings.len()).sum::<usize>());
    assert!(groups().iter().all(|group| !group.title.is_empty()));
}

#[test]
fn choices_are_what_they_set() {
    for world in worlds() {
        for spec in in_link_order() {
            let Range::Choices(choices) = spec.range() else { continue };
            for choice in choices {
                let mut world = world.clone();
                assert_eq!(spec.set(&mut world, choice.key), None);
                let chosen: Vec<&str> = choices.iter().filter(|c| (c.is)(&world)).map(|c| c.key).collect();
                assert_eq!(chosen, [choice.key], "{}", spec.key);
                assert_eq!(spec.value(&world).as_deref(), Some(choice.key));
                assert_eq!(spec.label(&world).as_deref(), Some(choice.label));
            }
        }
    }
}

/// Puts a number into the first world that has the setting, whatever its range. `None` for a setting that is no number.
fn force(spec: &SettingSpec, number: f64) -> Option<LabWorld> {
    worlds().into_iter().find_map(|mut world| {
        match spec.value {
            Value::Integer(_, at) => *at(&mut world) = number as u32,
            Value::Number(_, at) => *at(&mut world) = number as f32,
            Value::IntegerPart(_, at) => *at(&mut world)? = number as u32,
            Value::NumberPart(_, at) => *at(&mut world)? = number as f32,
            Value::OptionalInteger(_, _, at) => *at(&mut world) = Some(number as u32),
            Value::OptionalNumber(_, _, at) => *at(&mut world) = Some(number as f32),
            Value::Variant(_, _, put) => put(&mut world, number as f32),
            Value::Seed | Value::Choice(_) | Value::Mentors => return None,
        }
        Some(world)
    })
}

/// What the engine says to a world with a visitor.
fn check(world: &LabWorld) -> Result<(), SettingError> {
    WorldConstruction::new(world.setting.clone())?;
    let mut small = World::new(Matrix::zeros(9, 1)?, Params::default(), 1)?;
    small.add_observer(&[0.0], world.you.clone(), 1)?;
    Ok(())
}

/// The parameter that was refused.
fn refused(error: &SettingError) -> &'static str {
    match error {
        SettingError::OutOfRange(OutOfRange { parameter, .. })
        | SettingError::Drift(WorldError::OutOfRange(OutOfRange { parameter, .. }))
        | SettingError::Drift(WorldError::Traits(TraitsError::OutOfRange(OutOfRange {
            parameter, ..
        }))) => parameter,
        other => panic!("{other}"),
    }
}

#[test]
fn ranges_are_those_of_the_engine_and_refusals_name_the_setting() {
    let mut numbers = 0;
    for spec in in_link_order() {
        let [low, high] = match spec.range() {
            Range::Integer(ends) => ends.map(f64::from),
            Range::Number(ends) => ends.map(f64::from),
            _ => continue,
        };
        for legal in [low, high] {
            let mut world = force(spec, legal).expect("some world has it");
            // The smallest other size fits into memory.
            (world.setting.people, world.setting.dims) =
                (world.setting.people.min(2_000), world.setting.dims.min(64));
            world.make_consistent();
            assert_eq!(check(&world), Ok(()), "{} = {legal}", spec.key);
        }
        let error = check(&force(spec, high * 1.01 + 1.0).expect("some world has it"))
            .expect_err("more than the greatest legal value");
        assert_eq!(refused(&error), spec.parameter, "{}", spec.key);
        let subject = subject(spec.parameter).unwrap_or_else(|| panic!("{} has no subject", spec.key));
        assert!(error.to_string().starts_with(&format!("{subject} is ")), "{error}");
        numbers += 1;
    }
    assert!(numbers > 25);
    // Each parameter has one subject.
    let subjects: Vec<&str> =
        SUBJECTS.iter().filter(|(_, subject)| !subject.is_empty()).map(|(parameter, _)| *parameter).collect();
    assert_eq!(subjects.iter().collect::<BTreeSet<_>>().len(), subjects.len());
}
