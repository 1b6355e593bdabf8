use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use tonic::{Code, Status, TimeoutExpired};
use tonic_types::{FieldViolation, PreconditionViolation, ResourceInfo, StatusExt};

use crate::registry::v1::ErrorReason;

/// What [`ErrorReason`]s are marked with. What is before a server can send reasons of its own.
const DOMAIN: &str = "modelwire";
/// What is used up for longer is a quota: to wait for it is for people to decide.
const LONGEST_FULL: Duration = Duration::from_secs(60);

/// What an error of a call says, of its details too.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Failure {
    /// The code of gRPC. [`Code::DeadlineExceeded`] also where the deadline passed on this side,
    /// and [`Code::Unavailable`] also where the connection broke, which the [`Status`] itself
    /// calls otherwise.
    pub code: Code,
    /// What people are told.
    pub message: String,
    /// Why it failed. [`ErrorReason::Unspecified`] where nothing was said, or something that this
    /// version does not know.
    pub reason: ErrorReason,
    /// The reason as the server spelt it, such as `MODEL_NOT_FOUND`. Empty where it said none.
    pub reason_name: String,
    /// What else the reason comes with; [`ErrorReason`] says what.
    pub metadata: HashMap<String, String>,
    /// The fields of the request that were wrong.
    pub field_violations: Vec<FieldViolation>,
    /// What has to change before the call can succeed.
    pub precondition_violations: Vec<PreconditionViolation>,
    /// What was asked for, where it is not there.
    pub resource: Option<ResourceInfo>,
    /// How long the server asks to wait before the call is repeated.
    pub retry_delay: Option<Duration>,
    status: Status,
}

impl Failure {
    /// Whether the call can succeed by itself when it is repeated: the server was not reached, said
    /// that it cannot serve now, or that it is full ([`Code::ResourceExhausted`]) for a time of up
    /// to a minute.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self.code {
            Code::Unavailable => true,
            Code::ResourceExhausted => self.retry_delay.is_some_and(|delay| delay <= LONGEST_FULL),
            _ => false,
        }
    }

    /// Whether the server was reached, and says when the call is worth a repeat.
    pub(crate) fn is_asked(&self) -> bool {
        self.is_transient() && self.retry_delay.is_some()
    }
}

impl From<Status> for Failure {
    fn from(status: Status) -> Self {
        let details = status.get_error_details();
        let info = details.error_info().filter(|info| info.domain == DOMAIN);
        let reason_name = info.map(|info| info.reason.clone()).unwrap_or_default();
        Self {
            code: code_of(&status),
            message: status.message().into(),
            reason: ErrorReason::from_str_name(&format!("ERROR_REASON_{reason_name}"))
                .unwrap_or(ErrorReason::Unspecified),
            reason_name,
            metadata: info.map(|info| info.metadata.clone()).unwrap_or_default(),
            field_violations: details
                .bad_request()
                .map(|one| one.field_violations.clone())
                .unwrap_or_default(),
            precondition_violations: details
                .precondition_failure()
                .map(|one| one.violations.clone())
                .unwrap_or_default(),
            resource: details.resource_info().cloned(),
            retry_delay: details.retry_info().and_then(|one| one.retry_delay),
            status,
        }
    }
}

impl From<&Status> for Failure {
    fn from(status: &Status) -> Self {
        Self::from(status.clone())
    }
}

/// Gives the code that gRPC's other clients have. tonic calls what breaks below it by names that
/// depend on how it was built, and a deadline that passed on this side a cancellation. Every error
/// that Modelwire itself says has details.
fn code_of(status: &Status) -> Code {
    if causes(status).any(<dyn Error>::is::<TimeoutExpired>) {
        return Code::DeadlineExceeded;
    }
    let is_local = status.source().is_some() || status.code() == Code::Unknown;
    match status.code() {
        Code::Unknown | Code::Internal | Code::Cancelled
            if is_local && status.details().is_empty() =>
        {
            Code::Unavailable
        }
        code => code,
    }
}

fn causes(status: &Status) -> impl Iterator<Item = &(dyn Error + 'static)> {
    std::iter::successors(status.source(), |&error| error.source())
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.reason_name.is_empty() { "no reason" } else { &self.reason_name };
        write!(formatter, "{:?}, {name}: {}", self.code, self.message)
    }
}

impl Error for Failure {
    /// What the connection broke by, where it was not the server that said so.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.status.source()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;
    use tonic_types::ErrorDetails;

    #[test]
    fn all_details_are_read() {
        let mut details = ErrorDetails::new();
        details
            .set_error_info("INVALID_FIELD", "modelwire", [("a".into(), "b".into())])
            .add_bad_request_violation("model_name", "expected a name")
            .add_precondition_failure_violation("FILE", "MLmodel", "is not whole")
            .set_resource_info("model version", "m/1", "", "")
            .set_retry_info(Some(Duration::from_millis(1500)));
        let status = Status::with_error_details(Code::InvalidArgument, "wrong", details);
        let failure = Failure::from(&status);
        assert_eq!(failure.code, Code::InvalidArgument);
        assert_eq!(failure.message, "wrong");
        assert_eq!(failure.reason, ErrorReason::InvalidField);
        assert_eq!(failure.metadata["a"], "b");
        assert_eq!(failure.field_violations[0].field, "model_name");
        assert_eq!(failure.precondition_violations[0].subject, "MLmodel");
        assert_eq!(failure.resource.expect("one").resource_name, "m/1");
        assert_eq!(failure.retry_delay, Some(Duration::from_millis(1500)));
    }

    #[test]
    fn a_reason_that_is_not_known_is_told_by_its_name() {
        let details = ErrorDetails::with_error_info("ADDED_LATER", "modelwire", []);
        let status = Status::with_error_details(Code::Aborted, "later", details);
        let failure = Failure::from(status);
        assert_eq!(failure.reason, ErrorReason::Unspecified);
        assert_eq!(failure.reason_name, "ADDED_LATER");
        assert_eq!(failure.to_string(), "Aborted, ADDED_LATER: later");
    }

    #[test]
    fn a_server_that_is_full_for_a_minute_is_worth_a_repeat() {
        let full = |details| {
            Failure::from(Status::with_error_details(Code::ResourceExhausted, "full", details))
        };
        let asked = |delay| full(ErrorDetails::with_retry_info(Some(delay)));
        assert!(asked(LONGEST_FULL).is_transient());
        assert!(!asked(LONGEST_FULL + Duration::from_nanos(1)).is_transient());
        assert!(!full(ErrorDetails::new()).is_transient());
    }

    #[test]
    fn a_reason_of_somebody_else_is_none() {
        let details = ErrorDetails::with_error_info("MODEL_NOT_FOUND", "example.com", []);
        let failure = Failure::from(Status::with_error_details(Code::NotFound, "", details));
        assert_eq!(failure.reason, ErrorReason::Unspecified);
        assert!(failure.reason_name.is_empty());
    }

    #[test]
    fn an_error_without_details_or_with_broken_ones_is_one_too() {
        let broken = vec![0xff].into();
        for status in
            [Status::new(Code::NotFound, ""), Status::with_details(Code::NotFound, "", broken)]
        {
            let failure = Failure::from(&status);
            assert_eq!(failure.code, Code::NotFound);
            assert_eq!(failure.reason, ErrorReason::Unspecified);
            assert!(failure.field_violations.is_empty());
        }
    }

    #[test]
    fn a_connection_that_broke_is_unavailable_and_what_the_server_said_is_not() {
        let broken = Status::from_error(io::Error::other("reset").into());
        let failure = Failure::from(&broken);
        assert!(failure.is_transient());
        assert_eq!(failure.source().map(ToString::to_string).as_deref(), Some("reset"));
        let details = ErrorDetails::with_error_info("INTERNAL", "modelwire", []);
        let said = Status::with_error_details(Code::Internal, "a bug", details);
        assert!(!Failure::from(&said).is_transient());
        let decoding = Status::internal("failed to decode");
        assert!(!Failure::from(&decoding).is_transient());
    }
}
