//! What a Local Account is made of.

/// The part that a chapter plays in the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A word from the council.
    Welcome,
    /// What was spent, on what.
    Spending,
    /// How many people were supported, and how.
    Numbers,
    /// What the council set out to do.
    Priorities,
    /// Support for a group of people, such as carers.
    ClientGroup,
    /// Keeping adults safe from abuse and neglect.
    Safeguarding,
    /// What people said.
    Voice,
    /// Complaints and compliments.
    Complaints,
    /// How to get in touch.
    Contacts,
    /// The borough in figures.
    KeyFacts,
    /// What went less well.
    LessWell,
    /// What comes next.
    WhatNext,
}

impl Role {
    /// The words that authors write. The first of a role is the usual one.
    pub const CHOICES: &'static [(&'static str, Role)] = &[
        ("welcome", Role::Welcome),
        ("spending", Role::Spending),
        ("numbers", Role::Numbers),
        ("priorities", Role::Priorities),
        ("client-group", Role::ClientGroup),
        ("safeguarding", Role::Safeguarding),
        ("voice", Role::Voice),
        ("complaints", Role::Complaints),
        ("contacts", Role::Contacts),
        ("key-facts", Role::KeyFacts),
        ("less-well", Role::LessWell),
        ("what-next", Role::WhatNext),
        ("contact", Role::Contacts),
        ("went-less-well", Role::LessWell),
        ("what-went-less-well", Role::LessWell),
    ];

    /// The usual word for the role.
    pub fn word(self) -> &'static str {
        Role::CHOICES.iter().find(|(_, role)| *role == self).map_or("", |(word, _)| word)
    }

    /// The parts that residents look for in every account, with what each answers.
    pub const EXPECTED: &'static [(Role, &'static str)] = &[
        (Role::Spending, "what was spent"),
        (Role::Numbers, "how many people were supported"),
        (Role::Voice, "what people said"),
        (Role::Complaints, "how to complain and what became of complaints"),
        (Role::Contacts, "how to get in touch"),
        (Role::WhatNext, "what happens next"),
    ];
}
