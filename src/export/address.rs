//! What on-call tools know people by.

use crate::team::Member;

/// What a tool knows people by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Their name or id there.
    Handle,
    /// Their e-mail address.
    Email,
    /// The handle, or the address where there is none.
    Either,
}

impl Address {
    /// What a member is known by; nothing where the team file does not say.
    pub fn of(self, member: &Member) -> Option<&str> {
        let (handle, email) = (member.handle.as_deref(), member.email.as_deref());
        match self {
            Self::Handle => handle,
            Self::Email => email,
            Self::Either => handle.or(email),
        }
    }

    /// As it is called in a team file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Handle => "`handle`",
            Self::Email => "`email`",
            Self::Either => "`handle` or `email`",
        }
    }
}
