//! Summaries in links: which numbers are written and read.

use link::{Link, LinkError, Summary, read};
use quiz::questionnaire::SET_2;

fn summary() -> Summary {
    Summary::new(&SET_2, 24, Some(95), Some([70, 92]), 6.2, [5.2, 7.0], Some(14.0))
}

#[test]
fn numbers_of_other_sets_can_be_read_where_they_can_be() {
    for set in [0, 3, 255] {
        let expected = Summary { set, ..summary() };
        assert_eq!(read(&expected.encode()), Ok(Link::Summary(expected)));
        let foreign = Summary { set, answered: 107, ..summary() };
        assert_eq!(read(&foreign.encode()), Err(LinkError::Set { set }), "a longer quiz than ours");
    }
    assert_eq!(read(&Summary { answered: 107, ..summary() }.encode()), Err(LinkError::Impossible));
}

#[test]
fn numbers_that_contradict_each_other_are_refused() {
    let usual = summary();
    for impossible in [
        Summary { range_sixteenths: [100, 112], ..usual },
        Summary { range_sixteenths: [83, 98], ..usual },
        Summary { range_sixteenths: [112, 83], ..usual },
        Summary { range_sixteenths: [83, 641], ..usual },
        Summary { further_than: Some([92, 70]), ..usual },
        Summary { further_than: Some([70, 101]), ..usual },
        Summary { seconds: Some(0), ..usual },
        Summary { answered: 0, ..usual },
    ] {
        assert_eq!(read(&impossible.encode()), Err(LinkError::Impossible), "{impossible:?}");
    }
    // What is written can be read, whatever the numbers are.
    for (surprisal, range) in
        [(6.2, [5.2, 7.0]), (9.0, [0.1, 0.2]), (-3.0, [1.0, -1.0]), (f64::NAN, [f64::INFINITY, f64::NAN])]
    {
        let written = Summary::new(&SET_2, 24, None, None, surprisal, range, Some(surprisal));
        assert_eq!(read(&written.encode()), Ok(Link::Summary(written)));
    }
    let written = Summary::new(&SET_2, 24, None, None, 6.2, [5.2, 7.0], None);
    assert_eq!((written.surprisal(), written.surprisal_range()), (6.1875, [5.1875, 7.0]));
}
