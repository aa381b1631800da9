//! All laws, in the order of the experiments.

use super::law::Law;
use super::law_of_reinforcement::LAW_OF_REINFORCEMENT;
use super::laws_of_clusters::LAWS_OF_CLUSTERS;
use super::laws_of_outsiders::LAWS_OF_OUTSIDERS;

/// The claims in the order of the experiments.
pub(super) fn laws() -> impl Iterator<Item = &'static Law> {
    LAWS_OF_OUTSIDERS.iter().chain(&LAWS_OF_CLUSTERS).chain(&LAW_OF_REINFORCEMENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::how_page::data::Experiment;
    use crate::how_page::law::filled;

    #[test]
    fn the_data_support_every_sentence_about_them() {
        for law in laws() {
            let experiment = law.experiment().expect("the data are as the experiments write them");
            for finding in law.found {
                assert!((finding.holds)(&experiment), "{}: {}", law.id, finding.says);
            }
        }
    }

    #[test]
    fn without_data_no_sentence_is_supported() {
        for law in laws() {
            for finding in law.found {
                assert!(!(finding.holds)(&Experiment::default()), "{}: {}", law.id, finding.says);
            }
        }
    }

    #[test]
    fn every_law_has_its_picture_and_no_gap() {
        for law in laws() {
            let html = law.html().expect("every number was measured");
            assert_eq!(
                html.matches("<path class=\"line").count() + html.matches("<path class=\"dots").count(),
                2 * law.curves.len() - usize::from(law.curves.len() == 1),
                "{}",
                law.id
            );
            assert!(!html.contains(['{', '}']) && !html.contains("NaN") && !html.contains("inf"), "{html}");
        }
    }

    #[test]
    fn a_sentence_about_what_was_not_measured_is_refused() {
        let law = laws().nth(1).expect("there are ten");
        let experiment = law.experiment().expect("legal");
        assert!(filled("{on the feed, D = 64 @ 101}", &experiment).is_err());
        assert!(filled("{on the feed}", &experiment).is_err());
        assert_eq!(filled("x {no feed, D = 64 @ 0} y", &experiment).as_deref(), Ok("x 0 y"));
    }
}
