//! Item bank: published shares and factor loadings of survey items.
//!
//! Shares of the five response categories and correlations (through six-factor loadings) come from published
//! aggregates of the General Social Survey (NORC at the University of Chicago; 1993, 2016-18, 2021, 2024), the
//! American National Election Studies 2020, Pew Research Center and Zhang & Dafoe (2019); pairs never asked together
//! are bridged or assumed. The analysis, and its errors, are ours. About half of the pairs of items are measured.

use super::response::CATEGORIES;
use Provenance::{Assumed, Direct, Mapped};

/// Number of common factors.
pub const FACTORS: usize = 6;

/// Provenance of an item's shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Surveyed on a five-point scale.
    Direct,
    /// Surveyed on another scale and mapped to five points.
    Mapped,
    /// Not surveyed: our assumption.
    Assumed,
}

/// One item of the bank: statistics of its responses. The words a visitor reads are in
/// [`super::Question`].
#[derive(Clone, Copy, Debug)]
pub struct BankItem {
    /// Unique short name, also the column heading in tables of answers.
    pub key: &'static str,
    /// Statement that the highest category agrees with.
    pub statement: &'static str,
    /// Shares of the five categories, disagreement first; they add up to 1 within rounding.
    pub shares: [f64; CATEGORIES],
    /// Loadings of the latent response (unit variance) on the six factors.
    pub loadings: [f64; FACTORS],
    /// Provenance of the shares.
    pub provenance: Provenance,
    /// Source of the shares.
    pub source: &'static str,
}

#[expect(clippy::approx_constant, reason = "a share of .318 is not 1/π")]
/// The bank of 34 items. Factors: moral liberalism; religion; wary of technology; economic and law-and-order left (+)
/// or right (-); trust and well-being; conventional and hopeful (+) or schooled and libertarian (-).
pub const BANK: [BankItem; 34] = [
    BankItem {
        key: "gap",
        statement: "Governments should do much more to narrow the gap between rich and poor.",
        shares: [0.1792, 0.2142, 0.2613, 0.2402, 0.1051],
        loadings: [0.083, -0.089, -0.023, 0.571, -0.315, 0.124],
        provenance: Direct,
        source: "GSS 2021 5-pt direct (1,806)",
    },
    BankItem {
        key: "borders",
        statement: "My country should let in fewer newcomers from abroad than it does now.",
        shares: [0.069, 0.111, 0.325, 0.194, 0.301],
        loadings: [-0.107, 0.129, 0.089, -0.506, -0.177, -0.047],
        provenance: Direct,
        source: "GSS 2024 5-pt direct (3,187)",
    },
    BankItem {
        key: "death",
        statement: "For the very worst crimes, execution is a fair punishment.",
        shares: [0.0983, 0.199, 0.2549, 0.2851, 0.1627],
        loadings: [-0.025, -0.042, 0.009, -0.499, 0.009, 0.048],
        provenance: Mapped,
        source: "GSS 2024 binary 60.1% mapped",
    },
    BankItem {
        key: "planet",
        statement: "Protecting nature should come first, even if the economy grows more slowly.",
        shares: [0.08, 0.155, 0.16, 0.275, 0.33],
        loadings: [0.422, -0.071, 0.022, 0.43, -0.082, 0.006],
        provenance: Direct,
        source: "ANES 2020 7-pt trade-off collapsed to 5",
    },
    BankItem {
        key: "abortion",
        statement: "Whether to end a pregnancy is for the pregnant woman alone to decide.",
        shares: [0.0989, 0.1999, 0.255, 0.2842, 0.162],
        loadings: [0.509, -0.411, -0.116, 0.214, 0.036, -0.252],
        provenance: Mapped,
        source: "GSS 2024 binary 59.9% mapped",
    },
    BankItem {
        key: "marriage",
        statement: "Two women or two men should be able to marry each other.",
        shares: [0.1301, 0.0741, 0.1552, 0.2322, 0.4084],
        loadings: [0.706, -0.317, -0.14, 0.204, 0.142, 0.016],
        provenance: Direct,
        source: "GSS 2024 5-pt direct (1,127)",
    },
    BankItem {
        key: "speech",
        statement: "Even people with hateful opinions should be free to voice them in public.",
        shares: [0.1315, 0.246, 0.2585, 0.2383, 0.1258],
        loadings: [0.184, -0.055, -0.042, -0.109, 0.062, -0.394],
        provenance: Mapped,
        source: "GSS 2024 binary 49.1% (racist speaker) mapped",
    },
    BankItem {
        key: "drugs",
        statement: "Adults should be allowed to buy and use cannabis.",
        shares: [0.0749, 0.162, 0.2456, 0.3215, 0.196],
        loadings: [0.561, -0.191, -0.117, 0.085, -0.27, -0.188],
        provenance: Mapped,
        source: "GSS 2024 binary 68.6% mapped",
    },
    BankItem {
        key: "roles",
        statement: "A home works best when the father earns the money and the mother runs the household.",
        shares: [0.2232, 0.3328, 0.2, 0.1824, 0.0616],
        loadings: [-0.492, 0.131, 0.138, -0.14, -0.139, 0.137],
        provenance: Mapped,
        source: "GSS 2024 4-pt .279/.416/.228/.077 + neutral inserted",
    },
    BankItem {
        key: "science",
        statement: "If most scientists agree on something, I believe it.",
        shares: [0.095, 0.194, 0.254, 0.29, 0.167],
        loadings: [0.133, -0.169, -0.278, 0.242, 0.153, -0.111],
        provenance: Mapped,
        source: "GSS 2024 3-level confidence mapped (top and half the middle)",
    },
    BankItem {
        key: "strangers",
        statement: "Most people I do not know would treat me fairly.",
        shares: [0.135, 0.2506, 0.2583, 0.2336, 0.1223],
        loadings: [-0.053, -0.021, -0.018, 0.072, 0.506, -0.209],
        provenance: Mapped,
        source: "GSS 2024 fairness item 3-level mapped",
    },
    BankItem {
        key: "god",
        statement: "I am sure there is a god or some higher power.",
        shares: [0.0565, 0.079, 0.053, 0.2889, 0.5227],
        loadings: [-0.33, 0.735, 0.106, -0.063, -0.008, 0.171],
        provenance: Mapped,
        source: "GSS 2024 6-level (2,160) collapsed: no/no way to know/sometimes/higher power+doubts/no doubt",
    },
    BankItem {
        key: "meaning",
        statement: "Life has no purpose except the one we choose for it.",
        shares: [0.1221, 0.2573, 0.1371, 0.3303, 0.1532],
        loadings: [0.21, -0.442, -0.016, -0.087, -0.048, 0.25],
        provenance: Direct,
        source: "GSS/ISSP 2018 5-pt direct (1,154)",
    },
    BankItem {
        key: "luck",
        statement: "Success in life is mostly a matter of luck.",
        shares: [0.2303, 0.3539, 0.2313, 0.1287, 0.0558],
        loadings: [0.092, -0.17, 0.058, 0.164, -0.114, -0.204],
        provenance: Mapped,
        source: "GSS 2024 3-level mapped",
    },
    BankItem {
        key: "stars",
        statement: "A person's star sign tells you something real about them.",
        shares: [0.2324, 0.3557, 0.2303, 0.1269, 0.0548],
        loadings: [0.058, 0.098, -0.017, 0.051, -0.288, 0.372],
        provenance: Mapped,
        source: "GSS 2018 3-level (scientific status) mapped",
    },
    BankItem {
        key: "ai_jobs",
        statement: "I worry that AI will take over many people's work within ten years.",
        shares: [0.045, 0.109, 0.167, 0.398, 0.281],
        loadings: [-0.04, 0.005, 0.631, 0.012, 0.009, 0.056],
        provenance: Direct,
        source: "GSS 2024 5-pt worry direct (1,536)",
    },
    BankItem {
        key: "ai_build",
        statement: "Building machines that can outthink people is a good idea.",
        shares: [0.1253, 0.184, 0.3342, 0.268, 0.0885],
        loadings: [-0.032, -0.032, -0.619, 0.013, 0.085, -0.125],
        provenance: Direct,
        source: "Zhang&Dafoe 2018 5-pt support direct (1,757); newer polls are more negative (AIMS 2023: 63% back a ban)",
    },
    BankItem {
        key: "ai_rules",
        statement: "Companies that make AI need strict rules set by governments.",
        shares: [0.0458, 0.1102, 0.2201, 0.3718, 0.2522],
        loadings: [-0.037, -0.111, 0.357, 0.101, 0.072, -0.11],
        provenance: Mapped,
        source: "80%/70% of US liberals/conservatives say too little rule (YouGov 2025) -> mapped",
    },
    BankItem {
        key: "ai_mind",
        statement: "A machine could one day truly have feelings.",
        shares: [0.1624, 0.2846, 0.255, 0.1994, 0.0986],
        loadings: [0.135, -0.073, -0.244, 0.032, -0.057, 0.081],
        provenance: Assumed,
        source: "assumed 40% agree; AIMS 2023: 20% say some AI already sentient, 38% back rights",
    },
    BankItem {
        key: "tech_good",
        statement: "New technology has done the world more good than harm.",
        shares: [0.045, 0.195, 0.347, 0.318, 0.095],
        loadings: [0.045, -0.053, -0.497, -0.023, 0.32, -0.25],
        provenance: Direct,
        source: "GSS 2024 5-pt reversed direct (1,564)",
    },
    BankItem {
        key: "sm_harm",
        statement: "Social media does the world more harm than good.",
        shares: [0.03, 0.07, 0.25, 0.38, 0.27],
        loadings: [-0.1, 0.03, 0.373, -0.065, -0.019, 0.017],
        provenance: Mapped,
        source: "Pew 2020/2024: 64% mostly negative, 10% mostly positive, 25% neither (split of strength assumed)",
    },
    BankItem {
        key: "online_self",
        statement: "Talking to people through a screen suits me better than meeting them.",
        shares: [0.2763, 0.3443, 0.2613, 0.0751, 0.043],
        loadings: [-0.002, -0.072, -0.247, 0.021, -0.17, 0.051],
        provenance: Direct,
        source: "GSS 2024 5-pt direct (1,513)",
    },
    BankItem {
        key: "memes",
        statement: "Jokes that make no sense at all, like shouting \"six-seven\", make me laugh.",
        shares: [0.211, 0.3363, 0.2399, 0.1468, 0.066],
        loadings: [0.248, 0.0, -0.274, 0.009, -0.13, 0.119],
        provenance: Assumed,
        source: "assumed",
    },
    BankItem {
        key: "classical",
        statement: "I enjoy listening to classical music.",
        shares: [0.0889, 0.1718, 0.2428, 0.3127, 0.1838],
        loadings: [0.083, 0.091, -0.015, 0.252, 0.296, -0.281],
        provenance: Direct,
        source: "GSS 1993 5-pt direct (1,529); old",
    },
    BankItem {
        key: "loud",
        statement: "I like loud, heavy music.",
        shares: [0.3, 0.26, 0.16, 0.17, 0.11],
        loadings: [0.399, -0.078, -0.171, 0.068, -0.106, 0.066],
        provenance: Assumed,
        source: "assumed update; GSS 1993 heavy metal: .50/.26/.12/.08/.03",
    },
    BankItem {
        key: "modern_art",
        statement: "Much of modern art takes no real skill.",
        shares: [0.1123, 0.4259, 0.22, 0.2051, 0.0367],
        loadings: [-0.165, 0.043, 0.098, -0.172, -0.183, 0.112],
        provenance: Mapped,
        source: "GSS 1998 4-pt .144/.546/.263/.047 + neutral inserted",
    },
    BankItem {
        key: "meat",
        statement: "Eating meat is nothing to feel bad about.",
        shares: [0.0583, 0.1333, 0.2336, 0.3495, 0.2253],
        loadings: [-0.208, -0.107, -0.121, -0.34, 0.038, -0.005],
        provenance: Assumed,
        source: "assumed from GSS 1994: 69.8% never, 3% always avoid meat on principle",
    },
    BankItem {
        key: "go_out",
        statement: "I would rather spend a free evening out with friends than at home.",
        shares: [0.1552, 0.2761, 0.2562, 0.208, 0.1044],
        loadings: [0.294, 0.096, 0.007, 0.036, 0.042, -0.044],
        provenance: Assumed,
        source: "assumed; GSS 2024 evenings with friends >= monthly 56%",
    },
    BankItem {
        key: "guns",
        statement: "It should be hard for ordinary people to get a gun.",
        shares: [0.0725, 0.158, 0.2442, 0.3254, 0.1999],
        loadings: [0.057, -0.128, -0.052, 0.408, 0.115, 0.181],
        provenance: Mapped,
        source: "GSS 2024 binary 69.5% mapped",
    },
    BankItem {
        key: "afterlife",
        statement: "Some part of us lives on after death.",
        shares: [0.088, 0.112, 0.06, 0.2, 0.54],
        loadings: [0.079, 0.743, 0.047, -0.123, 0.048, 0.108],
        provenance: Mapped,
        source: "GSS/ISSP 2018 4-pt; small neutral inserted",
    },
    BankItem {
        key: "animals",
        statement: "Harming an animal is as wrong as harming a person.",
        shares: [0.185, 0.343, 0.197, 0.219, 0.056],
        loadings: [0.257, 0.008, 0.073, 0.234, -0.212, 0.307],
        provenance: Direct,
        source: "GSS 1994 5-pt direct (1,304); old",
    },
    BankItem {
        key: "happy",
        statement: "All things considered, I am happy with my life.",
        shares: [0.0303, 0.0909, 0.3434, 0.3838, 0.1515],
        loadings: [-0.0, 0.065, 0.093, -0.045, 0.489, 0.075],
        provenance: Direct,
        source: "ANES 2020 5-level life satisfaction direct",
    },
    BankItem {
        key: "hope",
        statement: "Children born today will have better lives than their parents.",
        shares: [0.0912, 0.1705, 0.1716, 0.2714, 0.2953],
        loadings: [0.023, 0.088, -0.104, 0.053, 0.036, 0.427],
        provenance: Direct,
        source: "GSS 2024 5-level (826, own children) direct",
    },
    BankItem {
        key: "things",
        statement: "Owning nice things matters to me.",
        shares: [0.044, 0.2717, 0.5325, 0.1289, 0.023],
        loadings: [-0.074, -0.067, 0.071, -0.017, -0.057, 0.251],
        provenance: Direct,
        source: "GSS 2024 5-level importance direct (1,064)",
    },
];

/// Shares of the bank's items without their words.
pub(crate) const SHARES: [[f64; CATEGORIES]; BANK.len()] = {
    let mut shares = [[0.0; CATEGORIES]; BANK.len()];
    let mut item = 0;
    while item < BANK.len() {
        shares[item] = BANK[item].shares;
        item += 1;
    }
    shares
};

/// Loadings of the bank's items without their words.
pub(crate) const LOADINGS: [[f64; FACTORS]; BANK.len()] = {
    let mut loadings = [[0.0; FACTORS]; BANK.len()];
    let mut item = 0;
    while item < BANK.len() {
        loadings[item] = BANK[item].loadings;
        item += 1;
    }
    loadings
};
