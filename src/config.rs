//! Attribute strings into a `Config` and warnings; every default is here.
