//! What saving over an old file keeps.

use super::*;
use crate::team::{Capacity, Chain, Member};
use crate::time::Hours;

const OLD: &str = r#"// Our team.
Team(
    version: 1,
    name: "Two", // for now
    members: [
        // Ana leads.
        (
            name: "Ana",
            city: "lisbon",                // by the sea
            hours: "Mo-Fr 09:00-12:00,12:00-17:00",
            sleep: "22:00-07:00",          // as usual
            roles: ["lead"],
        ),
        // Bo follows.
        (name: "Bo", zone: "Asia/Tokyo", hours: "off"), // always off
        // Nobody else.
    ],
    policy: (duty: 2),
)
// The end.
"#;

fn team(text: &str) -> Team {
    read("a.ron", text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}")).0
}

/// Rewrites `OLD` after an edit; what is left of the lines that changed, as `-old` and `+new`.
fn changed(edit: impl FnOnce(&mut Team)) -> (String, Vec<String>) {
    let mut new = team(OLD);
    edit(&mut new);
    let rewritten = rewrite(OLD, &new);
    assert_eq!(team(&rewritten.text), new);
    (diff(OLD, &rewritten.text), rewritten.comments_lost)
}

fn diff(old: &str, new: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let same_start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - same_start;
    let same_end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let lines =
        |sign: &'static str, lines: &[&str]| lines.iter().flat_map(|line| [sign, line, "\n"]).collect::<String>();
    lines("-", &old[same_start..old.len() - same_end]) + &lines("+", &new[same_start..new.len() - same_end])
}

#[test]
fn an_unchanged_team_keeps_every_letter() {
    assert_eq!(changed(|_| ()), (String::new(), vec![]));
}

#[test]
fn a_changed_field_leaves_the_rest_alone() {
    let (diff, lost) = changed(|team| team.members[0].hours = Hours::parse("Mo-Fr 10:00-18:00").expect("hours"));
    let expected = "\
-            hours: \"Mo-Fr 09:00-12:00,12:00-17:00\",
+            hours: \"Mo-Fr 10:00-18:00\",
";
    assert_eq!((diff.as_str(), lost.len()), (expected, 0));
}

#[test]
fn a_default_that_was_written_is_replaced() {
    let (diff, lost) = changed(|team| team.members[0].sleep = Hours::parse("23:00-06:00").expect("hours"));
    let expected = "\
-            sleep: \"22:00-07:00\",          // as usual
+            sleep: \"23:00-06:00\",          // as usual
";
    assert_eq!((diff.as_str(), lost.len()), (expected, 0));
}

#[test]
fn a_new_field_stands_in_its_place() {
    let (diff, lost) = changed(|team| team.members[0].email = Some("ana@example.com".to_owned()));
    assert_eq!((diff.as_str(), lost.len()), ("+            email: \"ana@example.com\",\n", 0));
}

#[test]
fn a_field_that_goes_takes_its_comment_along_and_says_so() {
    let (diff, lost) = changed(|team| team.members[0].home = team.members[1].home);
    let expected = "\
-            city: \"lisbon\",                // by the sea
+            zone: \"Asia/Tokyo\",
";
    assert_eq!(diff, expected);
    assert_eq!(lost, ["// by the sea"]);
}

#[test]
fn a_member_in_one_line_is_changed_in_it() {
    let (diff, lost) = changed(|team| {
        team.members[1].name = "Bob".to_owned();
        team.members[1].capacity = Capacity::new(0.5).expect("a capacity");
    });
    let expected = "\
-        // Bo follows.
-        (name: \"Bo\", zone: \"Asia/Tokyo\", hours: \"off\"), // always off
+        (name: \"Bob\", zone: \"Asia/Tokyo\", hours: \"off\", capacity: 0.5),
";
    assert_eq!(diff, expected);
    assert_eq!(lost, ["// Bo follows.", "// always off"]);
    let (diff, lost) = changed(|team| team.members[1].name = "Bob".to_owned());
    assert!(diff.contains("+        (name: \"Bob\", zone: \"Asia/Tokyo\", hours: \"off\"), // always off"), "{diff}");
    assert!(lost.is_empty());
}

#[test]
fn a_new_member_and_a_new_section_are_added() {
    let (diff, lost) = changed(|team| {
        let first = team.members[0].clone();
        team.members.push(Member { name: "Cy".to_owned(), ..first });
        team.policy.duty = 3;
        team.chains.push(Chain { name: "Sun".to_owned(), role: None, days: Chain::WORKDAYS.to_vec(), min_live: None });
    });
    let expected = "\
-        // Nobody else.
-    ],
-    policy: (duty: 2),
+        (name: \"Cy\", city: \"Lisbon\", hours: \"Mo-Fr 09:00-17:00\", roles: [\"lead\"]),
+        // Nobody else.
+    ],
+    policy: (duty: 3),
+    chains: [
+        (name: \"Sun\"),
+    ],
";
    assert_eq!((diff.as_str(), lost.len()), (expected, 0));
}

#[test]
fn members_that_move_take_their_comments_along() {
    let (_, lost) = changed(|team| team.members.reverse());
    assert!(lost.is_empty());
    let (diff, lost) = changed(|team| {
        team.members.remove(0);
    });
    assert!(!diff.contains('+'), "{diff}");
    assert_eq!(lost, ["// Ana leads.", "// by the sea", "// as usual"]);
    let (_, lost) = changed(|team| team.members.clear());
    assert_eq!(lost.len(), 5);
}

#[test]
fn a_file_that_cannot_be_read_is_written_anew() {
    let team = team(OLD);
    let rewritten = rewrite("Team(version: 1, // first\n", &team);
    assert_eq!(rewritten.text, write(&team));
    assert_eq!(rewritten.comments_lost, ["// first"]);
}

#[test]
fn stays_out_of_order_are_matched_by_date() {
    let text = r#"(version: 1, name: "", members: [(
        name: "Ana", city: "Lisbon", hours: "off",
        stays: [
            // later
            (city: "Tokyo", from: "2027-06-01", to: "2027-06-30"),
            // earlier
            (city: "Prague", from: "2027-01-01", to: "2027-01-31"),
        ]
    )])"#;
    let mut new = team(text);
    new.members[0].stays.pop();
    let rewritten = rewrite(text, &new);
    assert_eq!(rewritten.comments_lost, ["// later"]);
    assert_eq!(team(&rewritten.text), new);
    assert!(rewritten.text.contains("// earlier\n            (city: \"Prague\""), "{}", rewritten.text);
}

/// A list that closes behind its last item gets its bracket on a line of its own, indented as the list is, once items follow.
#[test]
fn the_closing_bracket_is_indented_as_its_list() {
    let text = r#"(
    version: 1, name: "", // the team
    members: [
        (name: "Ana", zone: "UTC", hours: "off")],
)"#;
    let mut new = team(text);
    let first = new.members[0].clone();
    new.members.push(Member { name: "Bo".to_owned(), ..first });
    let expected = r#"(
    version: 1, name: "", // the team
    members: [
        (name: "Ana", zone: "UTC", hours: "off"),
        (name: "Bo", zone: "UTC", hours: "off"),
    ],
)"#;
    assert_eq!(rewrite(text, &new), Rewritten { text: expected.to_owned(), comments_lost: vec![] });
}

/// The candidate's hours are written although they are the opening's; tidily they are not. Once both change together no tidy text shows it,
/// and the merged one would keep the candidate's old hours: so the whole file is written anew.
#[test]
fn what_would_say_something_else_is_written_anew() {
    let text = r#"(version: 1, name: "", members: [], openings: [
        // wanted
        (name: "Third", hours: "Mo-Fr 10:00-18:00", candidates: [(name: "Cy", zone: "UTC", hours: "Mo-Fr 10:00-18:00")]),
    ])"#;
    let mut new = team(text);
    let hours = Hours::parse("Mo-Th 10:00-18:00").expect("hours");
    new.openings[0].hours = hours.clone();
    new.openings[0].candidates[0].hours = hours;
    let rewritten = rewrite(text, &new);
    assert_eq!(rewritten, Rewritten { text: write(&new), comments_lost: vec!["// wanted".to_owned()] });
    assert_eq!(team(&rewritten.text), new);
}
