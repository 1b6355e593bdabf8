use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::{Map, Value as Json};

use super::value::Kind;
use super::{Duration, ListValue, NullValue, Struct, Timestamp, Value};

impl From<Json> for Value {
    /// A number that a double cannot hold becomes the nearest that it can.
    fn from(json: Json) -> Self {
        let kind = match json {
            Json::Null => Kind::NullValue(NullValue::NullValue.into()),
            Json::Bool(flag) => Kind::BoolValue(flag),
            Json::Number(number) => Kind::NumberValue(number.as_f64().unwrap_or_default()),
            Json::String(text) => Kind::StringValue(text),
            Json::Array(elements) => Kind::ListValue(elements.into()),
            Json::Object(members) => Kind::StructValue(members.into()),
        };
        Self { kind: Some(kind) }
    }
}

impl From<Vec<Json>> for ListValue {
    fn from(elements: Vec<Json>) -> Self {
        Self { values: elements.into_iter().map(Value::from).collect() }
    }
}

impl From<Map<String, Json>> for Struct {
    fn from(members: Map<String, Json>) -> Self {
        Self { fields: members.into_iter().map(|(key, json)| (key, json.into())).collect() }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.kind {
            None | Some(Kind::NullValue(_)) => serializer.serialize_unit(),
            Some(Kind::NumberValue(number)) if number.is_finite() => {
                serializer.serialize_f64(*number)
            }
            Some(Kind::NumberValue(number)) => {
                Err(S::Error::custom(format_args!("JSON has no number for {number}")))
            }
            Some(Kind::StringValue(text)) => serializer.serialize_str(text),
            Some(Kind::BoolValue(flag)) => serializer.serialize_bool(*flag),
            Some(Kind::StructValue(object)) => object.serialize(serializer),
            Some(Kind::ListValue(list)) => list.serialize(serializer),
        }
    }
}

impl Serialize for Struct {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.fields.serialize(serializer)
    }
}

impl Serialize for ListValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.values.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Json::deserialize(deserializer).map(Self::from)
    }
}

impl<'de> Deserialize<'de> for Struct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self::from)
    }
}

impl<'de> Deserialize<'de> for ListValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(|elements: Vec<Json>| elements.into())
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&prost_types::Timestamp::from(*self))
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse::<prost_types::Timestamp, D>(deserializer).map(Self::from)
    }
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&prost_types::Duration::from(*self))
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse::<prost_types::Duration, D>(deserializer).map(Self::from)
    }
}

fn parse<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| D::Error::custom(format_args!("no time: {text}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_value, json, to_value};
    use std::time::{SystemTime, UNIX_EPOCH};

    #[test]
    fn json_of_any_kind_comes_back() {
        let text = json!({"a": null, "b": [1.5, "x", true, [], {}], "c": {"d": null}});
        let Json::Object(members) = text.clone() else { unreachable!("it is an object") };
        let object = Struct::from(members);
        assert_eq!(from_value::<Struct>(text.clone()).expect("it is one"), object);
        assert_eq!(to_value(&object).expect("it is JSON"), text);
        let null = Some(Kind::NullValue(0));
        assert_eq!(object.fields["a"].kind, null);
    }

    #[test]
    fn numbers_are_doubles_and_only_those_of_json_are_written() {
        let number = |json| Value::from(json).kind;
        assert_eq!(number(json!(7)), Some(Kind::NumberValue(7.0)));
        assert_eq!(number(json!(-1)), Some(Kind::NumberValue(-1.0)));
        let nan = Value { kind: Some(Kind::NumberValue(f64::NAN)) };
        assert!(to_value(nan).is_err());
    }

    #[test]
    fn doubles_come_back_to_their_last_bit() {
        for number in (1..5000).map(|n| f64::from(n).ln() * 1e7 / 3.0) {
            let text = format!("{number:?}");
            let value: Value = serde_json::from_str(&text).expect("it is a number");
            assert_eq!(value.kind, Some(Kind::NumberValue(number)));
        }
    }

    #[test]
    fn what_is_no_object_is_no_struct() {
        for text in [json!(null), json!([]), json!("x")] {
            assert!(from_value::<Struct>(text).is_err());
        }
    }

    #[test]
    fn times_are_those_of_rfc_3339() {
        let time = Timestamp { seconds: 1_795_000_000, nanos: 125_000_000 };
        for text in ["2026-11-18T11:06:40.125Z", "2026-11-18T12:06:40.125+01:00"] {
            assert_eq!(from_value::<Timestamp>(json!(text)).expect("it is one"), time);
        }
        let written = to_value(time).expect("it is JSON");
        assert_eq!(from_value::<Timestamp>(written).expect("it is one"), time);
        assert!(from_value::<Timestamp>(json!("yesterday")).is_err());
        let system = SystemTime::try_from(time).expect("it is not too far away");
        assert_eq!(Timestamp::from(system), time);
        assert_eq!(Timestamp::from(UNIX_EPOCH), Timestamp::default());
    }

    #[test]
    fn durations_are_seconds() {
        let duration = Duration { seconds: 1, nanos: 500_000_000 };
        for text in ["1.5s", "1.500s"] {
            assert_eq!(from_value::<Duration>(json!(text)).expect("it is one"), duration);
        }
        let written = to_value(duration).expect("it is JSON");
        assert_eq!(from_value::<Duration>(written).expect("it is one"), duration);
        assert!(from_value::<Duration>(json!("1.5")).is_err());
        let converted = Duration::try_from(std::time::Duration::from_millis(1500));
        assert_eq!(converted.expect("it is not too long"), duration);
    }
}
