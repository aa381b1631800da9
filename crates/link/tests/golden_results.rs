//! Golden values: links of version 2, and the scores they mean, to the last bit on every machine.

use link::{decode, encode};
use perplexity::likeness::Likeness;
use perplexity::score::PerplexityScore;

/// Links; surprisal and its range in bits, place, chance of the outermost tenth, bits of identity, volume and noise, each with
/// every digit a double has. Answers of made-up people, who passed what they have no opinion on.
const GOLDEN: [(&str, [f64; 8]); 3] = [
    (
        "r2.045575NZJR16H74SGX6E4HGD0004G0BW1Z9T980EB45ANKQ48W4DT",
        [
            8.25227628997738,
            6.827160977459447,
            9.652664431298454,
            0.9078309022902046,
            0.6957456896464891,
            10.311127259579642,
            4.370798169116578,
            24.748994432510646,
        ],
    ),
    (
        "r2.0119CHNVA00AR1DHY10KG4M0000Z63ZC3A8YAEYB4G7CH6X",
        [
            5.9151037875827095,
            4.955924275149508,
            6.900788994976633,
            0.5714633859246678,
            0.07299604894761846,
            6.695846859181878,
            0.281793884864476,
            42.92187154697931,
        ],
    ),
    (
        "r2.08AB48AJR00502870A4R010000EA8Y5JSCK90V9Y",
        [
            4.627286600559044,
            4.017872435095475,
            5.225875105163079,
            0.20684240760614314,
            0.0,
            2.9108789604040277,
            3.0314081564631676,
            17.85756599662509,
        ],
    ),
];

#[test]
fn links_mean_the_same_numbers_for_ever() {
    let likeness = Likeness::default();
    for (link, expected) in GOLDEN {
        let result = decode(link).expect("golden links are whole");
        let score =
            PerplexityScore::new(&likeness, &result.answers.item_answers()).expect("there are answers");
        let [low, high] = score.surprisal_range;
        let bits = score.bits;
        let found = [
            score.surprisal,
            low,
            high,
            score.place,
            score.outermost_tenth,
            bits.identity,
            bits.volume,
            bits.noise,
        ];
        assert_eq!(found, expected, "{link}");
        assert_eq!(encode(&result), link);
    }
}
