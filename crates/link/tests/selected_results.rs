//! Golden values: links of version 2, and the scores they mean, to the last bit on every machine.

use link::SelectedResult;
use perplexity::likeness::Likeness;
use perplexity::score::PerplexityScore;

/// Links; surprisal and its range in bits, place, chance of the outermost tenth, bits of identity, volume and noise, each with
/// every digit a double has. Answers of made-up people, who passed what they have no opinion on.
const GOLDEN: [(&str, [f64; 8]); 3] = [
    (
        "r2.00GMJG0RYZG3ZZYH65M8KS1G00WZQN86Z4CE7ZD76D2QB1QD0SK3",
        [
            8.252276289977381,
            6.827160977459446,
            9.652664431298454,
            0.9078309022902044,
            0.6957456896464892,
            10.311127259579653,
            4.370798169116578,
            24.748994432510635,
        ],
    ),
    (
        "r2.045646J3AG9WV4M4G96R80C0GY4S5EV5GK87714534DQJ",
        [
            5.915103787582714,
            4.955924275149508,
            6.900788994976633,
            0.5714633859246673,
            0.07299604894761859,
            6.6958468591818505,
            0.2817938848644754,
            42.92187154697934,
        ],
    ),
    (
        "r2.01191G0GAM2F6010C38G00300E1TPSS7JQBZ7X8",
        [
            4.627286600559047,
            4.017872435095475,
            5.22587510516308,
            0.20684240760614286,
            0.0,
            2.9108789604040193,
            3.031408156463169,
            17.857565996625098,
        ],
    ),
];

#[test]
fn links_mean_the_same_numbers_for_ever() {
    let likeness = Likeness::default();
    for (link, expected) in GOLDEN {
        let result = SelectedResult::decode(link).expect("golden links are whole");
        let score = PerplexityScore::new(&likeness, &result.answers).expect("there are answers");
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
        assert_eq!(result.encode(), link);
    }
}
