//! Matching the words of the glossary.
