//! What ARIA 1.2 says of roles and attributes, and which role each element has.

pub(super) mod attributes;
pub(super) mod implicit;
pub(super) mod roles;
