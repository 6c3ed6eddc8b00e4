//! Changes of clocks in words.

use crate::availability::Change;
use crate::team::MemberId;
use crate::time::Offset;

/// Whose clocks change, those who change alike together: `Ana, Bo +00:00 to +01:00; Cai -05:00 to -04:00`.
pub fn changes<'n>(changes: &[Change], name: impl Fn(MemberId) -> &'n str) -> String {
    let mut alike: Vec<((Offset, Offset), Vec<&str>)> = Vec::new();
    for change in changes {
        let offsets = (change.before, change.after);
        match alike.iter_mut().find(|(others, _)| *others == offsets) {
            Some((_, names)) => names.push(name(change.member)),
            None => alike.push((offsets, vec![name(change.member)])),
        }
    }
    let said = alike.iter().map(|((before, after), names)| format!("{} {before} to {after}", names.join(", ")));
    said.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::availability::Cause;
    use crate::time::Instant;

    #[test]
    fn who_changes_alike_stands_together() {
        let change = |member, before, after| Change {
            member: MemberId::new(member),
            at: Instant::from_epoch(0),
            cause: Cause::Clocks,
            before: Offset(before),
            after: Offset(after),
        };
        let all = [change(0, 0, 60), change(1, -300, -240), change(2, 0, 60)];
        assert_eq!(
            changes(&all, |member| ["Ana", "Bo", "Cai"][member.index()]),
            "Ana, Cai +00:00 to +01:00; Bo -05:00 to -04:00"
        );
    }
}
