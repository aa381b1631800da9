//! Lines that benchmarks print.

/// One measurement: a day of some model by somebody, or how fast memory is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measurement {
    /// The model, or `copy`, `gather` and `traffic`.
    pub case: String,
    /// Whose it is.
    pub by: String,
    /// N, agents.
    pub people: usize,
    /// D, numbers an agent holds.
    pub dims: usize,
    /// K, others an agent looks at.
    pub posts: usize,
    /// Agents that one call updates.
    pub updated: usize,
    /// Milliseconds a call takes; of memory, gigabytes a second.
    pub value: f64,
}

impl Measurement {
    /// Nanoseconds for one agent updated.
    pub(super) fn per_agent(&self) -> f64 {
        self.value * 1e6 / self.updated as f64
    }

    /// Whether both are the same model at the same size.
    pub(super) fn same_work(&self, other: &Measurement) -> bool {
        (&self.case, self.people, self.dims, self.posts)
            == (&other.case, other.people, other.dims, other.posts)
    }
}

/// Every measurement in the text; those that do not say whose they are belong to `by`.
///
/// A measurement reads `measured CASE n=.. d=.. k=.. updated=.. ms=..`, that of memory
/// `bandwidth CASE n=.. d=.. gbs=..`, and both may say `by=..`, with underscores for blanks.
pub(super) fn lines(text: &str, by: &str) -> Vec<Measurement> {
    text.lines().filter_map(|line| parsed(line, by)).collect()
}

/// Of each measurement of the first round, the middle one of all rounds.
pub(super) fn middle(rounds: Vec<Vec<Measurement>>) -> Vec<Measurement> {
    let all = rounds.concat();
    let firsts = rounds.into_iter().next().unwrap_or_default();
    firsts
        .into_iter()
        .map(|first| {
            let mut values: Vec<f64> = all
                .iter()
                .filter(|line| line.by == first.by && line.same_work(&first))
                .map(|line| line.value)
                .collect();
            values.sort_by(f64::total_cmp);
            Measurement { value: values[values.len() / 2], ..first }
        })
        .collect()
}

fn parsed(line: &str, by: &str) -> Option<Measurement> {
    let start = ["measured ", "bandwidth "].iter().find_map(|word| Some(line.find(word)? + word.len()))?;
    let (case, fields) = line[start..].split_once(' ')?;
    let field =
        |name: &str| fields.split_whitespace().find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
    let whole = |name: &str| field(name).and_then(|number| number.parse().ok());
    Some(Measurement {
        case: case.to_owned(),
        by: field("by").unwrap_or(by).replace('_', " "),
        people: whole("n")?,
        dims: whole("d")?,
        posts: whole("k").unwrap_or(0),
        updated: whole("updated").unwrap_or(1),
        value: field("ms").or(field("gbs"))?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measurements_are_read_out_of_what_else_is_said() {
        let text = "running 1 test\nlog: measured deffuant by=Some_One n=10 d=1 k=2 updated=20 ms=0.5\n\
                    bandwidth copy n=10 d=4 gbs=12.5\nok";
        let found = lines(text, "me");
        assert_eq!(found.len(), 2);
        assert_eq!(
            (found[0].by.as_str(), found[0].updated, found[0].per_agent()),
            ("Some One", 20, 25_000.0)
        );
        assert_eq!((found[1].by.as_str(), found[1].value), ("me", 12.5));
    }

    #[test]
    fn of_several_rounds_the_middle_counts() {
        let round = |ms: [f64; 2]| {
            lines(&format!("measured a n=1 d=1 ms={}\nmeasured a n=2 d=1 ms={}", ms[0], ms[1]), "me")
        };
        let found = middle(vec![round([3.0, 10.0]), round([1.0, 30.0]), round([2.0, 20.0])]);
        assert_eq!(
            found.iter().map(|line| (line.people, line.value)).collect::<Vec<_>>(),
            [(1, 2.0), (2, 20.0)]
        );
        assert_eq!(middle(Vec::new()), []);
    }

    #[test]
    fn half_a_measurement_is_none() {
        assert_eq!(lines("measured deffuant n=10 d=1 k=2 updated=20", "me"), []);
        assert_eq!(lines("measured", "me"), []);
    }
}
