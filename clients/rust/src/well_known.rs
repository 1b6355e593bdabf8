//! Messages of `google.protobuf` that the contract uses, with their JSON form. `prost-types` has
//! them without it, and `pbjson-types` reads a `null` in a [`Struct`] as a [`Value`] of no kind.

mod json;

use std::collections::HashMap;
use std::time::SystemTime;

/// A point in time.
#[derive(Clone, Copy, Eq, Hash, PartialEq, prost::Message)]
pub struct Timestamp {
    /// Seconds since 1970.
    #[prost(int64, tag = "1")]
    pub seconds: i64,
    /// Nanoseconds that are added: 0 to 999,999,999.
    #[prost(int32, tag = "2")]
    pub nanos: i32,
}

/// A length of time.
#[derive(Clone, Copy, Eq, Hash, PartialEq, prost::Message)]
pub struct Duration {
    /// Whole seconds.
    #[prost(int64, tag = "1")]
    pub seconds: i64,
    /// Nanoseconds that are added, of the same sign.
    #[prost(int32, tag = "2")]
    pub nanos: i32,
}

/// An object of JSON; made of a [`serde_json::Map`].
#[derive(Clone, PartialEq, prost::Message)]
pub struct Struct {
    /// Its members.
    #[prost(map = "string, message", tag = "1")]
    pub fields: HashMap<String, Value>,
}

/// Any JSON; made of a [`serde_json::Value`].
#[derive(Clone, PartialEq, prost::Message)]
pub struct Value {
    /// What it is. Never unset in what a server answers.
    #[prost(oneof = "value::Kind", tags = "1, 2, 3, 4, 5, 6")]
    pub kind: Option<value::Kind>,
}

/// What a [`Value`] is made of.
pub mod value {
    use super::{ListValue, NullValue, Struct};

    /// A kind of JSON.
    #[derive(Clone, PartialEq, prost::Oneof)]
    pub enum Kind {
        /// `null`: always 0.
        #[prost(enumeration = "NullValue", tag = "1")]
        NullValue(i32),
        /// A number.
        #[prost(double, tag = "2")]
        NumberValue(f64),
        /// A string.
        #[prost(string, tag = "3")]
        StringValue(String),
        /// `true` or `false`.
        #[prost(bool, tag = "4")]
        BoolValue(bool),
        /// An object.
        #[prost(message, tag = "5")]
        StructValue(Struct),
        /// An array.
        #[prost(message, tag = "6")]
        ListValue(ListValue),
    }
}

/// An array of JSON.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ListValue {
    /// Its elements.
    #[prost(message, repeated, tag = "1")]
    pub values: Vec<Value>,
}

/// `null` of JSON.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, prost::Enumeration)]
#[repr(i32)]
pub enum NullValue {
    /// The one that there is.
    NullValue = 0,
}

impl From<prost_types::Timestamp> for Timestamp {
    fn from(prost_types::Timestamp { seconds, nanos }: prost_types::Timestamp) -> Self {
        Self { seconds, nanos }
    }
}

impl From<Timestamp> for prost_types::Timestamp {
    fn from(Timestamp { seconds, nanos }: Timestamp) -> Self {
        Self { seconds, nanos }
    }
}

impl From<prost_types::Duration> for Duration {
    fn from(prost_types::Duration { seconds, nanos }: prost_types::Duration) -> Self {
        Self { seconds, nanos }
    }
}

impl From<Duration> for prost_types::Duration {
    fn from(Duration { seconds, nanos }: Duration) -> Self {
        Self { seconds, nanos }
    }
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        prost_types::Timestamp::from(time).into()
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = prost_types::TimestampError;

    fn try_from(time: Timestamp) -> Result<Self, Self::Error> {
        prost_types::Timestamp::from(time).try_into()
    }
}

impl TryFrom<std::time::Duration> for Duration {
    type Error = prost_types::DurationError;

    fn try_from(duration: std::time::Duration) -> Result<Self, Self::Error> {
        Ok(prost_types::Duration::try_from(duration)?.into())
    }
}

impl TryFrom<Duration> for std::time::Duration {
    type Error = prost_types::DurationError;

    fn try_from(duration: Duration) -> Result<Self, Self::Error> {
        prost_types::Duration::from(duration).try_into()
    }
}
