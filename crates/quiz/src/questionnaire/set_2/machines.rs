//! Statements about machines and progress: technology, science, nature.

use super::statement::Statement;

/// The statements, in the order of the item bank.
pub(super) const STATEMENTS: [Statement; 11] = [
    Statement::new(
        "science",
        [
            "Scientists follow money and fashion like anyone else.",
            "When scientists agree on something, I believe it.",
        ],
        ["see fashion in science", "believe what scientists agree on"],
    ),
    Statement::new(
        "aijobs",
        [
            "AI makes new work as fast as it takes old work away.",
            "AI takes work away faster than it makes new work.",
        ],
        ["expect AI to make jobs", "fear AI will take jobs"],
    ),
    Statement::new(
        "driverless",
        ["I would gladly let the car do the driving.", "I want a human hand on the wheel."],
        ["would let cars drive", "want humans at the wheel"],
    ),
    Statement::new(
        "surgeon",
        ["Only human hands should ever operate on me.", "A good robot may operate on me any day."],
        ["want a human surgeon", "would let robots operate"],
    ),
    Statement::new(
        "techcost",
        ["New technology gives us more than it costs.", "New technology costs us more than it gives."],
        ["find technology worth it", "find technology too costly"],
    ),
    Statement::new(
        "gadgets",
        ["Gadgets eat my time.", "Gadgets save me time."],
        ["lose time to gadgets", "say gadgets save time"],
    ),
    Statement::new(
        "doors",
        ["Technology opens new doors for the young.", "Technology shuts the young indoors."],
        ["think technology helps the young", "think technology holds youth back"],
    ),
    Statement::new(
        "space",
        ["Mending this planet comes before flying to others.", "Flying to other planets is worth the price."],
        ["would mend this planet first", "would pay for space flight"],
    ),
    Statement::new(
        "sunwind",
        ["We should stay with the power we can count on.", "We should pour money into sun and wind."],
        ["prefer proven power sources", "would invest in clean energy"],
    ),
    Statement::new(
        "planet",
        ["Saving nature is worth a slower economy.", "A growing economy is what pays for everything else."],
        ["put nature first", "put growth first"],
    ),
    Statement::new(
        "research",
        [
            "Every coin for research comes back many times.",
            "Public money has more urgent jobs than research.",
        ],
        ["would pay for more research", "think research can wait"],
    ),
];
