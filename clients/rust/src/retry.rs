use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use tokio::time::{Instant, sleep};
use tonic::Status;

use crate::failure::Failure;

/// Says how often a call is repeated, and how long is waited in between. tonic does not do what
/// gRPC's other clients do by themselves.
#[derive(Clone, Copy, Debug)]
pub struct Retry {
    /// How often the call is made in all where the server does not say when to come again. 1: never
    /// again, whatever it says.
    pub max_attempts: u32,
    /// How long to go on while the server says when to come again. It is not waited for longer.
    pub patience: Duration,
    /// About how long is waited before the second; each wait is twice as long as the one before.
    pub first_delay: Duration,
    /// How long no wait is longer than, unless the server asks for more.
    pub max_delay: Duration,
}

impl Default for Retry {
    /// Five attempts within about three seconds, or half a minute while the server says when to come
    /// again, as one that is full does.
    fn default() -> Self {
        Self {
            max_attempts: 5,
            patience: Duration::from_secs(30),
            first_delay: Duration::from_millis(200),
            max_delay: Duration::from_secs(30),
        }
    }
}

impl Retry {
    /// Makes a call until it succeeds, or fails for a reason that a repeat does not mend: see
    /// [`Failure::is_transient`].
    ///
    /// # Errors
    /// What the last attempt said.
    pub async fn run<T, F, R>(&self, mut call: F) -> Result<T, Status>
    where
        F: FnMut() -> R,
        R: Future<Output = Result<T, Status>>,
    {
        let begun = Instant::now();
        let (mut attempts, mut unasked) = (0, 0);
        loop {
            let status = match call().await {
                Ok(answer) => return Ok(answer),
                Err(status) => status,
            };
            let failure = Failure::from(&status);
            attempts += 1;
            let delay = self.delay(attempts, &failure);
            let goes_on = if failure.is_asked() {
                self.max_attempts > 1 && begun.elapsed().saturating_add(delay) < self.patience
            } else {
                unasked += 1;
                failure.is_transient() && unasked < self.max_attempts
            };
            if !goes_on {
                return Err(status);
            }
            sleep(delay).await;
        }
    }

    /// Tells how long to wait after so many attempts: a fifth more or less than doubles each time,
    /// so that callers who failed at once do not come back at once, and no less than the server
    /// asks for.
    pub(crate) fn delay(&self, attempts: u32, failure: &Failure) -> Duration {
        let doubled = self.first_delay.saturating_mul(1 << attempts.saturating_sub(1).min(30));
        let spread = 0.8 + 0.4 * random_fraction();
        let delay = doubled.min(self.max_delay).mul_f64(spread);
        delay.max(failure.retry_delay.unwrap_or_default())
    }
}

/// Makes a call that may be repeated until it succeeds, as [`Retry::default`] says.
///
/// All calls may be repeated but `RotateEndpointSecret`, `TestEndpoint`, `Redeliver`, `CreateApiKey`
/// and `RotateApiKey`; those that create something only with a `request_id`, which
/// [`Client::register_baseline`] and its siblings see to.
///
/// ```no_run
/// # async fn run(client: modelwire::Client) -> Result<(), modelwire::tonic::Status> {
/// use modelwire::registry::v1::ListModelsRequest;
///
/// let request = ListModelsRequest::default();
/// let models = modelwire::retry(async || {
///     client.registry().list_models(request.clone()).await
/// })
/// .await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// What the last attempt said.
///
/// [`Client::register_baseline`]: crate::Client::register_baseline
pub async fn retry<T, F, R>(call: F) -> Result<T, Status>
where
    F: FnMut() -> R,
    R: Future<Output = Result<T, Status>>,
{
    Retry::default().run(call).await
}

/// Gives a number from 0 to 1, of the randomness that the standard library has for its maps.
fn random_fraction() -> f64 {
    RandomState::new().hash_one(0) as f64 / u64::MAX as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonic::Code;
    use tonic_types::{ErrorDetails, StatusExt};

    const FAST: Retry = Retry {
        max_attempts: 4,
        patience: Duration::from_secs(60),
        first_delay: Duration::from_millis(1),
        max_delay: Duration::from_millis(2),
    };

    async fn attempts(retry: Retry, code: Code, succeeds_at: u32) -> (u32, Result<(), Code>) {
        attempts_of(retry, Status::new(code, ""), succeeds_at).await
    }

    async fn attempts_of(
        retry: Retry,
        failure: Status,
        succeeds_at: u32,
    ) -> (u32, Result<(), Code>) {
        let mut made = 0;
        let answer = retry
            .run(|| {
                made += 1;
                let succeeds = made == succeeds_at;
                let failure = failure.clone();
                async move { if succeeds { Ok(()) } else { Err(failure) } }
            })
            .await;
        (made, answer.map_err(|status| status.code()))
    }

    #[tokio::test]
    async fn what_may_pass_is_repeated_and_nothing_else() {
        assert_eq!(attempts(FAST, Code::Unavailable, 3).await, (3, Ok(())));
        assert_eq!(attempts(FAST, Code::Unavailable, 9).await, (4, Err(Code::Unavailable)));
        assert_eq!(attempts(FAST, Code::NotFound, 2).await, (1, Err(Code::NotFound)));
    }

    #[tokio::test]
    async fn while_the_server_says_when_it_is_called_until_the_patience_ends() {
        let asking = |code, delay| {
            let details = ErrorDetails::with_retry_info(Some(delay));
            Status::with_error_details(code, "", details)
        };
        for code in [Code::Unavailable, Code::ResourceExhausted] {
            let soon = asking(code, Duration::from_millis(1));
            assert_eq!(attempts_of(FAST, soon.clone(), 7).await, (7, Ok(())));
            let once = Retry { max_attempts: 1, ..FAST };
            assert_eq!(attempts_of(once, soon.clone(), 2).await, (1, Err(code)));
            let late = asking(code, Duration::from_secs(60));
            assert_eq!(attempts_of(FAST, late, 2).await, (1, Err(code)));
        }
    }

    #[test]
    fn waits_double_up_to_the_longest_and_last_as_long_as_the_server_asks() {
        let retry = Retry { max_delay: Duration::from_secs(1), ..Retry::default() };
        let plain = Failure::from(Status::unavailable(""));
        let milliseconds = |attempts| retry.delay(attempts, &plain).as_millis();
        assert!((160..=240).contains(&milliseconds(1)));
        assert!((320..=480).contains(&milliseconds(2)));
        assert!((800..=1200).contains(&milliseconds(99)));
        let details = ErrorDetails::with_retry_info(Some(Duration::from_secs(7)));
        let asked = Status::with_error_details(Code::Unavailable, "", details);
        assert_eq!(retry.delay(1, &asked.into()), Duration::from_secs(7));
    }
}
