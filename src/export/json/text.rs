//! JSON as text.

use serde_json::Value;

/// A value as text for reading by people, too.
pub fn text(value: &Value) -> String {
    format!("{value:#}\n")
}
