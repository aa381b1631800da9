//! Statistics of an item's responses, and its subject.

/// Number of common factors.
pub const FACTORS: usize = 8;

/// Number of response categories of an item of the questionnaire.
pub const CATEGORIES: usize = 5;

/// Subject of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Religion and what is beyond.
    Faith,
    /// Family, sexes, children.
    Family,
    /// Taxes, help, companies.
    Money,
    /// Country, migration, defence.
    Nation,
    /// Institutions, media, democracy.
    Power,
    /// Crime, rules, liberties.
    Law,
    /// Technology, science, nature.
    Machines,
    /// Habits on the net.
    Online,
    /// Company and mood.
    Everyday,
}

impl Subject {
    /// All subjects.
    pub const ALL: [Subject; 9] = [
        Subject::Faith,
        Subject::Family,
        Subject::Money,
        Subject::Nation,
        Subject::Power,
        Subject::Law,
        Subject::Machines,
        Subject::Online,
        Subject::Everyday,
    ];

    /// Name, as a heading and in the bank's file.
    pub const fn name(self) -> &'static str {
        match self {
            Subject::Faith => "faith",
            Subject::Family => "family and love",
            Subject::Money => "money and fairness",
            Subject::Nation => "nation and newcomers",
            Subject::Power => "power and trust",
            Subject::Law => "law and order",
            Subject::Machines => "machines and progress",
            Subject::Online => "life online",
            Subject::Everyday => "everyday life",
        }
    }
}

/// Statistics of an item's responses. The latent response has unit variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemParameters {
    /// Subject.
    pub subject: Subject,
    /// Whether a session may begin with the item.
    pub gentle: bool,
    /// Loadings Λ of the latent response toward the upper pole.
    pub loadings: [f64; FACTORS],
    /// Thresholds between the five categories at response style 0, ascending.
    pub thresholds: [f64; CATEGORIES - 1],
}

impl ItemParameters {
    /// Communality h², the share of the latent response's variance that the factors explain.
    pub fn communality(&self) -> f64 {
        self.loadings.iter().fold(0.0, |sum, l| sum + l * l)
    }
}
