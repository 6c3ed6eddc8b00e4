//! RON that is read, and slips in it that are told of.

use proptest::prelude::*;

use super::*;

/// The tree as the crate `ron` would give it, which forgets the names of variants with fields.
fn as_ron(node: &Node) -> ron::Value {
    let group = |items: &[Node]| match items {
        [] => ron::Value::Unit,
        items => ron::Value::Seq(items.iter().map(as_ron).collect()),
    };
    match &node.value {
        Value::Text(text) => ron::Value::String(text.clone()),
        Value::Number(number) => ron::Value::Number((*number).into()),
        Value::Bool(truth) => ron::Value::Bool(*truth),
        Value::Broken => panic!("a broken value was accepted"),
        Value::Word(word) if word == "None" => ron::Value::Option(None),
        Value::Word(_) => ron::Value::Unit,
        Value::List(items) => ron::Value::Seq(items.iter().map(as_ron).collect()),
        Value::Map(entries) => {
            ron::Value::Map(entries.iter().map(|(key, value)| (as_ron(key), as_ron(value))).collect())
        }
        Value::Struct(_, fields) => ron::Value::Map(
            fields.iter().map(|field| (ron::Value::String(field.name.clone()), as_ron(&field.value))).collect(),
        ),
        Value::Tuple(Some(name), items) if name == "Some" && items.len() == 1 => {
            ron::Value::Option(Some(Box::new(as_ron(&items[0]))))
        }
        Value::Tuple(_, items) => group(items),
    }
}

/// All numbers as `f64`, as ours are, and groups and lists of nothing alike: `ron` takes `()` for the one and `( )` for the other.
fn with_floats(value: ron::Value) -> ron::Value {
    match value {
        ron::Value::Number(number) => ron::Value::Number(number.into_f64().into()),
        ron::Value::Seq(items) if items.is_empty() => ron::Value::Unit,
        ron::Value::Seq(items) => ron::Value::Seq(items.into_iter().map(with_floats).collect()),
        ron::Value::Map(map) => {
            ron::Value::Map(map.into_iter().map(|(key, value)| (with_floats(key), with_floats(value))).collect())
        }
        ron::Value::Option(Some(value)) => ron::Value::Option(Some(Box::new(with_floats(*value)))),
        other => other,
    }
}

fn accepted(text: &str) -> Option<Node> {
    let parsed = parse(text);
    parsed.root.filter(|_| parsed.troubles.is_empty())
}

/// Whether `Name()` stands somewhere: RON, but `ron` reads it only when it knows the type.
fn has_named_nothing(node: &Node) -> bool {
    match &node.value {
        Value::Tuple(Some(_), items) if items.is_empty() => true,
        Value::Tuple(_, items) | Value::List(items) => items.iter().any(has_named_nothing),
        Value::Struct(_, fields) => fields.iter().any(|field| has_named_nothing(&field.value)),
        Value::Map(entries) => entries.iter().any(|(key, value)| has_named_nothing(key) || has_named_nothing(value)),
        _ => false,
    }
}

fn assert_ron_agrees(text: &str) {
    let Some(ours) = accepted(text).filter(|node| !has_named_nothing(node)) else { return };
    let theirs = ron::Options::default().from_str::<ron::Value>(text);
    let theirs = theirs.unwrap_or_else(|error| panic!("ron refuses {text:?}: {error}"));
    assert_eq!(with_floats(as_ron(&ours)), with_floats(theirs), "{text}");
}

#[test]
fn what_is_accepted_ron_reads_alike() {
    for text in [
        "( )",
        "(\n)",
        r#"Team(version: 1, name: "x", list: [1, -2.5, .5, 1e3, 1_000,], map: {"a": 1.0, "b": []})"#,
        "// first\n#![enable(implicit_some)]\n/* a /* nested */ */ (a: true, b: Some(3), c: None, d: Word, e: ())",
        r##"[r"raw", r#"ra"w"#, "\u{e9}\x41\n\"", (1, "two"), Name(1), Weekly(at: "Mo 10:00"), Name ( 2 )]"##,
        "(a: 1, // last\n)",
        "[]// to the end",
        "(é: 1, _b2: 2)",
    ] {
        assert!(accepted(text).is_some(), "{text}: {:?}", parse(text).troubles);
        assert_ron_agrees(text);
    }
}

#[test]
fn troubles_are_placed() {
    for (text, troubles) in [
        ("", &[(0..0, "expected a value, found the end of the file")][..]),
        (
            "(a: 1 b: 2 c: [1 2])",
            &[
                (5..5, "a comma is missing here"),
                (10..10, "a comma is missing here"),
                (16..16, "a comma is missing here"),
            ],
        ),
        (
            "(a = 'x')",
            &[
                (3..4, "expected `:` after the field `a`, found `=`"),
                (5..8, "strings stand in double quotes, \"like this\""),
            ],
        ),
        (r#"("a": 1)"#, &[(1..4, "names of fields stand without quotes: `a:`")]),
        (
            "(a: 9h, b: 1",
            &[(4..6, "`9h` is no number; texts stand in double quotes"), (0..1, "this `(` is never closed")],
        ),
        (
            "[Some, None(1), inf]",
            &[
                (1..5, "`Some` cannot stand here in this way"),
                (7..11, "`None` cannot stand here in this way"),
                (16..19, "`inf` cannot stand here in this way"),
            ],
        ),
        ("(a: [1)", &[(6..7, "expected `,` or `]`, found `)`")]),
        ("(a: \"x)", &[(4..5, "this string is never closed")]),
        ("(a: \"\\q\")", &[(5..7, "`\\\\q` is no escape; a backslash itself is written `\\\\`")]),
        ("(a: 1, 2)", &[(7..8, "expected the name of a field, found `2`")]),
        ("(a: 1) b", &[(7..8, "expected the end of the file, found `b`")]),
        ("(a /* 1)", &[(3..5, "this comment is never closed")]),
        ("{1}", &[(2..3, "expected `:` between key and value, found `}`")]),
        ("#![enable(other)] 1", &[(0..1, "only `#![enable(implicit_some)]` may stand here")]),
        ("(a: \u{1}\n)", &[(4..5, "expected a value, found `\\u{1}`")]),
    ] {
        let found: Vec<_> = parse(text).troubles.into_iter().map(|trouble| (trouble.range, trouble.message)).collect();
        let expected: Vec<_> = troubles.iter().map(|(range, message)| (range.clone(), (*message).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn deep_nesting_is_refused_and_shallow_is_not() {
    for open in ["[", "(", "{", "(a:", "Some("] {
        let trouble = parse(&open.repeat(100_000)).troubles.remove(0);
        let expected = if open == "{" { "groups are nested" } else { "groups are nested more than 64 deep" };
        assert!(trouble.message.starts_with(expected), "{open}: {trouble:?}");
    }
    assert!(accepted(&format!("{}{}", "[".repeat(60), "]".repeat(60))).is_some());
}

proptest! {
    #[test]
    fn no_text_panics_and_ron_reads_alike(pieces in prop::collection::vec(piece(), 0..30)) {
        assert_ron_agrees(&pieces.concat());
    }

    #[test]
    fn no_characters_panic(text in "\\PC{0,60}") {
        parse(&text);
    }
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &[
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "a",
            "a: ",
            "name",
            "Some",
            "None",
            "true",
            "1",
            "-2.5",
            ".",
            "1_0",
            "e3",
            "\"x\"",
            "\"",
            "r#\"y\"#",
            "\\n",
            "\\",
            "'c'",
            " ",
            "\n",
            "\t",
            "//",
            "// c\n",
            "/*",
            "*/",
            "é",
            "=",
            "#![enable(implicit_some)]",
            "\u{2028}",
            "inf",
            "b",
            "r#a",
            "_",
            "(a: 1)",
            "[1, 2]",
            "{\"k\": 1}",
            "Name(",
            "+",
        ][..],
    )
}
